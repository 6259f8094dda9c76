using NewsBot.Answering.Evaluation;

namespace NewsBot.Benchmarks.Answers;

/// <summary>
/// Makes questions that an archive does not answer out of two that it does, since few sets hold any: one asks another thing about the same
/// matter, one asks the same of another name.
/// </summary>
internal static class AskedOtherwise
{
    // "How many hotels did", "Which federal judge tossed": what is asked for stands in about as many words.
    private const int HeadWords = 4;

    /// <summary>The beginning of one question with the rest of another: "How many hotels did Paragon Sales call their heater business".</summary>
    public static EvaluationQuestion AskingFor(EvaluationQuestion matter, EvaluationQuestion head) =>
        Absent(matter, "head", [.. Words(head).Take(HeadWords), .. Words(matter).Skip(HeadWords)]);

    /// <summary>A question with its rarest name exchanged for another's; null where one of them names nothing.</summary>
    public static EvaluationQuestion? OfAnother(OpenCase matter, OpenCase other)
    {
        if (RarestName(matter) is not { } mine || RarestName(other) is not { } theirs || mine == theirs)
        {
            return null;
        }

        return Absent(matter.Question, "name", [.. Words(matter.Question).Select(word => word.Replace(mine, theirs, StringComparison.Ordinal))]);
    }

    private static string? RarestName(OpenCase one) => one.Weighed.Question.Terms
        .Select((term, at) => (term, weight: one.Weighed.WeightAt(at)))
        .Where(pair => pair.term.IsName && pair.term.Surface.Length > 2)
        .OrderByDescending(pair => pair.weight)
        .Select(pair => pair.term.Surface)
        .FirstOrDefault();

    private static string[] Words(EvaluationQuestion question) => question.Question.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static EvaluationQuestion Absent(EvaluationQuestion matter, string how, IReadOnlyList<string> words) =>
        matter with { Id = $"{matter.Id}-{how}", Question = string.Join(' ', words), Answerable = false, Answers = [], Relevant = [] };
}
