using System.Globalization;
using NewsBot.Archive;
using NewsBot.Web.Administration;
using NewsBot.Web.Failing;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Reading;

/// <summary>GET /articles/{id}?version=&amp;start=&amp;end=: a version of an article, at a cited range.</summary>
internal sealed class ArticleEndpoint(
    IArchiveReader archives, SignedLinks links, AdminSessions sessions, ArticlePage articlePage, ChangesPage changesPage, CitingAnswers citing, PageLayout layout)
{
    private const string BadVersion = "The address names no version that the archive holds. This is the newest one.";

    private const string BadRange = "The address names a range that this version does not have, so nothing is marked. A character of it may have been lost.";

    /// <summary>Shows the article; one that is unknown and one that this reader may not open are both "not found".</summary>
    public Task ShowAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (FindCurrent(context) is not { } current)
        {
            return layout.SendAsync(context, ProblemPage.Of(ReasonOfAbsence(context)));
        }

        var article = FindVersion(current, query["version"]);
        var shown = article ?? current;
        if (!MayRead(context, shown))
        {
            return layout.SendAsync(context, ProblemPage.Of(Problem.NotFound));
        }

        var asksForRange = query.ContainsKey("start") || query.ContainsKey("end");
        var range = article is not null && asksForRange ? ReadRange(query["start"], query["end"], shown.Text) : null;
        var problem = article is null ? BadVersion : asksForRange && range is null ? BadRange : null;
        return layout.SendAsync(context, articlePage.Of(shown, current, archives.ClustersOf(shown.Archive, [shown.Id]).GetValueOrDefault(shown.Id), citing.Of(shown), range, problem));
    }

    /// <summary>GET /articles/{id}/changes?from=&amp;version=: what changed between two versions; without them what the newest changed.</summary>
    public Task ShowChangesAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (FindCurrent(context) is not { } current
            || FindVersion(current, query["version"]) is not { } later
            || FindEarlier(current, later, query["from"]) is not { } earlier
            || !MayRead(context, later))
        {
            return layout.SendAsync(context, ProblemPage.Of(Problem.NotFound));
        }

        var page = earlier.Version <= later.Version ? changesPage.Of(earlier, later) : changesPage.Of(later, earlier);
        return layout.SendAsync(context, page);
    }

    /// <summary>The id in the path. The server decodes all but the slash, since that would make another path.</summary>
    public static string IdOf(HttpContext context) =>
        ((string)context.Request.RouteValues["id"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private bool MayRead(HttpContext context, Article version)
    {
        var query = context.Request.Query;
        return links.MayOpen(version.Archive, version.Id, version.Version, query["expires"], query["signature"]) || sessions.IsSignedIn(context);
    }

    private Article? FindCurrent(HttpContext context) => FindArchive(context) is { } archive ? archives.Find(archive, IdOf(context)) : null;

    private ArchiveName? FindArchive(HttpContext context)
    {
        var named = context.Request.Query["archive"].ToString();
        var archive = named.Length == 0 ? ArchiveName.Default : ArchiveName.TryParse(named, out var parsed) ? parsed : null;
        return archive is not null && archives.Archives().Contains(archive) ? archive : null;
    }

    // That an article was removed is told where anybody could have read it; in a private archive it would tell that it was there.
    private Problem ReasonOfAbsence(HttpContext context)
    {
        if (FindArchive(context) is not { } archive || !links.IsPublic(archive))
        {
            return Problem.NotFound;
        }

        var id = IdOf(context);
        var identity = Guid.TryParse(id, out var stated)
            ? stated
            : ArticleIdentity.Of(archive, new ArticleContent { Title = "", Text = "", ExternalId = id });
        return archives.FindTombstone(archive, identity) is { } tombstone
            ? Problem.Gone(tombstone.RemovedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), tombstone.Reason)
            : Problem.NotFound;
    }

    private Article? FindVersion(Article current, string? version)
    {
        if (string.IsNullOrEmpty(version))
        {
            return current;
        }

        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number == current.Version ? current : archives.Find(current.Archive, current.Id, number)
            : null;
    }

    private Article? FindEarlier(Article current, Article later, string? version) => string.IsNullOrEmpty(version)
        ? archives.Find(later.Archive, later.Id, later.Version - 1)
        : FindVersion(current, version);

    private static TextRange? ReadRange(string? start, string? end, string text)
    {
        var isRange = int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            & int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var last);
        return isRange && first < last && last <= text.Length && !SplitsCharacter(text, first) && !SplitsCharacter(text, last)
            ? new TextRange(first, last)
            : null;
    }

    private static bool SplitsCharacter(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);
}
