using System.Globalization;
using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Feeds;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Sources;

/// <summary>
/// Walks through a sitemap and those it names, each once, and reads the pages they list. Sitemaps are fetched when their turn comes, so that only one is
/// held in memory. Sitemaps that lead back to each other end by that; sites that make up ever more of them end at a depth that no real site has, or where a
/// thousand in a row list no page, and endless lists at the limit of links.
/// </summary>
internal sealed class SitemapWalk(
    WebFetcher fetcher, FormatReader formats, IngestionOptions options, Func<ListedPage, bool> passOver, Func<string, CancellationToken, Task<SourceItem>> readPage)
{
    /// <summary>The protocol knows an index and the sitemaps it names; some sites put one index more between.</summary>
    private const int DeepestSitemap = 4;

    /// <summary>Sites with a sitemap for each day have empty days, but not years of them.</summary>
    private const int MostWithoutPages = 1_000;

    private readonly NamesSeen seenSitemaps = new();
    private readonly NamesSeen seenPages = new();
    private readonly Queue<(string Address, int Depth)> waiting = new();
    private int withoutPages;
    private bool isTooDeep;
    private bool areTooMany;

    /// <summary>The pages of a sitemap and of those it names, in their order.</summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync(string name, Sitemap first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        seenSitemaps.Add(name);
        await foreach (var item in ReadOneAsync(first, name, depth: 1, cancellationToken))
        {
            yield return item;
        }

        while (waiting.TryDequeue(out var next) && WhyEnded() is null)
        {
            var (sitemap, failure) = await FetchAsync(next.Address, cancellationToken);
            if (sitemap is null)
            {
                yield return SourceItem.Failed(next.Address, failure!);
                continue;
            }

            await foreach (var item in ReadOneAsync(sitemap, next.Address, next.Depth, cancellationToken))
            {
                yield return item;
            }
        }

        if (areTooMany)
        {
            yield return SourceItem.Failed(name, string.Create(CultureInfo.InvariantCulture, $"it names more than {options.MaximumLinks} sitemaps, the rest is left out; give the addresses of those that list articles"));
        }

        if (WhyEnded() is { } why)
        {
            yield return SourceItem.Failed(name, why);
        }
        else if (seenPages.Count == 0)
        {
            yield return SourceItem.Failed(name, "the sitemap lists no pages; check the address in a browser");
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadOneAsync(Sitemap sitemap, string address, int depth, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wasTooDeep = isTooDeep;
        TakeNamed(sitemap.Sitemaps, depth);
        if (isTooDeep && !wasTooDeep)
        {
            yield return SourceItem.Failed(address, "sitemaps name ever more sitemaps here, so those named from here on are left out; give the address of one that lists articles");
        }

        var pages = sitemap.Pages.Where(seenPages.Add).ToList();
        withoutPages = pages.Count > 0 ? 0 : withoutPages + 1;
        var isLast = waiting.Count == 0;
        var excess = Math.Max(0, seenPages.Count - options.MaximumLinks);
        foreach (var (place, page) in pages.SkipLast(excess).Index())
        {
            if (!passOver(new ListedPage(page, null)))
            {
                yield return await readPage(page, cancellationToken) with { Behind = isLast ? pages.Count - excess - place - 1 : null };
            }
        }
    }

    private void TakeNamed(IReadOnlyList<string> sitemaps, int depth)
    {
        foreach (var named in sitemaps.Where(named => !seenSitemaps.Contains(named)))
        {
            if (seenSitemaps.Count >= options.MaximumLinks)
            {
                areTooMany = true;
                return;
            }

            seenSitemaps.Add(named);
            if (depth == DeepestSitemap)
            {
                isTooDeep = true;
            }
            else
            {
                waiting.Enqueue((named, depth + 1));
            }
        }
    }

    private string? WhyEnded() =>
        seenPages.Count > options.MaximumLinks ? string.Create(CultureInfo.InvariantCulture, $"it lists more than {options.MaximumLinks} pages, the rest is left out; raise Ingestion:MaximumLinks")
        : withoutPages >= MostWithoutPages ? string.Create(CultureInfo.InvariantCulture, $"{MostWithoutPages} sitemaps in a row list no page, so the walk ends here; give the address of one that lists articles")
        : null;

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
