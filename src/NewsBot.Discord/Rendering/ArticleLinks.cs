using System.Globalization;
using NewsBot.Answering;
using NewsBot.Archive;

namespace NewsBot.Discord.Rendering;

/// <summary>
/// The path and query of NewsBot's page for an article, with a range of it highlighted if one is given; into an archive that is not public it carries
/// a signature that opens this one version for a while.
/// </summary>
public delegate string ArticlePath(Article article, TextRange? range);

/// <summary>
/// Where an article can be read: in the archive, with the quote highlighted, where NewsBot's pages have a public address; else at its
/// publisher. Never an address from the text of an article.
/// </summary>
/// <param name="publicBaseUrl">The address of NewsBot's pages as readers reach them, or null.</param>
/// <param name="pages">What makes the paths of its pages; null for paths that open articles of public archives only.</param>
public sealed class ArticleLinks(Uri? publicBaseUrl, ArticlePath? pages = null)
{
    /// <summary>Where a citation can be checked, or null where neither place is known.</summary>
    public string? To(Citation citation) => To(citation.Article, citation.Range);

    /// <summary>Where an article can be read, with a range of it highlighted if one is given.</summary>
    public string? To(Article article, TextRange? range = null) =>
        publicBaseUrl is null ? article.Url : new Uri(publicBaseUrl, pages?.Invoke(article, range) ?? PathTo(article, range)).AbsoluteUri;

    private static string PathTo(Article article, TextRange? range)
    {
        var path = $"articles/{Uri.EscapeDataString(article.PublicId)}?archive={article.Archive}&version={article.Version.ToString(CultureInfo.InvariantCulture)}";
        return range is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"{path}&start={place.Start}&end={place.End}")
            : path;
    }
}
