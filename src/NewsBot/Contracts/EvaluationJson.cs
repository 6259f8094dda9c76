using NewsBot.Answering.Evaluation;

namespace NewsBot.Contracts;

/// <summary>What <c>eval answers --json</c> prints.</summary>
internal sealed record AnswerEvaluationJson(AnswerFigures Overall, IReadOnlyDictionary<string, AnswerFigures> ByKind);
