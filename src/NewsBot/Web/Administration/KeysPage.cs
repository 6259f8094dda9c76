using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Archive;
using NewsBot.Web.Api.Keys;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>/admin/keys: making keys of the API, which are shown once, and taking them back.</summary>
internal sealed class KeysPage(AdminDoor door, ApiKeys keys, ArchiveStore store)
{
    private const int UsualRate = 60;
    private const int HighestRate = 6_000;

    private static readonly (string Scope, string Label)[] Scopes =
        [(ApiScopes.Read, "read: ask, search, read and check"), (ApiScopes.Ingest, "ingest: add articles"), (ApiScopes.Feedback, "feedback: judge answers")];

    // A key that was made waits here for its one page.
    private readonly ConcurrentDictionary<string, string> _shownOnce = new();

    /// <summary>GET /admin/keys.</summary>
    public Task ShowAsync(HttpContext context) => door.ShowAsync(context, Page);

    /// <summary>POST /admin/keys/make.</summary>
    public Task MakeAsync(HttpContext context) => door.ActAsync(context, "keys.make", form =>
    {
        var name = form["name"].ToString().Trim();
        var scopes = form["scope"].OfType<string>().Where(ApiScopes.All.Contains).Distinct().ToList();
        var archives = form["archives"].ToString().Split([' ', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isRate = int.TryParse(form["rate"], NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate is >= 1 and <= HighestRate;
        if (name.Length is 0 or > 100 || scopes.Count == 0 || !isRate || archives.Any(archive => !ArchiveName.TryParse(archive, out _)))
        {
            return new AdminOutcome("/admin/keys", $"No key was made: give a name, at least one scope, 1 to {HighestRate} requests a minute, and names of archives or none.");
        }

        var (key, text) = keys.Make(name, scopes, archives, rate);
        _shownOnce[key.Id] = text;
        return new AdminOutcome($"/admin/keys?new={key.Id}", $"The key {key.Id} was made for {name}.");
    });

    /// <summary>POST /admin/keys/revoke.</summary>
    public Task RevokeAsync(HttpContext context) => door.ActAsync(context, "keys.revoke", form => keys.Revoke(form["key"].ToString())
        ? new AdminOutcome("/admin/keys", $"The key {form["key"]} opens nothing any more.")
        : new AdminOutcome("/admin/keys", "Nothing was taken back: there is no such key."));

    private AdminPage Page(AdminSession session) => new("/admin/keys", "API keys", Html.Of($"""
        {Html.Each(_shownOnce.Keys, Once)}
        {AdminFrame.Table(["Key", "For", "Scopes", "Archives", "A minute", "Made", "Last used", ""], [.. keys.All.Select(key => Row(key, session))], "There is no key yet.")}
        <section aria-labelledby="make"><h2 id="make">Make a key</h2>
        <form class="fields" action="/admin/keys/make" method="post">
          {AdminFrame.Token(session)}
          <div><label for="name">Who or what uses it</label><input id="name" name="name" required maxlength="100" autocomplete="off"></div>
          <fieldset><legend>What it may do</legend>{Html.Each(Scopes, Scope)}</fieldset>
          <div><label for="archives-of-key">Archives that it opens; none: the public ones</label>
            <input id="archives-of-key" name="archives" maxlength="1000" autocomplete="off" placeholder="{string.Join(' ', store.Archives().Take(3))}"></div>
          <div><label for="rate">Requests a minute</label><input id="rate" name="rate" type="number" min="1" max="{HighestRate}" value="{UsualRate}" required></div>
          <div><button type="submit">Make the key</button></div>
        </form></section>
        """));

    private Html Once(string id) => _shownOnce.TryRemove(id, out var text)
        ? Html.Of($"""<p class="notice">This key is shown only now. Copy it: <code class="secret">{text}</code></p>""")
        : Html.None;

    private static Html Scope((string Scope, string Label) scope) => Html.Of(
        $"""<div><label><input type="checkbox" name="scope" value="{scope.Scope}"{Html.If(scope.Scope == ApiScopes.Read, $" checked")}>{scope.Label}</label></div>""");

    private Html Row(ApiKey key, AdminSession session) => Html.Of($"""
        <tr><th scope="row"><code>nb_{key.Id}_…</code></th><td class="what" data-label="For"><bdi>{key.Name}</bdi></td><td data-label="Scopes">{string.Join(", ", key.Scopes)}</td>
        <td data-label="Archives">{(key.Archives.Count == 0 ? "public ones" : string.Join(", ", key.Archives))}</td><td data-label="A minute">{key.PerMinute}</td>
        <td data-label="Made">{Moments.Exactly(NewsTime.OfInstant(key.CreatedAt))}</td>
        <td data-label="Last used">{(keys.LastUsed(key) is { } used ? Moments.Exactly(NewsTime.OfInstant(used)) : Html.Text("not since the start"))}</td>
        <td>{AdminFrame.Button(session, "/admin/keys/revoke", "Take back", ("key", key.Id))}</td></tr>
        """);
}
