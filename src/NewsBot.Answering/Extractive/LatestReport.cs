using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Answers "what is the latest on …": the newest of the articles found that are about the whole topic, by what its headline and its first
/// sentences say. No sentence is asked to hold any one kind of thing, since the question names none.
/// </summary>
internal static class LatestReport
{
    private const int LeadSentences = 3;

    private const int SentencesShown = 2;

    // A second sentence that names less than this share of what the first one names leads away from the topic.
    private const double MostOfTheBest = 0.6;

    // All of the topic, but for the rounding of sums.
    private const double WholeTopic = 0.999;

    /// <summary>The sentences of the newest report that speak most of the topic, in their order; none where no article is about all of it.</summary>
    public static ExtractiveAnswer Of(WeighedQuestion question, IReadOnlyList<EvidenceSentence> sentences)
    {
        var topic = Enumerable.Range(0, question.Count).Where(i => !NewsWords.IsAsking(question.Question.Terms[i].Stem)).ToList();
        var newest = topic.Count == 0 ? null : sentences
            .GroupBy(sentence => sentence.Article)
            .Where(article => ShareOfTopic(question, topic, LeadOf(question, article)) >= WholeTopic)
            .OrderByDescending(article => article.Key.Hit.Article.Published?.Instant ?? DateTimeOffset.MinValue)
            .ThenBy(article => article.Key.Rank)
            .FirstOrDefault();
        if (newest is null)
        {
            return ExtractiveAnswer.None;
        }

        var speaking = newest
            .Select(sentence => (Sentence: sentence, Share: ShareOfTopic(question, topic, [sentence.MatchesOf(question)])))
            .OrderByDescending(one => one.Share)
            .ThenBy(one => one.Sentence.Ordinal)
            .ToList();
        var shown = speaking
            .TakeWhile(one => one.Share >= speaking[0].Share * MostOfTheBest)
            .Take(SentencesShown)
            .Select(one => one.Sentence)
            .OrderBy(sentence => sentence.Ordinal);
        return new ExtractiveAnswer { Sentences = [.. shown.Select(sentence => new ChosenSentence(sentence.Article.Hit, sentence.Range))], Confidence = 1 };
    }

    /// <summary>Whether an article is about the whole topic, by its headline and first sentences.</summary>
    public static bool IsAbout(WeighedQuestion question, ReadArticle article)
    {
        var topic = Enumerable.Range(0, question.Count).ToList();
        return ShareOfTopic(question, topic, article.Sentences.Take(LeadSentences).Select(sentence => sentence.MatchesOf(question)).Append(article.TitleMatchesOf(question))) >= WholeTopic;
    }

    private static IEnumerable<TermMatches> LeadOf(WeighedQuestion question, IGrouping<ReadArticle, EvidenceSentence> article) =>
        article.Take(LeadSentences).Select(sentence => sentence.MatchesOf(question)).Append(article.Key.TitleMatchesOf(question));

    private static double ShareOfTopic(WeighedQuestion question, List<int> topic, IEnumerable<TermMatches> read)
    {
        var matches = read.ToList();
        var held = topic.Where(i => matches.Exists(match => match.Holds(i))).Sum(question.WeightAt);
        var whole = topic.Sum(question.WeightAt);
        return whole > 0 ? held / whole : 0;
    }
}
