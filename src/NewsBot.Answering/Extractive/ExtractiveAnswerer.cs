using Microsoft.Extensions.Options;
using NewsBot.Answering.Questions;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>Answers without a model: the best sentences of the evidence, verbatim, or none. Safe for several threads.</summary>
public sealed class ExtractiveAnswerer(QuestionReader questions, EvidenceReader reader, SentenceScorer scorer, WordFamilies families, IOptions<AnsweringOptions> options)
{
    // Below it the best sentence shares hardly more with the question than chance.
    private const double LeastCoverage = 0.34;

    // A further sentence must be nearly as good as the first, else it only dilutes the answer.
    private const double ShareOfBest = 0.85;

    /// <summary>The sentences that answer, best first; none when the evidence does not answer.</summary>
    public IReadOnlyList<EvidenceSentence> Choose(string question, SearchOutcome found)
    {
        var sentences = reader.Read(found);
        var asked = new WeighedQuestion(questions.Read(question), term => Rarity(term.Stem, sentences), families);
        var ranked = scorer.Rank(asked, sentences);
        if (ranked.Count == 0 || ranked[0].Features[0] < LeastCoverage)
        {
            return [];
        }

        var chosen = new List<EvidenceSentence>();
        foreach (var (sentence, _, _) in ranked.TakeWhile(scored => scored.Score >= ShareOfBest * ranked[0].Score))
        {
            if (chosen.Count == options.Value.MaximumSentences)
            {
                break;
            }

            if (!chosen.Exists(other => SaysTheSame(other, sentence)))
            {
                chosen.Add(sentence);
            }
        }

        return chosen;
    }

    private static double Rarity(string term, IReadOnlyList<EvidenceSentence> sentences)
    {
        var holding = sentences.Count(sentence => sentence.Words.Any(word => word.Stem == term));
        return Math.Log(1 + ((sentences.Count + 1.0) / (holding + 1.0)));
    }

    private static bool SaysTheSame(EvidenceSentence one, EvidenceSentence other)
    {
        var first = one.Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var second = other.Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return first.Intersect(second).Count() > 0.8 * Math.Min(first.Count, second.Count);
    }
}
