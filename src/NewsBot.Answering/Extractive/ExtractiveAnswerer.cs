using Microsoft.Extensions.Options;
using NewsBot.Answering.Questions;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>Answers without a model: the best sentences of the evidence, verbatim, or none. Safe for several threads.</summary>
public sealed class ExtractiveAnswerer(EvidenceReader reader, SentenceScorer scorer, WordReader words, IOptions<AnsweringOptions> options)
{
    // Below it the best sentence shares hardly more with the question than chance.
    private const double LeastCoverage = 0.34;

    // A further sentence must be nearly as good as the first, else it only dilutes the answer.
    private const double ShareOfBest = 0.85;

    /// <summary>The sentences that answer, best first; none when the evidence does not answer.</summary>
    public IReadOnlyList<EvidenceSentence> Choose(string question, SearchOutcome found)
    {
        var ranked = scorer.Rank(TermsOf(question), reader.Read(found));
        if (ranked.Count == 0 || ranked[0].Coverage < LeastCoverage)
        {
            return [];
        }

        var chosen = new List<EvidenceSentence>();
        foreach (var sentence in ranked.TakeWhile(sentence => sentence.Score >= ShareOfBest * ranked[0].Score))
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

    private HashSet<string> TermsOf(string question) =>
        words.Read(question)
            .Where(word => word.Kind != WordKind.Punctuation && !FunctionWords.Contains(word.Range.SpanOf(question)))
            .Select(word => word.Stem)
            .ToHashSet(StringComparer.Ordinal);

    private static bool SaysTheSame(EvidenceSentence one, EvidenceSentence other)
    {
        var first = one.Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var second = other.Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return first.Intersect(second).Count() > 0.8 * Math.Min(first.Count, second.Count);
    }
}
