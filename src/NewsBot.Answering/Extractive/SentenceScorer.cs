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
    private static readonly double[] Fitted = [2.27, 2.15, 2.81, 5.51, 1.44, 1.23, 2.71, 1.10, 0.98, 1.94, 2.67, 2.15, 0.49, 2.13, 3.90, 1.53, 2.46, 0.96, 0.88, 1.30, 0.35, 1.41, 2.07, 5.29, 0, 1.15, 0.75, -0.84, 0.17, 0.17];

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
