using System.Globalization;
using System.Runtime.CompilerServices;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Feeds;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Sources;

/// <summary>
/// Walks through a sitemap and those it names, each once, and reads the pages they list. Sitemaps that lead back to each other end by that;
/// sites that make up ever more of them end at a depth that no real site has, and endless lists of pages at the limit of links.
/// </summary>
internal sealed class SitemapWalk(
    WebFetcher fetcher, FormatReader formats, IngestionOptions options, Func<ListedPage, bool> passOver, Func<string, CancellationToken, Task<SourceItem>> readPage)
{
    /// <summary>The protocol knows an index and the sitemaps it names; some sites put one index more between.</summary>
    private const int DeepestSitemap = 4;

    private readonly HashSet<string> seenSitemaps = new(StringComparer.Ordinal);
    private readonly HashSet<string> seenPages = new(StringComparer.Ordinal);

    /// <summary>The pages of a sitemap, in its order.</summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync(string name, Sitemap first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        seenSitemaps.Add(name);
        var waiting = new Queue<(Sitemap Sitemap, int Depth)>([(first, 1)]);
        while (waiting.TryDequeue(out var next))
        {
            var (sitemap, depth) = next;
            var isLast = waiting.Count == 0 && sitemap.Sitemaps.Count == 0;
            foreach (var (place, page) in sitemap.Pages.Where(seenPages.Add).Index())
            {
                if (seenPages.Count > options.MaximumLinks)
                {
                    yield return SourceItem.Failed(name, string.Create(CultureInfo.InvariantCulture, $"it lists more than {options.MaximumLinks} pages, the rest is left out; raise Ingestion:MaximumLinks"));
                    yield break;
                }

                if (!passOver(new ListedPage(page, null)))
                {
                    yield return await readPage(page, cancellationToken) with { Behind = isLast ? Math.Max(0, sitemap.Pages.Count - place - 1) : null };
                }
            }

            foreach (var address in sitemap.Sitemaps.Where(seenSitemaps.Add))
            {
                if (depth == DeepestSitemap)
                {
                    yield return SourceItem.Failed(address, "sitemaps name ever more sitemaps here, so this one is left out; give its own address if it holds articles");
                    break;
                }

                var (named, failure) = await FetchAsync(address, cancellationToken);
                if (named is not null)
                {
                    waiting.Enqueue((named, depth + 1));
                }
                else
                {
                    yield return SourceItem.Failed(address, failure!);
                }
            }
        }

        if (seenPages.Count == 0)
        {
            yield return SourceItem.Failed(name, "the sitemap lists no pages; check the address in a browser");
        }
    }

    private async Task<(Sitemap? Sitemap, string? Failure)> FetchAsync(string address, CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(address, null, cancellationToken);
        if (result is not FetchResult.Fetched fetched)
        {
            return (null, result is FetchResult.Failed failed ? failed.Reason : "the server sent nothing; try again later");
        }

        using (fetched)
        {
            try
            {
                var (opened, _) = await formats.OpenAsync(fetched.Content, DocumentKind.Sitemap, cancellationToken);
                var bytes = await formats.ReadAllAsync(opened.Stream, cancellationToken);
                var sitemap = TextDecoder.Decode(bytes, opened.ContentType) is { } text ? Sitemap.Read(text) : null;
                return (sitemap, sitemap is null ? "it is not readable as a sitemap; check the address in a browser" : null);
            }
            catch (Exception exception) when (ReadingFailures.Reason(exception) is not null)
            {
                return (null, ReadingFailures.Reason(exception));
            }
        }
    }
}
