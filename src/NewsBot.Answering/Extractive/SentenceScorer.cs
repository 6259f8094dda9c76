namespace NewsBot.Answering.Extractive;

/// <summary>Scores sentences of the evidence by the share of the question's weight that they hold; rare words weigh more.</summary>
public sealed class SentenceScorer
{
    // A sentence of the first article is preferred to an equal one of the tenth, but never to a clearly better one.
    private const double ShareOfArticle = 0.15;

    /// <summary>The sentences with their scores, best first; equal scores keep the order of reading.</summary>
    public IReadOnlyList<EvidenceSentence> Rank(IReadOnlyCollection<string> questionTerms, IReadOnlyList<EvidenceSentence> sentences)
    {
        var weights = questionTerms.ToDictionary(term => term, term => Rarity(term, sentences), StringComparer.Ordinal);
        var total = weights.Values.Sum();
        if (total <= 0)
        {
            return [];
        }

        var best = sentences.Count == 0 ? 1 : sentences.Max(sentence => sentence.Hit.Score);
        return [.. sentences.Select(sentence => Scored(sentence, weights, total, best)).OrderByDescending(sentence => sentence.Score)];
    }

    private static EvidenceSentence Scored(EvidenceSentence sentence, Dictionary<string, double> weights, double total, double bestArticle)
    {
        var held = sentence.Words.Select(word => word.Stem).Distinct(StringComparer.Ordinal).Sum(stem => weights.GetValueOrDefault(stem));
        var coverage = held / total;
        var article = bestArticle > 0 ? sentence.Hit.Score / bestArticle : 0;
        return sentence with { Coverage = coverage, Score = coverage + (ShareOfArticle * article) };
    }

    private static double Rarity(string term, IReadOnlyList<EvidenceSentence> sentences)
    {
        var holding = sentences.Count(sentence => sentence.Words.Any(word => word.Stem == term));
        return Math.Log(1 + ((sentences.Count + 1.0) / (holding + 1.0)));
    }
}
