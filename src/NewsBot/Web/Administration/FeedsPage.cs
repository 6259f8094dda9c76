using System.Globalization;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>/admin/feeds: what is looked at by itself, how it went, and when it is due.</summary>
internal sealed class FeedsPage(AdminDoor door, ArchiveStore store)
{
    private static readonly (string Value, string Label, TimeSpan Every)[] Intervals =
    [
        ("5m", "every 5 minutes", TimeSpan.FromMinutes(5)), ("15m", "every 15 minutes", TimeSpan.FromMinutes(15)), ("1h", "every hour", TimeSpan.FromHours(1)),
        ("6h", "every 6 hours", TimeSpan.FromHours(6)), ("1d", "every day", TimeSpan.FromDays(1)),
    ];

    /// <summary>GET /admin/feeds.</summary>
    public Task ShowAsync(HttpContext context) => door.ShowAsync(context, session => new AdminPage("/admin/feeds", "Feeds", Html.Of($"""
        {AdminFrame.Table(["Feed", "Archive", "How often", "Last read", "Next", ""], [.. store.Feeds.List().Select(feed => Row(feed, session))], "No feed is looked at yet.")}
        <section aria-labelledby="add"><h2 id="add">Look at a feed</h2>
        <form class="fields" action="/admin/feeds/add" method="post">
          {AdminFrame.Token(session)}
          <div><label for="url">Address of the feed</label><input id="url" name="url" type="url" required maxlength="2000" autocomplete="off"></div>
          <div><label for="archive">Archive</label><input id="archive" name="archive" value="default" required maxlength="64" autocomplete="off"></div>
          <div><label for="every">How often</label><select id="every" name="every">{Html.Each(Intervals, interval => AdminFrame.Option(interval.Value, interval.Value == "15m", interval.Label))}</select></div>
          <div><button type="submit">Add the feed</button></div>
        </form></section>
        """)));

    /// <summary>POST /admin/feeds/add.</summary>
    public Task AddAsync(HttpContext context) => door.ActAsync(context, "feeds.add", form =>
    {
        var url = form["url"].ToString().Trim();
        var interval = Intervals.FirstOrDefault(interval => interval.Value == form["every"].ToString());
        if (!TargetKinds.IsAddress(url) || !ArchiveName.TryParse(form["archive"], out var archive) || interval.Value is null)
        {
            return new AdminOutcome("/admin/feeds", "Nothing was added: give an http or https address, the name of an archive, and how often.");
        }

        var feed = store.Feeds.Add(archive, url, interval.Every, "web");
        return new AdminOutcome("/admin/feeds", FormattableString.Invariant($"Feed {feed.Number}, {feed.ShownUrl}, is looked at {interval.Label}."));
    });

    /// <summary>POST /admin/feeds/remove.</summary>
    public Task RemoveAsync(HttpContext context) => door.ActAsync(context, "feeds.remove", form =>
        long.TryParse(form["feed"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && store.Feeds.Remove(number)
            ? new AdminOutcome("/admin/feeds", FormattableString.Invariant($"Feed {number} is looked at no more; its articles stay."))
            : new AdminOutcome("/admin/feeds", "Nothing was removed: there is no such feed."));

    private static Html Row(ScheduledFeed feed, AdminSession session) => Html.Of($"""
        <tr>
          <th scope="row" class="what"><bdi>{feed.ShownUrl}</bdi>{Html.If(feed.Message is not null, $"<br><small>{feed.Message}</small>")}</th>
          <td data-label="Archive">{feed.Archive.Value}</td><td data-label="How often">{InWords(feed.Every)}</td>
          <td data-label="Last read">{(feed.LastSuccessAt is { } last ? Moments.Exactly(NewsTime.OfInstant(last)) : Html.Text("not yet"))}</td>
          <td data-label="Next">{(feed.IsDead ? Html.Text("given up") : Moments.Exactly(NewsTime.OfInstant(feed.NextAt)))}</td>
          <td>{AdminFrame.Button(session, "/admin/feeds/remove", "Remove", ("feed", feed.Number.ToString(CultureInfo.InvariantCulture)))}</td>
        </tr>
        """);

    private static string InWords(TimeSpan every) => every switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{every.TotalDays:0.#} d"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{every.TotalHours:0.#} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{every.TotalMinutes:0.#} min"),
    };
}
