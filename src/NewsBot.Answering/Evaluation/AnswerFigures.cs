namespace NewsBot.Answering.Evaluation;

/// <summary>Figures over a set of judged answers. Shares are 0 to 1, and null where there is nothing to share.</summary>
public sealed record AnswerFigures
{
    /// <summary>How many questions.</summary>
    public required int Questions { get; init; }

    /// <summary>Of the answerable questions: the share whose answer holds an accepted short answer.</summary>
    public required double? Contained { get; init; }

    /// <summary>Of the answerable questions: the share whose first sentence does.</summary>
    public required double? ContainedInFirst { get; init; }

    /// <summary>Of all questions: the share with something wrong given as the answer.</summary>
    public required double? Wrong { get; init; }

    /// <summary>Of the citations under answerable questions: the share of articles that answer.</summary>
    public required double? CitationPrecision { get; init; }

    /// <summary>Of the answerable questions with known articles: the share whose answer cites one of them.</summary>
    public required double? CitationRecall { get; init; }

    /// <summary>Of the refusals: the share that was right.</summary>
    public required double? AbstentionPrecision { get; init; }

    /// <summary>Of the questions that the archive does not answer: the share that was refused.</summary>
    public required double? AbstentionRecall { get; init; }

    /// <summary>Of the answerable questions: the share that was refused.</summary>
    public required double? AnswerableRefused { get; init; }

    /// <summary>Milliseconds an answer took: the median.</summary>
    public required double? MedianMs { get; init; }

    /// <summary>Milliseconds within which 95 of 100 answers came.</summary>
    public required double? P95Ms { get; init; }

    /// <summary>Milliseconds within which 99 of 100 answers came.</summary>
    public required double? P99Ms { get; init; }

    /// <summary>The figures of some judgements.</summary>
    public static AnswerFigures Of(IReadOnlyCollection<AnswerJudgement> judged)
    {
        var answerable = judged.Where(one => one.IsAnswerable).ToList();
        var refused = judged.Where(one => !one.IsAnswered).ToList();
        var times = judged.Select(one => one.Answer.TimingsMs.GetValueOrDefault("total")).Order().ToList();
        return new AnswerFigures
        {
            Questions = judged.Count,
            Contained = Share(answerable, one => one.Contains),
            ContainedInFirst = Share(answerable, one => one.FirstContains),
            Wrong = Share(judged, one => one.IsWrong),
            CitationPrecision = Ratio(answerable.Sum(one => one.RelevantCitations), answerable.Sum(one => one.Citations)),
            CitationRecall = Share([.. answerable.Where(one => one.Question.Relevant.Count > 0)], one => one.RelevantCitations > 0),
            AbstentionPrecision = Share(refused, one => !one.IsAnswerable),
            AbstentionRecall = Share([.. judged.Where(one => !one.IsAnswerable)], one => !one.IsAnswered),
            AnswerableRefused = Share(answerable, one => !one.IsAnswered),
            MedianMs = Percentile(times, 0.50),
            P95Ms = Percentile(times, 0.95),
            P99Ms = Percentile(times, 0.99),
        };
    }

    private static double? Share(IReadOnlyCollection<AnswerJudgement> judged, Func<AnswerJudgement, bool> holds) => Ratio(judged.Count(holds), judged.Count);

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static double? Percentile(List<double> ordered, double share) =>
        ordered.Count == 0 ? null : ordered[Math.Min(ordered.Count - 1, (int)Math.Ceiling(share * ordered.Count) - 1)];
}
