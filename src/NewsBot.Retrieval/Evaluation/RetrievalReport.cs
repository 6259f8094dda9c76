using System.Globalization;
using System.Text;

namespace NewsBot.Retrieval.Evaluation;

/// <summary>The outcomes of a question set and the figures drawn from them.</summary>
/// <param name="Outcomes">What each question gave, in the order of the file.</param>
public sealed record RetrievalReport(IReadOnlyList<QuestionOutcome> Outcomes)
{
    private const string AllKinds = "all";
    private const int MissesListed = 10;

    private static readonly double[] Thresholds = [.1, .2, .3, .4, .5, .6, .7, .8, .9];

    /// <summary>The figures of all questions.</summary>
    public RetrievalFigures Total => RetrievalFigures.Of(AllKinds, Outcomes);

    /// <summary>The figures by kind of question, in the order in which kinds first occur; empty where the file has none.</summary>
    public IReadOnlyList<RetrievalFigures> ByKind => Outcomes
        .GroupBy(outcome => outcome.Question.Kind, StringComparer.Ordinal)
        .Where(group => group.Key.Length > 0)
        .Select(group => RetrievalFigures.Of(group.Key, [.. group]))
        .ToList();

    /// <summary>The questions whose first relevant article stands lowest or nowhere.</summary>
    public IReadOnlyList<QuestionOutcome> WorstMisses => Outcomes
        .Where(outcome => outcome.IsJudged && outcome.HitAt(1) == 0)
        .OrderBy(outcome => outcome.ReciprocalRank)
        .ThenBy(outcome => outcome.Question.Id, StringComparer.Ordinal)
        .Take(MissesListed)
        .ToList();

    /// <summary>How well refusing every question below a threshold would do.</summary>
    /// <param name="threshold">The answerability from which questions are answered.</param>
    public AbstentionFigures AbstentionAt(double threshold)
    {
        var refused = Outcomes.Where(outcome => outcome.Answerability < threshold).ToList();
        var absent = Outcomes.Count(outcome => !outcome.Question.Answerable);
        var rightly = refused.Count(outcome => !outcome.Question.Answerable);
        return new AbstentionFigures(threshold, refused.Count, Share(rightly, refused.Count), Share(rightly, absent), Share(refused.Count - rightly, Outcomes.Count - absent));
    }

    /// <summary>What each of a row of thresholds would refuse; empty where the file has no question that the archive does not answer.</summary>
    public IReadOnlyList<AbstentionFigures> Abstention =>
        Outcomes.All(outcome => outcome.Question.Answerable) ? [] : [.. Thresholds.Select(AbstentionAt)];

    /// <summary>The report as people read it: one line a kind, then the worst misses.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(RetrievalFigures.Header);
        foreach (var figures in ByKind.Append(Total))
        {
            text.AppendLine(figures.ToString());
        }

        if (Abstention is { Count: > 0 } abstention)
        {
            text.AppendLine().AppendLine("\"not in the archive\" by the search alone (the first gate; eval answers judges both)").AppendLine(AbstentionFigures.Header);
            foreach (var figures in abstention)
            {
                text.AppendLine(figures.ToString());
            }
        }

        if (WorstMisses.Count > 0)
        {
            text.AppendLine().AppendLine("worst misses");
        }

        foreach (var miss in WorstMisses)
        {
            var rank = miss.Ranks.Count > 0 ? miss.Ranks[0].ToString(CultureInfo.InvariantCulture) : "-";
            text.AppendLine(CultureInfo.InvariantCulture, $"rank {rank,2}  {miss.Question.Id}  {miss.Question.Question}");
            if (miss.FirstTitle is { } first)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"         first instead: {first}");
            }
        }

        return text.ToString();
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>Precision and recall of saying "not in the archive".</summary>
/// <param name="Threshold">The threshold.</param>
/// <param name="Refused">How many questions are refused.</param>
/// <param name="Precision">Of the refused questions, how many the archive indeed does not answer; null where none was refused.</param>
/// <param name="Recall">Of the questions that the archive does not answer, how many were refused; null where there are none.</param>
/// <param name="AnswerableRefused">Of the questions that it answers, how many were refused; null where there are none.</param>
public sealed record AbstentionFigures(double Threshold, int Refused, double? Precision, double? Recall, double? AnswerableRefused)
{
    /// <summary>The heading of <see cref="ToString"/>'s columns.</summary>
    public const string Header = "threshold  refused  precision  recall  answerable refused";

