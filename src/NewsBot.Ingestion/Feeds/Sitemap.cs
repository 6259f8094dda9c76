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

        var (pages, sitemaps) = (new List<string>(), new List<string>());
        var listed = new ListedElements(
            static (parent, name) => parent.Parent is null && FeedNames.Of(name) is "url" or "sitemap",
            entry =>
            {
                if (entry.ChildText("loc") is { } address)
                {
                    (FeedNames.Of(entry) == "url" ? pages : sitemaps).Add(address);
                }
            });
        var root = LenientXml.Parse(ArticleText.Normalise(text), listed);
        return root is not null && FeedNames.Of(root) is "urlset" or "sitemapindex" ? new Sitemap(pages, sitemaps) : null;
    }
}
