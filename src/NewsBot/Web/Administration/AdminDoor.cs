using NewsBot.Archive;
using NewsBot.Web.Failing;
using NewsBot.Web.Health;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Administration;

/// <summary>What came of a form: where to go on, and what to say there.</summary>
/// <param name="GoTo">The path of the next page.</param>
/// <param name="Notice">What happened, in words.</param>
internal sealed record AdminOutcome(string GoTo, string Notice)
{
    /// <summary>Whether the store recorded it already, in the same transaction.</summary>
    public bool IsRecorded { get; init; }
}

/// <summary>
/// The way into every page of the administration: signing in and out, pages for those who are signed in, and forms that carry their session's
/// token. What a form does is recorded in the audit.
/// </summary>
internal sealed partial class AdminDoor(
    AdminKey key, AdminSessions sessions, SignInLock guard, OpenIdSignIn openId, ArchiveStore store, DiskWatch disk, PageLayout layout, TimeProvider clock, ILogger<AdminDoor> log)
{
    private static readonly Problem ForeignForm = new(
        StatusCodes.Status403Forbidden,
        "That form was not ours",
        "The form carries no valid token of your session, so nothing was done.",
        "Open the administration again, sign in, and send the form from there.");

    /// <summary>Shows a page to those who are signed in, and the door to others.</summary>
    public Task ShowAsync(HttpContext context, Func<AdminSession, AdminPage> page) =>
        ShowAsync(context, session => Task.FromResult(page(session)));

    /// <inheritdoc cref="ShowAsync(HttpContext, Func{AdminSession, AdminPage})"/>
    public async Task ShowAsync(HttpContext context, Func<AdminSession, Task<AdminPage>> page) => await layout.SendAsync(
        context,
        sessions.Of(context) is { } session ? AdminFrame.Around(await page(session), session) : Door(problem: null));

    /// <summary>The session, or null after the door was shown.</summary>
    public async Task<AdminSession?> RequireAsync(HttpContext context)
    {
        if (sessions.Of(context) is { } session)
        {
            return session;
        }

        await layout.SendAsync(context, Door("Sign in first.") with { Status = StatusCodes.Status403Forbidden });
        return null;
    }

    /// <summary>Does what a form asks for, records it and leads on, so that a reload repeats nothing.</summary>
    public Task ActAsync(HttpContext context, string action, Func<IFormCollection, AdminOutcome> act) =>
        ActAsync(context, action, (form, _) => Task.FromResult(act(form)));

    /// <inheritdoc cref="ActAsync(HttpContext, string, Func{IFormCollection, AdminOutcome})"/>
    public Task ActAsync(HttpContext context, string action, Func<IFormCollection, Task<AdminOutcome>> act) => ActAsync(context, action, (form, _) => act(form));

    /// <inheritdoc cref="ActAsync(HttpContext, string, Func{IFormCollection, AdminOutcome})"/>
    public async Task ActAsync(HttpContext context, string action, Func<IFormCollection, AdminSession, Task<AdminOutcome>> act)
    {
        var form = await PostedForm.ReadAsync(context);
        if (sessions.Of(context) is not { } session || !AdminSessions.IsGenuine(session, form["token"]))
        {
            await layout.SendAsync(context, ProblemPage.Of(ForeignForm));
        }
        else if (disk.Problem is not null)
        {
            await layout.SendAsync(context, ProblemPage.Of(Problem.ReadOnly));
        }
        else
        {
            LeadOn(context, session, action, await act(form, session));
        }
    }

    /// <summary>Records what was done and sends the browser to the next page, which says so.</summary>
    public void LeadOn(HttpContext context, AdminSession session, string action, AdminOutcome outcome)
    {
        if (!outcome.IsRecorded)
        {
            store.Readers.Add(new AuditEntry(clock.GetUtcNow(), Guild: "", session.Who, action, outcome.Notice));
        }

        session.Notice = outcome.Notice;
        Redirect(context, outcome.GoTo);
    }

    /// <summary>
    /// Sends the browser to another page. A script that sent the form is told where, so that it does not fetch that page, with its notice, in passing.
    /// </summary>
    public static void Redirect(HttpContext context, string path)
    {
        context.Response.StatusCode = context.Request.Headers["X-Follow"] == "no" ? StatusCodes.Status204NoContent : StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    /// <summary>Refuses a form that is not the session's own.</summary>
    public Task RefuseAsync(HttpContext context) => layout.SendAsync(context, ProblemPage.Of(ForeignForm));

    /// <summary>POST /admin/sign-in.</summary>
    public async Task SignInAsync(HttpContext context)
    {
        var stated = (await PostedForm.ReadAsync(context))["key"].ToString();
        var network = Networks.Of(context);
        if (guard.IsLocked(network))
        {
            await layout.SendAsync(context, Door("Too many wrong keys. Nobody can sign in from here for 15 minutes; then try again."));
        }
        else if (!key.Is(stated))
        {
            guard.CountFailure(network);
            LogRefused(network.ToString());
            await layout.SendAsync(context, Door("That is not the key. After five wrong ones nobody can sign in from here for 15 minutes."));
        }
        else
        {
            guard.Reset(network);
            sessions.Begin(context, "key");
            LogSignedIn(network.ToString());
            Redirect(context, "/admin");
        }
    }

    /// <summary>POST /admin/sign-out.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        var form = await PostedForm.ReadAsync(context);
        if (sessions.Of(context) is not { } session || !AdminSessions.IsGenuine(session, form["token"]))
        {
            await RefuseAsync(context);
            return;
        }

        sessions.End(context);
        Redirect(context, "/admin");
    }

    private Page Door(string? problem) => new("Administration", Html.Of($"""
        <h1 class="page-title">Administration</h1>
        {Html.If(openId.IsOn, $"<p><a class=\"button\" href=\"{OpenIdSignIn.Path}\">Sign in with {openId.Name}</a></p>")}
        {(key.IsSet ? KeyForm(problem) : openId.IsOn ? FormFields.Problem(problem) : HowToSetKey())}
        """))
    {
        Status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden,
    };

    private static Html KeyForm(string? problem) => Html.Of($"""
        <form class="ask" action="/admin/sign-in" method="post">
          <label for="key">Administration key</label>
          <div class="ask-line"><input id="key" name="key" type="password" autocomplete="current-password" required><button type="submit">Sign in</button></div>
          {FormFields.Problem(problem)}
        </form>
        """);

    private static Html HowToSetKey() => Html.Of($"""
        <p>No administration key is set, so nobody can sign in. Make a key, keep it, and give NewsBot only its hash:</p>
        <pre>openssl rand -hex 32
        printf %s THE_KEY | sha256sum</pre>
        <p>Set <code>NEWSBOT_Web__AdminKeyHash</code> to the 64 digits that the second line prints, and start NewsBot again.</p>
        """);

    [LoggerMessage(5004, LogLevel.Warning, "A wrong administration key came from {Network}")]
    private partial void LogRefused(string network);

    [LoggerMessage(5005, LogLevel.Information, "The administrator signed in from {Network}")]
    private partial void LogSignedIn(string network);
}
