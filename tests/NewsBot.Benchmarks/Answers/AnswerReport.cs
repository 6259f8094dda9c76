using NewsBot.Answering.Evaluation;

namespace NewsBot.Benchmarks.Answers;

/// <summary>Prints what an evaluation gave.</summary>
internal static class AnswerReport
{
    public static void Write(AnswerEvaluationResult result, bool listMisses)
    {
        foreach (var (kind, figures) in result.ByKind.Append(KeyValuePair.Create("all", result.Overall)))
        {
            Console.WriteLine(
                $"{kind,-12} n {figures.Questions,4}  contained {figures.Contained,5:0.000}  first {figures.ContainedInFirst,5:0.000}  wrong {figures.Wrong:0.000}  " +
                $"cite P {figures.CitationPrecision,5:0.000} R {figures.CitationRecall,5:0.000}  abstain P {figures.AbstentionPrecision,5:0.000} R {figures.AbstentionRecall,5:0.000}  " +
                $"refused {figures.AnswerableRefused,5:0.000}  ms p50 {figures.MedianMs:0.0} p95 {figures.P95Ms:0.0} p99 {figures.P99Ms:0.0}");
        }

        foreach (var one in listMisses ? result.Judgements.Where(one => one.IsAnswerable ? !one.Contains : one.IsAnswered) : [])
        {
            Console.WriteLine($"\n{one.Question.Id} {one.Question.Kind} {one.Question.AsOf} {one.Question.Question} -> {string.Join(" | ", one.Question.Answers)}");
            Console.WriteLine("   " + (one.IsAnswered ? one.Answer.Text : "(refused)"));
        }
    }
}
