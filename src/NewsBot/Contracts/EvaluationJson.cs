using NewsBot.Answering.Evaluation;
using NewsBot.Retrieval.Evaluation;
using NewsBot.Retrieval.Evaluation.Tuning;

namespace NewsBot.Contracts;

/// <summary>What <c>eval answers --json</c> prints, and what <c>--compare</c> reads.</summary>
internal sealed record AnswerEvaluationJson(AnswerFigures Overall, IReadOnlyDictionary<string, AnswerFigures> ByKind, IReadOnlyList<AbstentionRow> Abstention)
{
    public required IReadOnlyList<AnsweredQuestion> Questions { get; init; }

    public required IReadOnlyList<MeasureGainJson>? Comparison { get; init; }

    public static AnswerEvaluationJson From(AnswerEvaluationResult result, AnswerRunComparison? comparison) => new(result.Overall, result.ByKind, result.Abstention)
    {
        Questions = [.. result.Judgements.Select(AnsweredQuestion.Of)],
        Comparison = comparison is null ? null : [.. comparison.Gains.Select(MeasureGainJson.From)],
    };
}

/// <summary>What <c>eval retrieval --json</c> prints, and what <c>--compare</c> reads.</summary>
internal sealed record RetrievalEvaluationJson
{
    public required RetrievalFiguresJson Overall { get; init; }

    public required IReadOnlyList<RetrievalFiguresJson> ByKind { get; init; }

    public required IReadOnlyList<AbstentionFigures> Abstention { get; init; }

    public required IReadOnlyList<JudgedQuestionJson> Questions { get; init; }

    public required IReadOnlyList<MeasureGainJson>? Comparison { get; init; }

    public static RetrievalEvaluationJson From(RetrievalReport report, RunComparison? comparison) => new()
    {
        Overall = RetrievalFiguresJson.From(report.Total),
        ByKind = [.. report.ByKind.Select(RetrievalFiguresJson.From)],
        Abstention = report.Abstention,
        Questions = [.. report.Outcomes.Select(JudgedQuestionJson.From)],
        Comparison = comparison is null ? null : [.. comparison.Gains.Select(MeasureGainJson.From)],
    };

    /// <summary>The run again, as far as a comparison needs it.</summary>
    public RetrievalReport ToReport() => new([.. Questions.Select(question => question.ToOutcome())]);
}

/// <summary>A question of a run: at which ranks relevant articles stood, and how likely the search alone took it to be answerable.</summary>
internal sealed record JudgedQuestionJson(
    string Id, string Kind, string Question, bool Answerable, IReadOnlyList<int> Ranks, int RelevantCount, double Answerability, double Milliseconds)
{
    public static JudgedQuestionJson From(QuestionOutcome outcome) => new(
        outcome.Question.Id,
        outcome.Question.Kind,
        outcome.Question.Question,
        outcome.Question.Answerable,
        outcome.Ranks,
        outcome.RelevantCount,
        outcome.Answerability,
        outcome.Elapsed.TotalMilliseconds);

    public QuestionOutcome ToOutcome() => new(
        new NewsBot.Retrieval.Evaluation.EvaluationQuestion { Id = Id, Kind = Kind, Question = Question, Answerable = Answerable }, Ranks, RelevantCount, Answerability, TimeSpan.FromMilliseconds(Milliseconds));
}

/// <summary>A measure in two runs: its gain, the 95 % interval of it, and whether it lies beyond chance.</summary>
internal sealed record MeasureGainJson(string Measure, double Before, double Now, double Gain, double Low, double High, bool BeyondChance)
{
    public static MeasureGainJson From(MeasureGain measure) => new(
        measure.Name, measure.Before, measure.Now, measure.Gain.Mean, measure.Gain.Low, measure.Gain.High, measure.Gain.IsBetter || measure.Gain.IsWorse);
}

/// <summary>What <c>eval retrieval --tune --json</c> prints.</summary>
internal sealed record TuningJson(
    IReadOnlyDictionary<string, double> Present,
    IReadOnlyDictionary<string, double> Tuned,
    RetrievalFiguresJson AsideBefore,
    RetrievalFiguresJson AsideAfter,
    MeasureGainJson Gain,
    string Advice)
{
    public static TuningJson From(TuningReport report) => new(
        report.Weights.ToDictionary(weight => weight.Name, weight => weight.Get(report.Present)),
        report.Weights.ToDictionary(weight => weight.Name, weight => weight.Get(report.Tuned)),
        RetrievalFiguresJson.From(report.AsideBefore.Total),
        RetrievalFiguresJson.From(report.AsideAfter.Total),
        MeasureGainJson.From(new MeasureGain("MRR@10", report.AsideBefore.Total.MeanReciprocalRank, report.AsideAfter.Total.MeanReciprocalRank, report.Gain)),
        report.Advice);
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
