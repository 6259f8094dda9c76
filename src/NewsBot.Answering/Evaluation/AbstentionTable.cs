namespace NewsBot.Answering.Evaluation;

/// <summary>What other values of <see cref="AnsweringOptions.LeastConfidence"/> would have refused of the same questions.</summary>
public static class AbstentionTable
{
    private static readonly double[] Thresholds = [.2, .25, .3, .34, .37, .4, .45, .5, .55, .6, .7, .8];

    /// <summary>One row a threshold; questions whose confidence did not decide are refused where they were.</summary>
    public static IReadOnlyList<AbstentionRow> Of(IReadOnlyCollection<AnswerJudgement> judged) => [.. Thresholds.Select(threshold => RowAt(threshold, judged))];

    private static AbstentionRow RowAt(double threshold, IReadOnlyCollection<AnswerJudgement> judged)
    {
        var refused = judged.Where(one => one.Answer.Confidence is { } confidence ? confidence < threshold : !one.IsAnswered).ToList();
        var (absent, rightly) = (judged.Count(one => !one.IsAnswerable), refused.Count(one => !one.IsAnswerable));
        return new AbstentionRow(threshold, refused.Count, Share(rightly, refused.Count), Share(rightly, absent), Share(refused.Count - rightly, judged.Count - absent));
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>What a threshold refuses; shares are 0 to 1, null where there is nothing to share.</summary>
/// <param name="Threshold">The least confidence with which a question is answered.</param>
/// <param name="Refused">How many questions are refused.</param>
/// <param name="Precision">The share of these that the archive indeed does not answer.</param>
/// <param name="Recall">The share refused of the questions that the archive does not answer.</param>
/// <param name="AnswerableRefused">The share refused of the questions that it answers.</param>
public sealed record AbstentionRow(double Threshold, int Refused, double? Precision, double? Recall, double? AnswerableRefused);
