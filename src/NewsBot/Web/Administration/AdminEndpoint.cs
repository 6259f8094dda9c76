using NewsBot.Archive;
using NewsBot.Web.Failing;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>/admin: signing in and out, an overview, and the removal of articles.</summary>
internal sealed partial class AdminEndpoint(
    AdminKey key, AdminSessions sessions, SignInLock door, ArchiveStore store, ArchiveExtents extents, PageLayout layout, ILogger<AdminEndpoint> log)
{
    private const int JobsShown = 20;

    private static readonly Problem ForeignForm = new(
        StatusCodes.Status403Forbidden,
        "That form was not ours",
        "The form carries no valid token of your session, so nothing was done.",
        "Open the administration again, sign in, and send the form from there.");

    /// <summary>GET /admin.</summary>
    public Task ShowAsync(HttpContext context) => sessions.IsSignedIn(context)
        ? ShowOverviewAsync(context, notice: null)
        : layout.SendAsync(context, AdminPages.SignIn(key.IsSet, problem: null));

    /// <summary>POST /admin/sign-in.</summary>
    public async Task SignInAsync(HttpContext context)
    {
        var stated = (await context.Request.ReadFormAsync(context.RequestAborted))["key"].ToString();
        if (door.IsLocked)
        {
            await RefuseAsync(context, "Too many wrong keys. Nobody can sign in for 15 minutes; then try again.");
        }
        else if (!key.Is(stated))
        {
            door.CountFailure();
            LogRefused(context.Connection.RemoteIpAddress?.ToString() ?? "unknown");
            await RefuseAsync(context, "That is not the key. After five wrong ones nobody can sign in for 15 minutes.");
        }
        else
        {
            door.Reset();
            sessions.Begin(context);
            LogSignedIn(context.Connection.RemoteIpAddress?.ToString() ?? "unknown");
            SeeOverview(context);
        }
    }

    /// <summary>POST /admin/sign-out.</summary>
    public Task SignOutAsync(HttpContext context) => WithGenuineFormAsync(context, _ =>
    {
        AdminSessions.End(context);
        SeeOverview(context);
        return Task.CompletedTask;
    });

    /// <summary>POST /admin/articles/remove.</summary>
    public Task RemoveArticleAsync(HttpContext context) => WithGenuineFormAsync(context, form =>
    {
        var (id, reason) = (form["article"].ToString().Trim(), form["reason"].ToString().Trim());
        if (!ArchiveName.TryParse(form["archive"], out var archive) || reason.Length == 0 || store.Find(archive, id) is not { } article)
        {
            return ShowOverviewAsync(context, "Nothing was removed: that archive has no such article, or no reason was given.");
        }

        store.Remove(archive, article.Id, reason);
        LogRemoved(article.Id, archive.Value);
        return ShowOverviewAsync(context, $"Removed: {Titles.Of(article)}");
    });

    private async Task WithGenuineFormAsync(HttpContext context, Func<IFormCollection, Task> act)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await (sessions.IsGenuine(context, form["token"]) ? act(form) : layout.SendAsync(context, ProblemPage.Of(ForeignForm)));
    }

    private Task ShowOverviewAsync(HttpContext context, string? notice)
    {
        var archives = store.Archives().Select(archive => (archive, extents.Of(archive))).ToList();
        return layout.SendAsync(context, AdminPages.Overview(archives, store.Jobs.List(JobsShown), sessions.FormToken(context), notice));
    }

    private Task RefuseAsync(HttpContext context, string problem) => layout.SendAsync(context, AdminPages.SignIn(key.IsSet, problem));

    private static void SeeOverview(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/admin";
    }

    [LoggerMessage(5004, LogLevel.Warning, "A wrong administration key came from {Address}")]
    private partial void LogRefused(string address);

    [LoggerMessage(5005, LogLevel.Information, "The administrator signed in from {Address}")]
    private partial void LogSignedIn(string address);

    [LoggerMessage(5006, LogLevel.Information, "The administrator removed the article {Article} from the archive {Archive}")]
    private partial void LogRemoved(Guid article, string archive);
}
