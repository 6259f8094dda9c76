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
    private static readonly double[] Fitted = [1.98, 2.24, 0.35, 3.58, 1.11, 1.46, 2.08, 0.28, 1.54, 1.05, 2.46, 1.98, 0.15, 1.91, 3.70, 0.51, 1.46, 0.64, 1.69, 1.40, 1.89, 1.78, 1.53, 3.69, 0.71, 0.81, 0.65, -0.69, 0.16, 0.09, 2.24, 1.51, -0.86, 1.29];

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
