using System.Xml.Linq;
using NewsBot.Archive;

namespace NewsBot.Ingestion.Feeds;

/// <summary>A sitemap: pages, or other sitemaps.</summary>
/// <param name="Pages">The addresses of pages, in order.</param>
/// <param name="Sitemaps">The addresses of further sitemaps, in order.</param>
internal sealed record Sitemap(IReadOnlyList<string> Pages, IReadOnlyList<string> Sitemaps)
{
    /// <summary>Reads a sitemap, an index of sitemaps, or a plain list of addresses; null where the text is none of them.</summary>
    public static Sitemap? Read(string text)
    {
        if (!text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<'))
        {
            var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(TargetKinds.IsAddress).ToList();
            return lines.Count > 0 ? new Sitemap(lines, []) : null;
        }

        var root = LenientXml.Parse(ArticleText.Normalise(text));
        return root is not null && FeedNames.Of(root) is "urlset" or "sitemapindex" ? new Sitemap(Addresses(root, "url"), Addresses(root, "sitemap")) : null;
    }

    private static List<string> Addresses(XElement root, string element) =>
        [.. root.Children(element).Select(entry => entry.ChildText("loc")).OfType<string>()];
}
