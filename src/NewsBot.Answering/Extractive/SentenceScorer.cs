namespace NewsBot.Answering.Extractive;

/// <summary>A sentence with how well it answers.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Score">Comparable inside one question only; higher is better.</param>
/// <param name="Features">The values of <see cref="SentenceFeatures"/>.</param>
public sealed record ScoredSentence(EvidenceSentence Sentence, double Score, IReadOnlyList<double> Features);

/// <summary>Ranks the sentences of the evidence by a weighted sum of what is seen of them.</summary>
public sealed class SentenceScorer
{
    /// <summary>The weights as fitted by the benchmark <c>answers fit</c>.</summary>
    private static readonly double[] Fitted = [1.80, 2.36, 2.27, 3.17, 2.09, 1.67, 0.98, 0.30, 0.36, 0, 2.35, 1.67, -0.16, 1.38, 1.70, 1.04, 2.54, 0.35, 1.34, 1.30, 0.78, 0.5, 0.06, 0.06, -0.19, 0.22];

    /// <summary>The sentences with their scores, best first; equal scores keep the order of reading.</summary>
    public IReadOnlyList<ScoredSentence> Rank(WeighedQuestion question, IReadOnlyList<EvidenceSentence> sentences) => question.Count == 0
        ? []
        : [.. sentences.Select(sentence => Score(question, sentence)).OrderByDescending(scored => scored.Score)];

    private static ScoredSentence Score(WeighedQuestion question, EvidenceSentence sentence)
    {
        var features = SentenceFeatures.Of(question, sentence);
        var score = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            score += Fitted[i] * features[i];
        }

        return new ScoredSentence(sentence, score, features);
    }
}
