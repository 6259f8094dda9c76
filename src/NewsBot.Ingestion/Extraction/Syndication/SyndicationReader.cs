using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Body;
using NewsBot.Ingestion.Extraction.Metadata;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Syndication;

/// <summary>
/// Who published an article first, where the page says that it was somebody else: in a note to the reader, by an agency's credit in
/// byline, dateline or copyright line, or by a canonical address on another publisher's site.
/// </summary>
internal static class SyndicationReader
{
    /// <summary>An agency is credited in one of the first paragraphs.</summary>
    private const int ParagraphsWithDateline = 2;

    /// <summary>A byline is short and stands close to the headline.</summary>
    private const int LongestByline = 90, BlocksBelowHeadline = 8;

    /// <summary>A copyright line is a line; longer ones are terms of use.</summary>
    private const int LongestCopyright = 200;

    /// <summary>The name of the first publisher, a host where only that is known, or null if the page names nobody but itself.</summary>
    public static string? Read(HtmlPage page, PageBlocks blocks, PageFurniture furniture, PageMetadata metadata, IReadOnlyList<string> paragraphs)
    {
        var origin = Noted(page, blocks, furniture)
            ?? Credited(paragraphs, metadata.Authors)
            ?? InByline(blocks, metadata.Title)
            ?? Copyright(blocks)
            ?? CanonicalHost(page);
        return origin is null || IsItself(origin, metadata.Source, page.Address) ? null : origin;
    }

    /// <summary>The agency that paragraphs or authors credit, or null: what can be told of any text.</summary>
    public static string? Credited(IReadOnlyList<string> paragraphs, IReadOnlyList<string> authors) =>
        paragraphs.Take(ParagraphsWithDateline).Select(NewsAgencies.OfDateline).FirstOrDefault(name => name is not null)
        ?? authors.Select(NewsAgencies.Named).FirstOrDefault(name => name is not null);

    /// <summary>Whether the publication is the origin itself.</summary>
    public static bool IsItself(string origin, string? source, Uri? address)
    {
        if (address is not null && (NewsAgencies.IsHome(origin, address) || Letters(SameSite.SiteOf(address)).StartsWith(Letters(origin), StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        return source is not null && (NewsAgencies.Named(source) == origin || Begins(source, origin) || Begins(origin, source));
    }

    private static string? Noted(HtmlPage page, PageBlocks blocks, PageFurniture furniture)
    {
        for (var i = 0; i < blocks.Blocks.Count; i++)
        {
            if (SyndicationNote.Read(blocks.Blocks[i].Text) is { } name && !furniture.CertainlyHolds(blocks.Blocks[i].Section.Element))
            {
                var known = name.Length > 0 ? NewsAgencies.Named(name) ?? name : LinkedSite(page, blocks.Blocks[i].Section.Element);
                if (known is not null)
                {
                    return known;
                }
            }
        }

        return null;
    }

    /// <summary>"Originally published here": the link says where.</summary>
    private static string? LinkedSite(HtmlPage page, IElement around) => around.QuerySelectorAll("a[href]")
        .Select(link => Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var address) ? address : null)
        .Where(address => address is { Scheme: "http" or "https" } && page.Address is not null && !SameSite.ShareName(address, page.Address))
        .Select(address => SameSite.SiteOf(address!))
        .FirstOrDefault();

    private static string? InByline(PageBlocks blocks, string title)
    {
        var headline = blocks.Blocks.Index().FirstOrDefault(block => block.Item.Kind == BlockKind.Heading && title.Length > 0 && block.Item.Text.EndsWith(title, StringComparison.Ordinal), (-1, null!)).Index;
        return headline < 0 ? null : blocks.Blocks
            .Skip(headline + 1)
            .Take(BlocksBelowHeadline)
            .Where(block => block.Text.Length <= LongestByline && !block.Text.EndsWith('.'))
            .Select(block => NewsAgencies.OfByline(block.Text))
            .FirstOrDefault(name => name is not null);
    }

    /// <summary>"Copyright 2019 The Associated Press. All rights reserved. This material may not be published …"</summary>
    private static string? Copyright(PageBlocks blocks) => blocks.Blocks
        .Where(block => block.Text.Length <= LongestCopyright && (block.Text.StartsWith('©') || block.Text.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) || block.Text.StartsWith("(c)", StringComparison.OrdinalIgnoreCase)))
        .Select(block => block.Text.Split('.')[0])
        .Select(text => NewsAgencies.Named(text[(text.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '©', ')']) + 1)..].Trim(' ', ',')))
        .FirstOrDefault(name => name is not null);

    private static string? CanonicalHost(HtmlPage page)
    {
        string?[] stated = [page.Meta("syndication-source", "original-source"), page.Document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")];
        return page.Address is { } own
            ? stated
                .Select(link => Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null)
                .Where(address => address is { PathAndQuery.Length: > 1 } && !SameSite.ShareName(address, own))
                .Select(address => SameSite.SiteOf(address!))
                .FirstOrDefault()
            : null;
    }

    private static bool Begins(string longer, string shorter) => Letters(longer).StartsWith(Letters(shorter), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat((text.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text).Where(char.IsLetterOrDigit));
}
