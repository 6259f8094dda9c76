using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Ranking;

/// <summary>Whether the words of a phrase stand side by side in a text, in whatever inflection.</summary>
internal static class PhraseMatch
{
    public static bool IsIn(string text, string phrase, TermAnalysis analysis)
    {
        var wanted = analysis.Analyse(phrase).Select(term => term.Stem).ToList();
        if (wanted.Count == 0)
        {
            return false;
        }

        var stems = analysis.Analyse(text).Select(term => term.Stem).ToList();
        return Enumerable.Range(0, Math.Max(0, stems.Count - wanted.Count + 1))
            .Any(start => wanted.Select((stem, offset) => stems[start + offset] == stem).All(isEqual => isEqual));
    }
}
