using NewsBot.Archive;

namespace NewsBot.Answering.Evaluation;

/// <summary>What measuring a question set gave.</summary>
/// <param name="Overall">All questions.</param>
/// <param name="ByKind">By kind, in alphabetical order.</param>
/// <param name="Judgements">Each question, in the order of the set.</param>
public sealed record AnswerEvaluationResult(
    AnswerFigures Overall,
    IReadOnlyDictionary<string, AnswerFigures> ByKind,
    IReadOnlyList<AnswerJudgement> Judgements)
{
    /// <summary>What other thresholds would refuse.</summary>
    public IReadOnlyList<AbstentionRow> Abstention => AbstentionTable.Of(Judgements);
}

/// <summary>Measures how well an answerer answers a question set. Asks one question after the other, so that the times mean something.</summary>
public sealed class AnswerEvaluation(IQuestionAnswerer answerer)
{
    /// <summary>Asks every question and judges the answers.</summary>
    /// <param name="archive">The archive that is asked.</param>
    /// <param name="questions">The set.</param>
    /// <param name="sameStoryAs">Public ids of the articles that tell the same story as one; null where clusters are not known.</param>
    /// <param name="progress">Told how many questions are done.</param>
    /// <param name="cancellationToken">Ends the measuring.</param>
    public async Task<AnswerEvaluationResult> RunAsync(
        ArchiveName archive,
        IReadOnlyCollection<EvaluationQuestion> questions,
        Func<Article, IEnumerable<string>>? sameStoryAs,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        var judged = new List<AnswerJudgement>(questions.Count);
        foreach (var question in questions)
        {
            var asked = new Question { Archive = archive, Text = question.Question, AsOf = question.Time, IsKept = false };
            var answer = await answerer.AnswerCompletelyAsync(asked, cancellationToken);
            judged.Add(AnswerJudgement.Of(question, answer, sameStoryAs ?? (_ => [])));
            progress?.Report(judged.Count);
        }

        var byKind = judged
            .GroupBy(one => one.Question.Kind ?? "(none)", StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => AnswerFigures.Of([.. group]), StringComparer.Ordinal);
        return new AnswerEvaluationResult(AnswerFigures.Of(judged), byKind, judged);
    }
}
