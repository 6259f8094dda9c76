using NewsBot.Archive;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Tells whether a sentence says what its subject is: "X is a …", "X, the Texas oilman, …", "General Agreement on Tariffs and Trade (X)".
/// </summary>
internal static class Definitions
{
    // A subject with its by-names stands before the verb in about as many words.
    private const int Beginning = 14;

    /// <summary>Whether it says what a term of the question is.</summary>
    public static bool Defines(WeighedQuestion question, EvidenceSentence sentence)
    {
        var words = sentence.Words;
        var text = sentence.Article.Hit.Article.Text;
        var sawSubject = false;
        for (var i = 0; i < words.Count; i++)
        {
            var isSubject = question.PositionOf(words[i].Stem) >= 0;
            sawSubject |= isSubject;
            if ((i < Beginning && sawSubject && IsCopula(words[i].Range.SpanOf(text))) || (isSubject && (HasByName(words, text, i) || SpellsOut(words, text, i))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCopula(ReadOnlySpan<char> word) => word is "is" or "are" or "was" or "were" or "means" or "ist" or "sind" or "war" or "est" or "sont";

    // "Pickens, the Texas oilman"
    private static bool HasByName(IReadOnlyList<Word> words, string text, int at) =>
        at + 2 < words.Count && text[words[at + 1].Range.Start] == ',' && words[at + 2].Range.SpanOf(text) is "the" or "a" or "an" or "der" or "die" or "das" or "ein" or "eine" or "le" or "la" or "un" or "une";

    // "… Tariffs and Trade (GATT)": a short form behind what it stands for.
    private static bool SpellsOut(IReadOnlyList<Word> words, string text, int at) =>
        at > 1 && at + 1 < words.Count && text[words[at - 1].Range.Start] == '(' && text[words[at + 1].Range.Start] == ')' && words[at - 2].Kind == WordKind.Capitalised && IsShortForm(words[at].Range.SpanOf(text));

    private static bool IsShortForm(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsUpper(letter))
            {
                return false;
            }
        }

        return word.Length > 1;
    }
}
