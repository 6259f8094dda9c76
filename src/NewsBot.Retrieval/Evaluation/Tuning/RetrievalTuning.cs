using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Evaluation.Tuning;

/// <summary>
/// Fits the weights of the ranking to an operator's own questions: one weight after the other takes the value by which the known articles of one
/// half of the questions stand highest (coordinate ascent over MRR@10), and the other half, which no choice has seen, judges the whole.
/// </summary>
public sealed class RetrievalTuning(EmbeddedIndex index, IArchiveReader store, RetrievalOptions present, TimeProvider clock)
{
    /// <summary>A gain of less is more likely chance than anything, and weights that stay where they are need no explanation.</summary>
    private const double LeastGain = .002;

    private const int Rounds = 2;

    /// <summary>Tunes the weights on the questions with a known article.</summary>
    /// <param name="archive">The archive that the questions are asked of.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="folder">An empty folder for the indexes that other weights of title and lead need.</param>
    /// <param name="progress">Told what is tried; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<TuningReport> RunAsync(
        ArchiveName archive, IReadOnlyList<EvaluationQuestion> questions, string folder, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var (fitted, aside) = QuestionHalves.Of(questions.Where(question => question.Answerable && question.Relevant.Count > 0));
        using var trials = new WeightTrials(index, store, clock, archive, folder, present);
        var before = await trials.AskAsync(present, fitted, cancellationToken);
        var (tuned, best) = (present, before);
        for (var round = 0; round < Rounds; round++)
        {
            var start = tuned;
            foreach (var weight in TunedWeight.All(index.HasMeaning).Where(weight => round == 0 || !weight.IsOfIndex))
            {
                (tuned, best) = await TuneAsync(weight, tuned, best, trials, fitted, cancellationToken);
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"{weight.Name} {weight.Get(tuned):0.###}  (MRR@10 {best.Total.MeanReciprocalRank:F3})"));
            }

            if (ReferenceEquals(start, tuned))
            {
                break;
            }
        }

        return new TuningReport
        {
            Present = present,
            Tuned = tuned,
            Weights = TunedWeight.All(index.HasMeaning),
            FittedBefore = before,
            FittedAfter = best,
            AsideBefore = await trials.AskAsync(present, aside, cancellationToken),
            AsideAfter = await trials.AskAsync(tuned, aside, cancellationToken),
        };
    }

    private static async Task<(RetrievalOptions Tuned, RetrievalReport Best)> TuneAsync(
        TunedWeight weight,
        RetrievalOptions tuned,
        RetrievalReport best,
        WeightTrials trials,
        IReadOnlyList<EvaluationQuestion> fitted,
        CancellationToken cancellationToken)
    {
        var from = weight.Get(tuned);
        var start = best.Total.MeanReciprocalRank;
        foreach (var value in weight.Ladder.Where(value => value != from))
        {
            var tried = weight.With(tuned, value);
            var report = await trials.AskAsync(tried, fitted, cancellationToken);
            var gain = report.Total.MeanReciprocalRank - Math.Max(best.Total.MeanReciprocalRank, start + LeastGain);
            (tuned, best) = gain > 0 ? (tried, report) : (tuned, best);
        }

        return (tuned, best);
    }
}
