using NewsBot.Answering.Evaluation;
using NewsBot.Retrieval.Evaluation;

namespace NewsBot.Contracts;

/// <summary>What <c>eval answers --json</c> prints.</summary>
internal sealed record AnswerEvaluationJson(AnswerFigures Overall, IReadOnlyDictionary<string, AnswerFigures> ByKind);

/// <summary>What <c>eval retrieval --json</c> prints.</summary>
internal sealed record RetrievalEvaluationJson(RetrievalFiguresJson Overall, IReadOnlyList<RetrievalFiguresJson> ByKind)
{
    public static RetrievalEvaluationJson From(RetrievalReport report) => new(
        RetrievalFiguresJson.From(report.Total),
        [.. report.ByKind.Select(RetrievalFiguresJson.From)]);
}

/// <summary>The figures of a group of questions; the percentiles are milliseconds.</summary>
internal sealed record RetrievalFiguresJson(
    string Kind, int Questions, int Judged, double HitAt1, double HitAt5, double HitAt10, double Mrr, double Ndcg, double P50, double P95, double P99)
{
    public static RetrievalFiguresJson From(RetrievalFigures figures) => new(
        figures.Kind,
        figures.Questions,
        figures.Judged,
        figures.HitAt1,
        figures.HitAt5,
        figures.HitAt10,
        figures.MeanReciprocalRank,
        figures.Ndcg,
        figures.Milliseconds.P50,
        figures.Milliseconds.P95,
        figures.Milliseconds.P99);
}
