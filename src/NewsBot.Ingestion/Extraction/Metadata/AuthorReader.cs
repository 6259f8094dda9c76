using System.Text.Json;
using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Body;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// The authors of the article as names: from what the page tells machines, else from its visible byline. A page that names itself as its
/// author names nobody.
/// </summary>
internal static class AuthorReader
{
    /// <summary>A byline is short; longer elements of that name are biographies.</summary>
    private const int LongestByline = 120;

    /// <summary>The byline stands this close below the headline.</summary>
    private const int BlocksBelowHeadline = 6;

    /// <summary>"Text von Ada Finch" is a signature; longer lines are sentences.</summary>
    private const int LongestSignature = 60;

    private static readonly string[] CardLabels = ["written", "author", "verfasst", "geschrieben", "autor", "écrit", "escrito", "scritto", "geschreven"];

    private static readonly string[] ProfileFolders = ["/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/auteurs/", "/autores/", "/staff/", "/newsteam/", "/journalist/", "/journalists/", "/profil/", "/profile/", "/people/", "/team/", "/redaktion/", "/by/"];

    private static readonly string[] MetaNames = ["author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author", "og:article:author", "creator", "autor", "news_author"];

    private static readonly string[] BylineWords = ["author", "byline", "autor", "auteur"];

    /// <summary>The names in the order of the byline; empty if none is stated.</summary>
    public static IReadOnlyList<string> Read(HtmlPage page, StructuredData data, PageBlocks blocks, PageFurniture furniture, string title, string? source)
    {
        IEnumerable<Func<IEnumerable<string>>> stated =
        [
            () => StructuredAuthors(data),
            () => Marked(page, furniture, "[itemprop~=author] [itemprop=name]"),
            () => Marked(page, furniture, "[itemprop~=author]"),
            () => page.Metas.Where(meta => MetaNames.Contains(meta.Name.ToLowerInvariant())).Select(meta => meta.Content),
            () => OnCard(page),
            () => Marked(page, furniture, "a[rel~=author]"),
            () => Named(page, furniture),
        ];
        IEnumerable<Func<IEnumerable<string>>> seen =
        [
            () => BelowHeadline(blocks, title),
            () => Profiles(page, furniture),
            () => AtEnd(blocks, furniture),
        ];
        var site = new SiteName(source, page.Address);
        return First(stated.Concat(seen), lines => People(Byline.Names(lines, source), site)) ?? First(stated, Byline.Signatures) ?? [];
    }

    /// <summary>What begins with the site's name is its signature with a slogan: "L-Mag, the magazine of the lighthouse".</summary>
    private static IReadOnlyList<string> People(IReadOnlyList<string> names, SiteName site) =>
        names.Count > 0 && site.Is(names[0]) ? [] : [.. names.Where(name => !site.Is(name))];

    private static IReadOnlyList<string>? First(IEnumerable<Func<IEnumerable<string>>> places, Func<IEnumerable<string>, IReadOnlyList<string>> read) =>
        places.Select(place => read(place())).FirstOrDefault(names => names.Count > 0);

    private static IEnumerable<string> StructuredAuthors(StructuredData data) => data.Articles.Concat(data.Pages)
        .Select((JsonElement article) => data.NamesOf(article, "author").Concat(data.NamesOf(article, "creator")).ToList())
        .FirstOrDefault(names => names.Count > 0) ?? [];

    /// <summary>What a link's preview shows in networks: a label, "Written by", and its value.</summary>
    private static IEnumerable<string> OnCard(HtmlPage page) =>
        page.Meta("twitter:label1") is { } label && CardLabels.Any(word => label.Contains(word, StringComparison.OrdinalIgnoreCase)) && page.Meta("twitter:data1") is { } author ? [author] : [];

    private static IEnumerable<string> Marked(HtmlPage page, PageFurniture furniture, string selector) => page.Document.QuerySelectorAll(selector)
        .Where(element => !furniture.CertainlyHolds(element))
        .Select(element => element.GetAttribute("content") ?? element.Parts())
        .Where(text => text.Length <= LongestByline);

    /// <summary>The first short element that is called author or byline; those inside it say the same again.</summary>
    private static IEnumerable<string> Named(HtmlPage page, PageFurniture furniture) => page.Document.All
        .Where(element => element.ClassName is { } name && BylineWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        .Where(element => !furniture.CertainlyHolds(element))
        .Select(element => element.Parts())
        .Where(text => text.Length is > 1 and <= LongestByline && Byline.Names([text], null).Count > 0)
        .Take(1);

    /// <summary>A line "By …" close below the headline, or behind it in the same block.</summary>
    private static IEnumerable<string> BelowHeadline(PageBlocks page, string title)
    {
        var headline = page.Blocks.Index().FirstOrDefault(block => IsHeadline(block.Item, title), (-1, null!)).Index;
        return headline < 0 ? [] : page.Blocks
            .Skip(headline)
            .Take(BlocksBelowHeadline)
            .Select(block => title.Length > 0 && block.Text.StartsWith(title, StringComparison.OrdinalIgnoreCase) ? block.Text[title.Length..] : block.Text)
            .Where(text => text.Length <= LongestByline && Byline.Begins(text))
            .Take(1);
    }

    /// <summary>Links to the pages that sites keep about those who write for them.</summary>
    private static IEnumerable<string> Profiles(HtmlPage page, PageFurniture furniture) => page.Document.QuerySelectorAll("a[href]")
        .Where(link => link.GetAttribute("href") is { } address && ProfileFolders.Any(folder => address.Contains(folder, StringComparison.OrdinalIgnoreCase)))
        .Where(link => !furniture.CertainlyHolds(link))
        .Select(link => link.Line())
        .Where(text => text.Length is > 2 and <= LongestByline && text.Contains(' ', StringComparison.Ordinal) && Byline.Names([text], null).Count > 0)
        .Take(1);

    /// <summary>Magazines sign below the text: "Text von Ada Finch".</summary>
    private static IEnumerable<string> AtEnd(PageBlocks page, PageFurniture furniture) => page.Blocks
        .Where(block => block.Text.Length <= LongestSignature && block.LinkLength < block.Text.Length && Byline.Signs(block.Text) && !furniture.CertainlyHolds(block.Section.Element))
        .Select(block => block.Text)
        .Take(1);

    private static bool IsHeadline(TextBlock block, string title) =>
        block.Section.Element.LocalName == "h1" || (title.Length > 0 && block.Text.StartsWith(title, StringComparison.OrdinalIgnoreCase));
}
