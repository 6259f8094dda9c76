namespace NewsBot.Answering.Extractive;

/// <summary>
/// Answers "What happened on 10 January 2025?": of each of the stories found the sentence near its beginning that says most of what its headline
/// says, in the order in which they appeared.
/// </summary>
internal static class PeriodDigest
{
    // A report says early what it is about, though a feature may open with a scene.
    private const int OpeningSentences = 5;

    private const int LeastWords = 6;

    /// <summary>A sentence of each of the first articles; none where nothing was found.</summary>
    public static ExtractiveAnswer Of(IReadOnlyList<EvidenceSentence> sentences, int maximumSentences)
    {
        var stories = sentences
            .GroupBy(sentence => sentence.Article)
            .Select(article => article.Where(IsTelling).Take(OpeningSentences).MaxBy(SharedWithHeadline))
            .OfType<EvidenceSentence>()
            .ToList();
        var shown = stories.Take(maximumSentences).OrderBy(sentence => sentence.Article.Time).ThenBy(sentence => sentence.Article.Rank).ToList();
        return shown.Count == 0 ? ExtractiveAnswer.None : new ExtractiveAnswer
        {
            Sentences = [.. shown.Select(sentence => new ChosenSentence(sentence.Article.Hit, sentence.Range))],
            Notes = stories.Count > shown.Count ? ["More was reported in this time; shown are the stories that most publications carried."] : [],
            Confidence = 1,
        };
    }

    private static int SharedWithHeadline(EvidenceSentence sentence) => sentence.Words
        .Where(word => !word.IsStopWord && word.Stem.Length > 0)
        .Select(word => word.Stem)
        .Intersect(sentence.Article.TitleWords.Select(word => word.Stem), StringComparer.Ordinal)
        .Count();

    private static bool IsTelling(EvidenceSentence sentence) =>
        SentenceForm.IsPlain(sentence.Text) && sentence.Words.Count >= LeastWords && sentence.Text[^1] is '.' or '!' or '”' or '"' && !CorrectionReport.IsOfNote(sentence);
}
