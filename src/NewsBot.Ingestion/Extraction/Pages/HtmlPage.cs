using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsBot.Archive;

namespace NewsBot.Ingestion.Extraction.Pages;

/// <summary>
/// A page parsed once; every step of extraction works on this tree. Metadata is read before the tree is cleaned, because cleaning
/// removes what it reads. Not safe for use by two threads at a time.
/// </summary>
public sealed class HtmlPage : IDisposable
{
    /// <summary>
    /// Elements nested deeper than this become siblings. Real pages stay below 60; without a bound, a page of 100,000 nested elements
    /// would make every step that walks up the tree quadratic and every recursive one overflow.
    /// </summary>
    private const int DeepestNesting = 200;

    /// <summary>A page's first attributes; more than twenty times what real pages have are left out.</summary>
    private const int MostAttributes = 200_000;

    private HtmlPage(IHtmlDocument document, Uri? address)
    {
        Document = document;
        Address = address;
    }

    /// <summary>The parsed tree.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>Where the page came from, if it is known and absolute.</summary>
    public Uri? Address { get; }

    /// <summary>Parses the page's characters.</summary>
    public static HtmlPage Parse(string html, string? url)
    {
        var attributes = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = true,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            MaximumDepth = DeepestNesting,
            ShouldEmitAttribute = (ref _, _) => ++attributes <= MostAttributes,
        });
        return new HtmlPage(parser.ParseDocument(html), AbsoluteAddress(url));
    }

    /// <summary>The first meta element's content under one of the names, in the order of the names; null if there is none.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var meta in Metas)
            {
                if (string.Equals(meta.Name, name, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(meta.Content))
                {
                    return meta.Content.Trim();
                }
            }
        }

        return null;
    }

    /// <summary>All meta elements with a name (or property, or itemprop) and a content, in the order of the page.</summary>
    public IReadOnlyList<(string Name, string Content)> Metas => field ??= ReadMetas();

    /// <inheritdoc/>
    public void Dispose() => Document.Dispose();

    private List<(string Name, string Content)> ReadMetas()
    {
        var metas = new List<(string, string)>();
        foreach (var element in Document.GetElementsByTagName("meta"))
        {
            var content = element.GetAttribute("content");
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
            if (name is not null && content is not null)
            {
                metas.Add((name.Trim(), content));
            }
        }

        return metas;
    }

    private static Uri? AbsoluteAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? AmpCache.Behind(address) : null;
}
