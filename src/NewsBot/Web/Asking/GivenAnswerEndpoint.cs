using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Web.Administration;
using NewsBot.Web.Failing;
using NewsBot.Web.Health;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Asking;

/// <summary>Answers that were given: shown again from their link, checked again, judged by readers.</summary>
internal sealed class GivenAnswerEndpoint(
    GivenAnswers given, GivenAnswerPage page, AnswerRecheck recheck, ReaderForms forms, SignedLinks links, ArchiveStore store, DiskWatch disk, PageLayout layout, TimeProvider clock)
{
    private const string Thanks = "thanks";

    /// <summary>GET /answers/{id}: an answer exactly as it was given.</summary>
    public Task ShowAsync(HttpContext context) => layout.SendAsync(
        context, Find(context) is { } answer ? page.Shared(context, answer, isThanked: context.Request.Query["said"] == Thanks) : Missing(context));

    /// <summary>POST /answers/{id}/check: each sentence against the articles as they are now. Nothing is changed by asking.</summary>
    public Task CheckAsync(HttpContext context) => layout.SendAsync(
        context, Find(context) is { } answer ? page.Checked(answer, recheck.Check(answer.Shown.Question.Archive, answer.Kept), NewsTime.OfInstant(clock.GetUtcNow())) : Missing(context));

    /// <summary>POST /answers/{id}/feedback: keeps what a reader says of an answer; said again it replaces what was said before.</summary>
    public async Task JudgeAsync(HttpContext context)
    {
        var form = await PostedForm.ReadAsync(context);
        if (Find(context) is not { } answer)
        {
            await layout.SendAsync(context, Missing(context));
        }
        else if (!forms.IsGenuine(context, answer.Shown.Id, form["token"]))
        {
            await layout.SendAsync(context, ProblemPage.Of(Problem.StaleForm));
        }
        else if (disk.Problem is not null)
        {
            await layout.SendAsync(context, ProblemPage.Of(Problem.ReadOnly));
        }
        else
        {
            store.Readers.Add(Said(context, answer, form));
            AdminDoor.Redirect(context, $"/answers/{answer.Shown.Id}?said={Thanks}");
        }
    }

    private GivenAnswer? Find(HttpContext context) => links.FirstPublic is { } archive && IdOf(context) is { } id ? given.Find(archive, id) : null;

    // The words of an answer go with an article that it cites; who holds its link learns why it is gone.
    private Page Missing(HttpContext context) => ProblemPage.Of(
        links.FirstPublic is { } archive && IdOf(context) is { } id && store.Answers.WithdrawnSourcesOf(archive, id).Count > 0 ? Problem.WithdrawnAnswer : Problem.NotFound);

    private static Guid? IdOf(HttpContext context) => Guid.TryParse(context.Request.RouteValues["id"] as string, out var id) ? id : null;

    private Feedback Said(HttpContext context, GivenAnswer answer, IFormCollection form)
    {
        var (kind, comment) = (form["kind"].ToString(), form["comment"].ToString().Trim());
        return new Feedback
        {
            At = clock.GetUtcNow(),
            Archive = answer.Shown.Question.Archive,
            Answer = answer.Shown.Id,
            Guild = "",
            User = forms.NameOf(context),
            Question = answer.Kept.Question,
            IsGood = form["good"] == "true",
            Kind = Feedback.Kinds.Contains(kind) ? kind : null,
            Comment = comment.Length == 0 ? null : comment[..Math.Min(comment.Length, AnswerActions.LongestComment)],
        };
    }
}
