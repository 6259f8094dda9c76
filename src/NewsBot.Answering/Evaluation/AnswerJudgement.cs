using NewsBot.Archive;

namespace NewsBot.Answering.Evaluation;

/// <summary>How one question was answered, held against what is right.</summary>
public sealed record AnswerJudgement
{
    /// <summary>The question.</summary>
    public required EvaluationQuestion Question { get; init; }

    /// <summary>The answer.</summary>
    public required Answer Answer { get; init; }

    /// <summary>Whether the archive holds the answer.</summary>
    public bool IsAnswerable => Question.Answerable ?? true;

    /// <summary>Whether an answer was given.</summary>
    public bool IsAnswered => Answer.Outcome == AnswerOutcome.Answered;

    /// <summary>Whether the answer holds an accepted short answer as whole words.</summary>
    public bool Contains => IsAnswered && Question.Answers.Any(accepted => WholeWords.Contain(Answer.Text, accepted));

    /// <summary>Whether the first sentence does.</summary>
    public bool FirstContains => IsAnswered && Question.Answers.Any(accepted => WholeWords.Contain(Answer.Claims[0].Text, accepted));

    /// <summary>Whether something wrong was given as the answer. Naming it beside the right one, as the earlier figure, is not wrong.</summary>
    public bool IsWrong => IsAnswered && !Contains && Question.WrongIf.Any(wrong => WholeWords.Contain(Answer.Text, wrong));

    /// <summary>How many citations there are.</summary>
    public int Citations => Answer.Citations.Count;

    /// <summary>How many of them are of an article that answers.</summary>
    public required int RelevantCitations { get; init; }

    /// <summary>Judges an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="sameStoryAs">Public ids of the articles that tell the same story as one; each counts as it does.</param>
    public static AnswerJudgement Of(EvaluationQuestion question, Answer answer, Func<Article, IEnumerable<string>> sameStoryAs) => new()
    {
        Question = question,
        Answer = answer,
        RelevantCitations = answer.Citations.Count(citation =>
            IsRelevant(question, citation.Article) || sameStoryAs(citation.Article).Any(question.Relevant.Contains)),
    };

    // Sets name articles by id or, where pages have none, by address.
    private static bool IsRelevant(EvaluationQuestion question, Article article) =>
        question.Relevant.Contains(article.PublicId) || (article.Url is { } url && question.Relevant.Contains(url));
}

/// <summary>Finding a phrase as whole words, whatever its case, quotation marks and spaces.</summary>
internal static class WholeWords
{
    /// <summary>Whether the text holds the phrase and no word goes on beyond its ends.</summary>
    public static bool Contain(string text, string phrase)
    {
        var (where, what) = (Plain(text), Plain(phrase));
        for (var at = where.IndexOf(what, StringComparison.Ordinal); at >= 0 && what.Length > 0; at = where.IndexOf(what, at + 1, StringComparison.Ordinal))
        {
            var end = at + what.Length;
            if ((at == 0 || !GoesOn(where, at - 1, what[0])) && (end == where.Length || !GoesOn(where, end, what[^1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesOn(string text, int at, char inside)
    {
        // "4" is not found in "4.5" nor in "1,4"; a full stop at the end of a sentence parts nothing.
        var joinsDigits = text[at] is '.' or ',' && char.IsDigit(inside) && at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
        return joinsDigits || (char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(inside));
    }

    private static string Plain(string text) =>
        string.Join(' ', text.Replace('’', '\'').Replace('“', '"').Replace('”', '"').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
