using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>What administrators see.</summary>
internal static class AdminPages
{
    /// <summary>The door, with what kept somebody out.</summary>
    public static Page SignIn(bool hasKey, string? problem) => new("Administration", Html.Of($"""
        <h1 class="page-title">Administration</h1>
        {(hasKey ? SignInForm(problem) : HowToSetKey())}
        """))
    {
        Status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden,
    };

    /// <summary>What the archives hold, the latest jobs, and the removal of an article.</summary>
    public static Page Overview(
        IReadOnlyList<(ArchiveName Name, ArchiveStatistics Figures)> archives, IReadOnlyList<Job> jobs, string formToken, string? notice) =>
        new("Administration", Html.Of($"""
            <h1 class="page-title">Administration</h1>
            {Html.If(notice is not null, $"<p class=\"notice\" role=\"status\">{notice}</p>")}
            <section aria-labelledby="archives"><h2 id="archives">Archives</h2>{Archives(archives)}</section>
            <section aria-labelledby="jobs"><h2 id="jobs">Latest jobs</h2>{Jobs(jobs)}</section>
            <section aria-labelledby="remove"><h2 id="remove">Remove an article</h2>{RemovalForm(archives, formToken)}</section>
            <form class="sign-out" action="/admin/sign-out" method="post">{Token(formToken)}<button class="quiet" type="submit">Sign out</button></form>
            """));

    private static Html SignInForm(string? problem) => Html.Of($"""
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

    private static Html Archives(IReadOnlyList<(ArchiveName Name, ArchiveStatistics Figures)> archives) => archives.Count == 0
        ? Html.Of($"<p>There is none yet. The first ingest creates one.</p>")
        : Html.Of($"""
            <div class="wide"><table>
              {Head("Archive", "Articles", "Versions", "Newest")}
              <tbody>{Html.Each(archives, archive => ArchiveRow(archive.Name, archive.Figures))}</tbody>
            </table></div>
            """);

    private static Html ArchiveRow(ArchiveName name, ArchiveStatistics figures) => Html.Of($"""
        <tr><th scope="row">{name.Value}</th><td>{figures.Articles:N0}</td><td>{figures.Versions:N0}</td><td>{Newest(figures)}</td></tr>
        """);

    private static Html Head(params string[] columns) =>
        Html.Of($"<thead><tr>{Html.Each(columns, column => Html.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead>");

    private static Html Newest(ArchiveStatistics figures) => figures.Newest is { } newest ? Moments.Day(newest) : Html.Text("unknown");

    private static Html Jobs(IReadOnlyList<Job> jobs) => jobs.Count == 0
        ? Html.Of($"<p>Nothing has been ingested by a job yet.</p>")
        : Html.Of($"""
            <div class="wide"><table>
              {Head("Job", "Archive", "State", "Added", "Updated", "Unchanged", "Duplicates", "Failed", "Begun")}
              <tbody>{Html.Each(jobs, JobRow)}</tbody>
            </table></div>
            """);

    private static Html JobRow(Job job) => Html.Of($"""
        <tr>
          <th scope="row">{job.Number}</th><td>{job.Archive.Value}</td><td>{job.State.ToString()}</td>
          <td>{job.Counts.Added:N0}</td><td>{job.Counts.Updated:N0}</td><td>{job.Counts.Unchanged:N0}</td>
          <td>{job.Counts.Duplicates:N0}</td><td>{job.Counts.Failed:N0}</td>
          <td>{Moments.Exactly(NewsTime.OfInstant(job.CreatedAt))}</td>
        </tr>
        """);

    private static Html RemovalForm(IReadOnlyList<(ArchiveName Name, ArchiveStatistics Figures)> archives, string formToken) => Html.Of($"""
        <p>Its versions, its text and the answers that cite it are deleted for good; its address then says when and why.</p>
        <form class="fields" action="/admin/articles/remove" method="post">
          {Token(formToken)}
          <div><label for="archive">Archive</label><select id="archive" name="archive">{Html.Each(archives, archive => Option(archive.Name))}</select></div>
          <div><label for="article">Identity, as its page shows it</label><input id="article" name="article" required maxlength="400" autocomplete="off"></div>
          <div><label for="reason">Reason, readable by all</label><input id="reason" name="reason" required maxlength="200" autocomplete="off"></div>
          <div><button type="submit">Remove for good</button></div>
        </form>
        """);

    private static Html Option(ArchiveName archive) => Html.Of($"<option>{archive.Value}</option>");

    private static Html Token(string token) => Html.Of($"""<input type="hidden" name="token" value="{token}">""");
}
