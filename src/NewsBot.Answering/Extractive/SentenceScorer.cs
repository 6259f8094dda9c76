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
    private static readonly double[] Fitted = [1.96, 2.21, 0.20, 3.32, 1.07, 1.46, 2.15, 0.29, 0.65, 1.04, 2.46, 1.95, 0.14, 1.92, 3.78, 0.47, 1.51, 0.65, 1.73, 1.40, 1.91, 1.77, 1.52, 3.71, 0.72, 0.99, 0.61, -0.70, 0.18, 0.11, 2.27, 1.52, -0.78, 1.33];

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
