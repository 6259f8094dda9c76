using System.Collections.Frozen;
using System.Xml.Linq;

namespace NewsBot.Ingestion.Feeds;

/// <summary>
/// The names of feed elements. Every version of RSS and Atom has had its own namespaces; here their core elements have plain names ("title") and
/// extensions a fixed prefix ("dc:creator"), whatever prefix the feed chose.
/// </summary>
internal static class FeedNames
{
    /// <summary>The namespace given to elements of a broken feed whose prefix is declared nowhere.</summary>
    public const string UndeclaredPrefix = "urn:undeclared:";

    /// <summary>The address that links inside an element are relative to.</summary>
    public static readonly XName XmlBase = XNamespace.Xml + "base";

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "",
        ["http://www.w3.org/2005/atom"] = "",
        ["http://purl.org/atom/ns#"] = "",
        ["http://purl.org/pie/"] = "",
        ["http://purl.org/echo/"] = "",
        ["http://example.com/necho"] = "",
        ["http://example.com/newformat#"] = "",
        ["uri/of/echo/namespace#"] = "",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf:",
        ["http://purl.org/dc/elements/1.1/"] = "dc:",
        ["http://purl.org/dc/terms/"] = "dcterms:",
        ["http://purl.org/rss/1.0/modules/content/"] = "content:",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy:",
        ["http://search.yahoo.com/mrss/"] = "media:",
        ["http://search.yahoo.com/mrss"] = "media:",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes:",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner:",
        ["http://www.w3.org/1999/xhtml"] = "xhtml:",
        ["http://www.w3.org/xml/1998/namespace"] = "xml:",
        ["http://www.google.com/schemas/sitemap-news/0.9"] = "news:",
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = "",
        ["http://www.google.com/schemas/sitemap/0.84"] = "",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> KnownPrefixes = FrozenSet.ToFrozenSet(["dc", "dcterms", "content", "media", "itunes", "xhtml", "rdf", "sy", "news", "feedburner"]);

    /// <summary>The element's name in its fixed form, in lower case.</summary>
    public static string Of(XElement element) => Of(element.Name);

    /// <summary>A name in its fixed form, in lower case.</summary>
    public static string Of(XName name)
    {
        var local = name.LocalName.ToLowerInvariant();
        var space = name.NamespaceName;
        if (Prefixes.TryGetValue(space, out var prefix))
        {
            return prefix + local;
        }

        if (!space.StartsWith(UndeclaredPrefix, StringComparison.Ordinal))
        {
            return "{" + space + "}" + local;
        }

        var undeclared = space[UndeclaredPrefix.Length..].ToLowerInvariant();
        return KnownPrefixes.Contains(undeclared) ? undeclared + ":" + local : undeclared is "rss" or "atom" ? local : "{" + space + "}" + local;
    }

    /// <summary>The first child with one of the names; earlier names go before later ones.</summary>
    public static XElement? Child(this XElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in element.Elements())
            {
                if (Of(child) == name)
                {
                    return child;
                }
            }
        }

        return null;
    }

    /// <summary>All children with a name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => Of(child) == name);

    /// <summary>The trimmed text of the first child with one of the names that has any.</summary>
    public static string? ChildText(this XElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var child in element.Elements())
            {
                if (Of(child) == name && child.Value.Trim() is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }
}
