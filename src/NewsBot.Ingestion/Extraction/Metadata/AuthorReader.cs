using System.Text.Json;
using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>The authors of the article as names, from what the page tells machines, else from its visible byline.</summary>
public static class AuthorReader
{
    private static readonly string[] Selectors =
    [
        "[itemprop~=author] [itemprop=name]", "[itemprop~=author]", "[rel~=author]", ".byline", ".author-name", ".author",
    ];

    /// <summary>The names in the order of the byline; empty if none is stated.</summary>
    public static IReadOnlyList<string> Read(HtmlPage page, StructuredData data)
    {
        IEnumerable<IEnumerable<string>> places =
        [
            StructuredAuthors(data.Article),
            page.Metas.Where(meta => meta.Name.ToLowerInvariant() is "author" or "article:author" or "dc.creator" or "parsely-author" or "sailthru.author" or "byl")
                .Select(meta => meta.Content),
            .. Selectors.Select(selector => page.Document.QuerySelectorAll(selector).Select(element => element.GetAttribute("content") ?? element.Line())),
        ];
        return places.Select(Byline.Names).FirstOrDefault(names => names.Count > 0) ?? [];
    }

    private static IEnumerable<string> StructuredAuthors(JsonElement article) =>
        StructuredData.TextsOf(article, "author").Concat(StructuredData.TextsOf(article, "creator"));
}
