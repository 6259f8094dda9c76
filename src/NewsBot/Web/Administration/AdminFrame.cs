using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>What one page of the administration shows inside its frame.</summary>
/// <param name="Path">The entry of the navigation that it belongs to.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Content">What stands below.</param>
internal sealed record AdminPage(string Path, string Title, Html Content)
{
    /// <summary>The scripts of the page, by name; it works without them.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;
}

/// <summary>The frame of every page of the administration: its navigation, what came of the last form, and signing out.</summary>
internal static class AdminFrame
{
    private static readonly (string Path, string Label)[] Places =
    [
        ("/admin", "Overview"), ("/admin/jobs", "Jobs"), ("/admin/ingest", "Add articles"), ("/admin/feeds", "Feeds"), ("/admin/articles", "Articles"),
        ("/admin/questions", "Questions"), ("/admin/feedback", "Feedback"), ("/admin/audit", "Audit"), ("/admin/keys", "API keys"), ("/admin/settings", "Settings"),
    ];

    /// <summary>The whole page.</summary>
    public static Page Around(AdminPage page, AdminSession session) => new(page.Title, Html.Of($"""
        <nav class="places" aria-label="Administration"><ul>{Html.Each(Places, place => Entry(place, page.Path))}</ul></nav>
        <h1 class="page-title">{page.Title}</h1>
        {Notice(session.TakeNotice())}
        {page.Content}
        <form class="sign-out" action="/admin/sign-out" method="post">{Token(session)}<button class="quiet" type="submit">Sign out</button></form>
        """))
    {
        Scripts = page.Scripts,
        Status = page.Status,
        IsWide = true,
    };

    /// <summary>The hidden field that every form carries.</summary>
    public static Html Token(AdminSession session) => Html.Of($"""<input type="hidden" name="token" value="{session.FormToken}">""");

    /// <summary>A table, or a sentence in its place where it has no rows.</summary>
    public static Html Table(IReadOnlyList<string> columns, IReadOnlyCollection<Html> rows, string emptySentence) => rows.Count == 0
        ? Html.Of($"<p>{emptySentence}</p>")
        : Html.Of($"""
            <div class="wide" tabindex="0" role="region" aria-label="Table"><table>
              <thead><tr>{Html.Each(columns, column => Html.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead>
              <tbody>{rows}</tbody>
            </table></div>
            """);

    /// <summary>A form of one button.</summary>
    public static Html Button(AdminSession session, string action, string label, params (string Name, string Value)[] fields) => Html.Of($"""
        <form class="inline" action="{action}" method="post">{Token(session)}{Html.Each(fields, field => Hidden(field.Name, field.Value))}<button class="quiet" type="submit">{label}</button></form>
        """);

    /// <summary>A choice of one of the archives.</summary>
    public static Html ArchiveChoice(IEnumerable<string> archives, string chosen) => Html.Of($"""
        <div><label for="archive">Archive</label><select id="archive" name="archive">{Html.Each(archives, archive => Option(archive, archive == chosen))}</select></div>
        """);

    /// <summary>An entry of a choice.</summary>
    public static Html Option(string value, bool isChosen, string? label = null) =>
        Html.Of($"<option value=\"{value}\"{Html.If(isChosen, $" selected")}>{label ?? value}</option>");

    private static Html Hidden(string name, string value) => Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");

    private static Html Notice(string? notice) => Html.If(notice is not null, $"<p class=\"notice\" role=\"status\">{notice}</p>");

    private static Html Entry((string Path, string Label) place, string here) => place.Path == here
        ? Html.Of($"""<li><a href="{place.Path}" aria-current="page">{place.Label}</a></li>""")
        : Html.Of($"""<li><a href="{place.Path}">{place.Label}</a></li>""");
}
