using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Answers "what did … get wrong about …" by the publisher's own note of correction, in the order of the note: what stood there, and what is right.
/// </summary>
internal static class CorrectionReport
{
    private const int SentencesShown = 2;

    /// <summary>So much of what the question names must stand in the article, by weight; the words for a mistake need not.</summary>
    private const double LeastNamed = 0.6;

    private static readonly HashSet<string> Mistakes = new(StringComparer.OrdinalIgnoreCase)
    {
        "wrong", "wrongly", "error", "errors", "mistake", "mistakes", "mistaken", "correct", "corrected", "correction", "corrections", "incorrect", "incorrectly", "misstated",
        "misreported", "falsch", "fehler", "korrigiert", "berichtigt", "korrektur", "erreur", "erreurs", "corrigé", "rectifié", "errores", "corregido",
    };

    private static readonly char[] WordEnds = [.. " ?!.,;:'’\"“”()"];

    /// <summary>The note's sentences; null where the question asks for no mistake or no article found has a note about what it names.</summary>
    public static ExtractiveAnswer? Of(WeighedQuestion question, IReadOnlyList<EvidenceSentence> sentences)
    {
        if (!question.Question.Text.Split(WordEnds, StringSplitOptions.RemoveEmptyEntries).Any(Mistakes.Contains))
        {
            return null;
        }

        var note = sentences
            .GroupBy(sentence => sentence.Article)
            .Where(article => ShareNamed(question, article.Key) >= LeastNamed)
            .OrderBy(article => article.Key.Rank)
            .Select(article => article.Where(IsOfNote).Take(SentencesShown).ToList())
            .FirstOrDefault(found => found.Count > 0);
        return note is null ? null : new ExtractiveAnswer { Sentences = [.. note.Select(sentence => new ChosenSentence(sentence.Article.Hit, sentence.Range))], Confidence = 1 };
    }

    /// <summary>Whether a sentence belongs to the publisher's note of correction, which is kept as one line.</summary>
    public static bool IsOfNote(EvidenceSentence sentence) => sentence.Article.Hit.Article.Standing.Correction is { } correction
        && string.Join(' ', sentence.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var text
        && (correction.What.Contains(text, StringComparison.Ordinal) || text.Contains(correction.What, StringComparison.Ordinal));

    private static double ShareNamed(WeighedQuestion question, ReadArticle article)
    {
        var named = Enumerable.Range(0, question.Count).Where(i => !Mistakes.Contains(question.Question.Terms[i].Surface)).ToList();
        var matches = article.Sentences.Select(sentence => sentence.MatchesOf(question)).Append(article.TitleMatchesOf(question)).ToList();
        var whole = named.Sum(question.WeightAt);
        return whole > 0 ? named.Where(i => matches.Exists(match => match.Holds(i))).Sum(question.WeightAt) / whole : 0;
    }
}
