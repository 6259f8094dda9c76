using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>/admin/feedback and /admin/audit: what readers said of answers, and what administrators did.</summary>
internal sealed class RecordPages(AdminDoor door, ArchiveStore store)
{
    private const int Shown = 100;

    /// <summary>GET /admin/feedback.</summary>
    public Task ShowFeedbackAsync(HttpContext context) => door.ShowAsync(context, _ =>
    {
        var feedback = store.Archives().SelectMany(store.Readers.FeedbackOn).OrderByDescending(said => said.At).ToList();
        var good = feedback.Count(said => said.IsGood);
        return new AdminPage("/admin/feedback", "Feedback", Html.Of($"""
            {Html.If(feedback.Count > 0, $"<p>{Quantities.Of(feedback.Count, "judgement")}: {good} good, {feedback.Count - good} bad.</p>")}
            {AdminFrame.Table(["Question", "Judged", "What was wrong", "When"], [.. feedback.Take(Shown).Select(Row)], "Nobody has judged an answer yet.")}
            """));
    });

    /// <summary>GET /admin/audit.</summary>
    public Task ShowAuditAsync(HttpContext context) => door.ShowAsync(context, _ => new AdminPage("/admin/audit", "Audit", AdminFrame.Table(
        ["When", "Who", "Did", "What came of it"], [.. store.Readers.Audit(Shown).Select(Row)], "Nothing was done yet.")));

    private static Html Row(Feedback said) => Html.Of($"""
        <tr><th scope="row" class="what"><bdi>{said.Question}</bdi></th><td data-label="Judged">{(said.IsGood ? "good" : "bad")}</td>
        <td class="what" data-label="What was wrong">{said.Kind?.Replace('_', ' ')}{Html.If(said.Comment is not null, $" <bdi>“{said.Comment}”</bdi>")}</td>
        <td data-label="When">{Moments.Exactly(NewsTime.OfInstant(said.At))}<br><small>archive {said.Archive.Value}</small></td></tr>
        """);

    private static Html Row(AuditEntry entry) => Html.Of($"""
        <tr><th scope="row">{Moments.Exactly(NewsTime.OfInstant(entry.At))}</th><td data-label="Who">{Who(entry)}</td><td data-label="Did">{entry.Action}</td><td class="what" data-label="What came of it"><bdi>{entry.Detail}</bdi></td></tr>
        """);

    private static string Who(AuditEntry entry) => entry switch
    {
        { Guild.Length: > 0 } => $"{entry.User} in server {entry.Guild}",
        { User.Length: > 0 } => entry.User,
        _ => "the program",
    };
}
