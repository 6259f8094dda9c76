using System.Globalization;
using System.Net;
using System.Xml.Linq;
using NewsBot.Archive;

namespace NewsBot.Ingestion.Feeds;

/// <summary>Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 and JSON Feed into one form.</summary>
public static class FeedReader
{
    private static readonly XName XmlLanguage = XNamespace.Xml + "lang";

    /// <summary>The feed, or null if the text is none.</summary>
    /// <param name="text">The feed's characters.</param>
    /// <param name="url">Where it came from; relative links are read against it.</param>
    public static Feed? Read(string text, string? url)
    {
        if (text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('{'))
        {
            return JsonFeed.Read(text);
        }

        var entries = new List<FeedEntry>();
        var root = LenientXml.Parse(ArticleText.Normalise(text), new ListedElements(IsEntry, entry => entries.Add(ReadEntry(entry, url))));
        return (root is null ? "" : FeedNames.Of(root)) switch
        {
            "feed" or "channel" => FeedOf(root!, url) with { Entries = entries },
            "rss" or "rdf:rdf" => FeedOf(root!.Child("channel") ?? root!, url) with { Entries = entries },
            _ => null,
        };
    }

    /// <summary>Atom lists its entries right in its root; the many kinds of RSS anywhere.</summary>
    private static bool IsEntry(XElement parent, XName name) => FeedNames.Of(name) switch
    {
        "entry" => parent.Parent is null || !IsInAtom(parent),
        "item" => !IsInAtom(parent),
        _ => false,
    };

    private static bool IsInAtom(XElement element) => FeedNames.Of(element.AncestorsAndSelf().Last()) == "feed";

    private static Feed FeedOf(XElement channel, string? url) => new()
    {
        Title = channel.Child("title", "dc:title") is { } title ? FeedText.Plain(title) : null,
        Link = LinkOf(channel, url),
        Language = Primary(channel.ChildText("language", "dc:language") ?? channel.AncestorsAndSelf().Select(element => (string?)element.Attribute(XmlLanguage)).FirstOrDefault(tag => tag is not null)),
        PollAfter = PollAfter(channel),
    };

    private static FeedEntry ReadEntry(XElement entry, string? url)
    {
        var published = FeedDate.Read(entry.ChildText("published", "issued", "pubdate", "dcterms:issued", "dcterms:created", "created"));
        var updated = FeedDate.Read(entry.ChildText("updated", "modified", "dcterms:modified", "dc:date", "lastbuilddate"));
        return new FeedEntry
        {
            Id = entry.ChildText("id", "guid") ?? RdfAbout(entry),
            Title = entry.Child("title", "dc:title", "media:title") is { } title ? FeedText.Plain(title) : "",
            Link = LinkOf(entry, url),
            Published = published ?? updated,
            Updated = published is null ? null : updated,
            Authors = Authors(entry),
            Content = Markup(entry, "content:encoded", "content", "xhtml:body", "body", "fullitem") ?? (entry.Child("summary") is null ? null : Markup(entry, "description")),
            Summary = Markup(entry, "summary", "description", "dc:description", "tagline", "media:description"),
            Language = Primary((string?)entry.Attribute(XmlLanguage) ?? entry.ChildText("dc:language", "language")),
        };
    }

    private static string? RdfAbout(XElement entry) => entry.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about")?.Value;

    private static string? Markup(XElement entry, params ReadOnlySpan<string> names) =>
        entry.Child(names) is { } element && FeedText.Html(element) is { } html && !string.IsNullOrWhiteSpace(html) ? html : null;

    private static IReadOnlyList<string> Authors(XElement entry)
    {
        var fromAtom = entry.Children("author").Select(PersonName);
        var fromRss = entry.Children("dc:creator").Concat(entry.Children("itunes:author")).Select(element => WebUtility.HtmlDecode(element.Value).Trim());
        return [.. fromAtom.Concat(fromRss).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Atom names a person in an element; RSS writes "mail@example.org (Name)".</summary>
    private static string PersonName(XElement author)
    {
        if (author.ChildText("name") is { } name)
        {
            return name;
        }

        var text = author.Value.Trim();
        var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
        return open > 0 && close > open ? text[(open + 1)..close].Trim() : text.Contains('@', StringComparison.Ordinal) ? "" : text;
    }

    private static string? LinkOf(XElement element, string? url)
    {
        var atom = element.Children("link")
            .Where(link => link.Attribute("href") is not null)
            .OrderBy(link => Rank((string?)link.Attribute("rel"), (string?)link.Attribute("type")))
            .FirstOrDefault(link => Rank((string?)link.Attribute("rel"), (string?)link.Attribute("type")) < int.MaxValue);
        if (atom is not null)
        {
            return Absolute((string)atom.Attribute("href")!, atom, url);
        }

        var link = element.Children("link")
            .Where(link => link.Value.Trim().Length > 0)
            .MinBy(link => Rank((string?)link.Attribute("rel"), (string?)link.Attribute("type")));
        if (link is not null)
        {
            return Absolute(link.Value.Trim(), link, url);
        }

        var guid = element.Child("guid");
        var isLink = guid is not null && !string.Equals((string?)guid.Attribute("isPermaLink") ?? (string?)guid.Attribute("ispermalink"), "false", StringComparison.OrdinalIgnoreCase);
        return isLink && guid!.Value.Trim() is { Length: > 0 } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? address
            : element.ChildText("feedburner:origlink");
    }

    private static int Rank(string? rel, string? type) => rel?.Trim() switch
    {
        null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate" => type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase) ? 0 : 1,
        _ => int.MaxValue,
    };

    private static string Absolute(string link, XElement at, string? url)
    {
        var bases = at.AncestorsAndSelf().Select(element => (string?)element.Attribute(FeedNames.XmlBase)).Where(address => !string.IsNullOrEmpty(address)).Reverse();
        var baseUri = Uri.TryCreate(url, UriKind.Absolute, out var fetched) ? fetched : null;
        foreach (var address in bases)
        {
            baseUri = baseUri is not null && Uri.TryCreate(baseUri, address, out var nested) ? nested
                : Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute : baseUri;
        }

        return baseUri is not null && Uri.TryCreate(baseUri, link, out var resolved) ? resolved.AbsoluteUri : link;
    }

    private static string? Primary(string? tag) => tag?.Split('-', '_')[0].Trim().ToLowerInvariant() is { Length: 2 or 3 } primary ? primary : null;

    private static TimeSpan? PollAfter(XElement channel)
    {
        if (double.TryParse(channel.ChildText("ttl"), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 525_600)
        {
            return TimeSpan.FromMinutes(minutes);
        }

        TimeSpan? period = channel.ChildText("sy:updateperiod")?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            _ => null,
        };
        var frequency = int.TryParse(channel.ChildText("sy:updatefrequency"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;
        return period / frequency;
    }
}
