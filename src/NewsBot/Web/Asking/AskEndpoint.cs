using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Web.Failing;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Asking;

/// <summary>
/// Asking on the page: as a plain form that gives the whole page, and as a stream of events for browsers with scripts. Both show what
/// <see cref="AnswerView"/> makes, so there is one form of an answer.
/// </summary>
internal sealed class AskEndpoint(
    IQuestionAnswerer answerer,
    IArchiveReader archives,
    ArchiveExtents extents,
    SignedLinks links,
    AskPage askPage,
    AnswerView view,
    AnswerActions actions,
    PageLayout layout)
{
    // The newest are looked for among so many of the last changes: cheap, and right wherever articles come in about as they appear.
    private static readonly int[] RecentChanges = [50, 200, 800];

    private const int LatestShown = 4;

    /// <summary>GET / and /?q=…</summary>
    public async Task ShowPageAsync(HttpContext context)
    {
        if (links.FirstPublic is not { } archive)
        {
            await layout.SendAsync(context, ProblemPage.Of(Problem.NoPublicArchive));
            return;
        }

        var form = AskForm.Read(context.Request.Query, archive);
        if (form.Question is not { } question)
        {
            await layout.SendAsync(context, BlankPage(form, archive));
            return;
        }

        var answer = await answerer.AnswerCompletelyAsync(question, context.RequestAborted);
        await layout.SendAsync(context, askPage.Answered(context, form, answer));
    }

    /// <summary>GET /ask/stream?q=…: events <c>status</c> (text), <c>sentence</c> and <c>answer</c> (markup).</summary>
    public async Task StreamAsync(HttpContext context)
    {
        if (links.FirstPublic is not { } archive || AskForm.Read(context.Request.Query, archive).Question is not { } question)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await SseFormatter.WriteAsync(Events(context, question, context.RequestAborted), context.Response.Body, context.RequestAborted);
    }

    private async IAsyncEnumerable<SseItem<string>> Events(HttpContext context, Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var step in answerer.AnswerAsync(question, cancellationToken))
        {
            yield return step switch
            {
                AnswerProgress.Searching searching => new(Html.Of($"Searching {searching.Articles:N0} articles …").ToString(), "status"),
                AnswerProgress.Reading reading => new(Html.Of($"Reading {reading.Passages:N0} passages …").ToString(), "status"),
                AnswerProgress.SentenceAccepted accepted => new(view.Sentence(accepted.Claim, accepted.Citations).ToString(), "sentence"),
                AnswerProgress.Completed completed => new(view.Whole(completed.Answer, actions.For(context, completed.Answer.Id)).ToString(), "answer"),
                _ => throw new InvalidOperationException($"No event shows {step.GetType().Name}."),
            };
        }
    }

    private Page BlankPage(AskForm form, ArchiveName archive)
    {
        var latest = LatestOf(archive).OrderByDescending(article => article.Published?.Instant).Take(LatestShown);
        return askPage.Blank(form, extents.Of(archive), [.. latest]);
    }

    // One article that changes all the time, such as a live report, fills the last changes alone.
    private List<Article> LatestOf(ArchiveName archive)
    {
        var last = archives.LastSequence(archive);
        List<Article> latest = [];
        foreach (var window in RecentChanges)
        {
            latest = [.. archives.ChangesAfter(archive, last - window, window).Select(change => change.Article).OfType<Article>()];
            if (latest.Count >= LatestShown || window >= last)
            {
                break;
            }
        }

        return latest;
    }
}
