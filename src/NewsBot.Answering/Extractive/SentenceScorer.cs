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
    private static readonly double[] Fitted = [1.98, 2.24, 0.34, 3.62, 1.12, 1.45, 2.06, 0.29, 1.54, 1.05, 2.44, 2.00, 0.12, 1.92, 3.69, 0.49, 1.72, 0.62, 1.66, 1.41, 1.88, 1.78, 1.53, 3.69, 0.71, 0.82, 0.64, -0.69, 0.16, 0.09, 2.26, 1.52, -0.90, 1.31];

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
