namespace NewsBot.Answering.Extractive;

/// <summary>
/// Answers "timeline of …": of each day the best sentence of the articles that are about the whole topic, the best days in the order of time. No
/// sentence is asked to hold any one kind of thing.
/// </summary>
internal static class Chronicle
{
    /// <summary>The sentences from the earliest to the latest; none where no article is about all of the topic.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranked">The sentences of the evidence, best first.</param>
    /// <param name="maximumSentences">At most so many.</param>
    public static ExtractiveAnswer Of(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked, int maximumSentences)
    {
        var best = ranked
            .Select(scored => scored.Sentence)
            .Where(sentence => sentence.Article.Time is not null && LatestReport.IsAbout(question, sentence.Article))
            .DistinctBy(sentence => sentence.Article.Hit.Article.Published!.Value.Day)
            .Take(maximumSentences)
            .OrderBy(sentence => sentence.Article.Time);
        return new ExtractiveAnswer
        {
            Sentences = [.. best.Select(sentence => new ChosenSentence(sentence.Article.Hit, sentence.Range))],
            Confidence = 1,
        };
    }
}
