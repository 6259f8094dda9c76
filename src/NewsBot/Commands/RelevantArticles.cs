using NewsBot.Archive;
using NewsBot.Retrieval.Evaluation;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary>The articles that a question set names as the right ones, by their ids or by their addresses.</summary>
internal sealed class RelevantArticles(IArchiveReader store, ArchiveName archive)
{
    private readonly List<(string Question, string Article)> _unknown = [];

    /// <summary>The questions with addresses replaced by ids; what the archive does not have stays as it is and is remembered.</summary>
    public IReadOnlyList<EvaluationQuestion> LookUp(IEnumerable<EvaluationQuestion> questions) =>
        [.. questions.Select(question => question with { Relevant = [.. question.Relevant.Select(named => LookUp(question.Id, named))] })];

    /// <summary>What is said of articles that the archive does not have, or null: a figure of naught would not tell why.</summary>
    public string? Warning => _unknown is [var (question, article), ..]
        ? $"The archive does not have {AnswerText.Counted(_unknown.Count, "article")} that questions name, as '{article}' of question '{question}': nothing can be measured on them. 'newsbot articles list --json --archive {archive}' shows ids and addresses."
        : null;

    private string LookUp(string question, string named)
    {
        if ((store.Find(archive, named) ?? store.Find(archive, ArticleIdentity.OfUrl(archive, named))) is { } article)
        {
            return article.PublicId;
        }

        _unknown.Add((question, named));
        return named;
    }
}