    /// <summary>The figures as one line under <see cref="Header"/>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Threshold,9:F2} {Refused,8} {Written(Precision),10} {Written(Recall),7} {Written(AnswerableRefused),19}");

    private static string Written(double? share) => share is { } known ? known.ToString("F3", CultureInfo.InvariantCulture) : "-";
}

/// <summary>The figures of a group of questions; ranks count only for questions with a known article.</summary>
public sealed record RetrievalFigures
{
    /// <summary>The heading of <see cref="ToString"/>'s columns.</summary>
    public const string Header = "kind            questions  judged  hit@1  hit@5  hit@10  MRR@10  nDCG@10   p50 ms   p95 ms   p99 ms";

    /// <summary>The group.</summary>
    public required string Kind { get; init; }

    /// <summary>Questions in the group.</summary>
    public required int Questions { get; init; }

    /// <summary>Of these, questions with a known article.</summary>
    public required int Judged { get; init; }

    /// <summary>Share of judged questions with a relevant article first.</summary>
    public required double HitAt1 { get; init; }

    /// <summary>Share with one among the first five.</summary>
    public required double HitAt5 { get; init; }

    /// <summary>Share with one among the first ten.</summary>
    public required double HitAt10 { get; init; }

    /// <summary>Mean reciprocal rank of the first relevant article among ten.</summary>
    public required double MeanReciprocalRank { get; init; }

    /// <summary>Mean normalised discounted cumulative gain of ten.</summary>
    public required double Ndcg { get; init; }

    /// <summary>Latencies of a search in milliseconds: median, 95th and 99th percentile.</summary>
    public required (double P50, double P95, double P99) Milliseconds { get; init; }

    /// <summary>The figures of some outcomes.</summary>
    public static RetrievalFigures Of(string kind, IReadOnlyList<QuestionOutcome> outcomes)
    {
        var judged = outcomes.Where(outcome => outcome.IsJudged).ToList();
        var times = outcomes.Select(outcome => outcome.Elapsed.TotalMilliseconds).Order().ToList();
        return new RetrievalFigures
        {
            Kind = kind,
            Questions = outcomes.Count,
            Judged = judged.Count,
            HitAt1 = Mean(judged, outcome => outcome.HitAt(1)),
            HitAt5 = Mean(judged, outcome => outcome.HitAt(5)),
            HitAt10 = Mean(judged, outcome => outcome.HitAt(RetrievalEvaluation.Depth)),
            MeanReciprocalRank = Mean(judged, outcome => outcome.ReciprocalRank),
            Ndcg = Mean(judged, outcome => outcome.Ndcg),
            Milliseconds = (Percentile(times, .5), Percentile(times, .95), Percentile(times, .99)),
        };
    }

    /// <summary>The figures as one line under <see cref="Header"/>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind,-15} {Questions,9} {Judged,7} {HitAt1,6:F3} {HitAt5,6:F3} {HitAt10,7:F3} {MeanReciprocalRank,7:F3} {Ndcg,8:F3} {Milliseconds.P50,8:F2} {Milliseconds.P95,8:F2} {Milliseconds.P99,8:F2}");

    private static double Mean(List<QuestionOutcome> outcomes, Func<QuestionOutcome, double> value) => outcomes.Count == 0 ? 0 : outcomes.Average(value);

    private static double Percentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[(int)Math.Clamp(Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
