namespace NewsBot.Retrieval.Evaluation.Tuning;

/// <summary>Parts questions into a half to fit on and a half to judge by: of each kind the same share in both, and the same whatever their order in the file.</summary>
internal static class QuestionHalves
{
    public static (IReadOnlyList<EvaluationQuestion> Fitted, IReadOnlyList<EvaluationQuestion> Aside) Of(IEnumerable<EvaluationQuestion> questions)
    {
        var dealt = questions
            .GroupBy(question => question.Kind, StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .SelectMany(kind => kind.OrderBy(question => HashOf(question.Id)).ThenBy(question => question.Id, StringComparer.Ordinal))
            .ToList();
        return ([.. dealt.Where((_, i) => i % 2 == 0)], [.. dealt.Where((_, i) => i % 2 == 1)]);
    }

    /// <summary>FNV-1a, mixed once more: ids often differ in their last digit only.</summary>
    private static uint HashOf(string id)
    {
        var hash = id.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        return hash ^ (hash >> 13);
    }
}
