using System.Runtime.CompilerServices;
using NewsBot.Answering;
using NewsBot.Archive;

namespace NewsBot.Tests.Discord;

/// <summary>Articles and answers about an invented harbour tunnel.</summary>
internal static class Answers
{
    public const string Question = "Why did the harbour tunnel get more expensive?";

    public static Article Article(string id, string title, string text, string published, string source = "Harbor Herald", string? url = null)
    {
        var content = new ArticleContent
        {
            ExternalId = id,
            Title = title,
            Text = text,
            Source = source,
            Url = url ?? $"https://news.example.org/{id}",
            Published = NewsTime.TryParse(published, out var time) ? time : null,
        };
        return new Article
        {
            Id = ArticleIdentity.Of(ArchiveName.Default, content),
            Archive = ArchiveName.Default,
            Version = 1,
            Sequence = 1,
            StoredAt = DateTimeOffset.UnixEpoch,
            Content = content,
        };
    }

    public static Article Vote { get; } = Article(
        "vote", "Council clears harbour tunnel after marathon vote", "The council approved 355 million in March 2024.", "2024-03-12");

    public static Article Estimate { get; } = Article(
        "estimate", "Tunnel cost estimate rises to 412 million", "By September the estimate was 412 million, mostly for a second shaft.", "2024-09-30");

    public static Citation Cite(int number, Article article) =>
        new() { Number = number, Article = article, Range = new TextRange(0, article.Text.Length) };

    public static Answer Of(Question question, params Article[] articles) => new()
    {
        Id = NameBasedGuid.Create(Guid.Empty, question.Text),
        Question = question,
        AsOf = NewsTime.OfDay(new DateOnly(2026, 11, 20)),
        Outcome = AnswerOutcome.Answered,
        Claims = [.. articles.Select((article, i) => new AnsweredClaim(article.Text, [i + 1], Verdict.Supported))],
        Citations = [.. articles.Select((article, i) => Cite(i + 1, article))],
        ArticlesSearched = 12_408,
    };

    public static Answer None(Question question, params Article[] leads) => new()
    {
        Id = NameBasedGuid.Create(Guid.Empty, question.Text),
        Question = question,
        AsOf = NewsTime.OfDay(new DateOnly(2026, 11, 20)),
        Outcome = AnswerOutcome.NotInArchive,
        Leads = [.. leads.Select(article => new Lead(article))],
        ArticlesSearched = 12_408,
    };
}

/// <summary>Answers as it was told to; remembers what it was asked.</summary>
internal sealed class ScriptedAnswerer(Func<Question, Answer> answer, Func<CancellationToken, Task>? beforeEachStep = null) : IQuestionAnswerer
{
    private readonly List<Question> _asked = [];

    public ScriptedAnswerer()
        : this(question => Answers.Of(question, Answers.Vote, Answers.Estimate))
    {
    }

    public IReadOnlyList<Question> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public async IAsyncEnumerable<AnswerProgress> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (_asked)
        {
            _asked.Add(question);
        }

        yield return new AnswerProgress.Searching(12_408);
        await StepAsync(cancellationToken);
        yield return new AnswerProgress.Reading(6);
        var complete = answer(question);
        foreach (var claim in complete.Claims)
        {
            await StepAsync(cancellationToken);
            yield return new AnswerProgress.SentenceAccepted(claim, complete.Citations);
        }

        await StepAsync(cancellationToken);
        yield return new AnswerProgress.Completed(complete);
    }

    private Task StepAsync(CancellationToken cancellationToken) => beforeEachStep?.Invoke(cancellationToken) ?? Task.CompletedTask;
}
