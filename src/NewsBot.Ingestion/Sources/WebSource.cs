using System.Globalization;
using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Feeds;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Sources;

/// <summary>
/// Reads an address: a page or any other document as it is, a feed by way of the pages it links to. Where a linked page cannot be had, what the
/// feed carries of it is kept.
/// </summary>
public sealed class WebSource(WebFetcher fetcher, FormatReader formats, IngestionOptions options)
{
    /// <summary>The items behind an address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="kind">What is there.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="passOver">Which of the pages that a feed or sitemap lists need not be fetched; null fetches all.</param>
    public IAsyncEnumerable<SourceItem> ReadAsync(string url, DocumentKind kind, CancellationToken cancellationToken, Func<ListedPage, bool>? passOver = null) =>
        ReadingFailures.AsItems(ReadAddressAsync(url, kind, passOver ?? (static _ => false), cancellationToken), url, cancellationToken);

    /// <summary>The pages that an opened sitemap, or a list of addresses one a line, names.</summary>
    internal IAsyncEnumerable<SourceItem> ReadListAsync(SourceContent opened, CancellationToken cancellationToken, Func<ListedPage, bool>? passOver = null) =>
        ReadSitemapAsync(opened, passOver ?? (static _ => false), cancellationToken);

    private async IAsyncEnumerable<SourceItem> ReadAddressAsync(
        string url, DocumentKind kind, Func<ListedPage, bool> passOver, [EnumeratorCancellation] CancellationToken cancellationToken, bool isListed = false)
    {
        var result = await fetcher.FetchAsync(url, null, cancellationToken);
        if (result is not FetchResult.Fetched fetched)
        {
            yield return Unfetched(url, result);
            yield break;
        }

        using (fetched)
        {
            var content = fetched.Content with { Name = url };
            var (opened, found) = await formats.OpenAsync(content, isListed ? DocumentKind.Auto : kind, cancellationToken);
            var items = (isListed ? AsListed(found) : found) switch
            {
                DocumentKind.Feed => ReadFeedAsync(opened, passOver, cancellationToken),
                DocumentKind.Sitemap => ReadSitemapAsync(opened, passOver, cancellationToken),
                DocumentKind.Text when !isListed && fetched.Address.AbsolutePath == "/robots.txt" => ReadSitemapsOfAsync(fetched.Address, passOver, cancellationToken),
                var plain => formats.ReadAsync(opened, plain, cancellationToken),
            };
            await foreach (var item in items)
            {
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadSitemapAsync(SourceContent content, Func<ListedPage, bool> passOver, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await formats.ReadAllAsync(content.Stream, cancellationToken);
        var sitemap = TextDecoder.Decode(bytes, content.ContentType) is { } text ? Sitemap.Read(text) : null;
        if (sitemap is null)
        {
            yield return SourceItem.Failed(content.Name, "it is not readable as a sitemap; check the address in a browser, or name what it is with --kind");
            yield break;
        }

        await foreach (var item in new SitemapWalk(fetcher, formats, options, passOver, ReadPageAsync).ReadAsync(content.Name, sitemap, cancellationToken))
        {
            yield return item;
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadSitemapsOfAsync(Uri site, Func<ListedPage, bool> passOver, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rules = await fetcher.RobotsOfAsync(site, cancellationToken);
        if (rules.Sitemaps.Count == 0)
        {
            yield return SourceItem.Failed(site.AbsoluteUri, "the site's robots.txt names no sitemap; give the address of a sitemap or a feed");
        }

        await foreach (var item in new SitemapWalk(fetcher, formats, options, passOver, ReadPageAsync).ReadAsync(site.AbsoluteUri, new Sitemap([], rules.Sitemaps), cancellationToken))
        {
            yield return item;
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadFeedAsync(SourceContent content, Func<ListedPage, bool> passOver, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await formats.ReadAllAsync(content.Stream, cancellationToken);
        var feed = TextDecoder.Decode(bytes, content.ContentType) is { } text ? FeedReader.Read(text, content.Url) : null;
        if (feed is null)
        {
            yield return SourceItem.Failed(content.Name, FeedFailures.NotAFeed(bytes, content.ContentType));
            yield break;
        }

        if (feed.Entries.Count == 0)
        {
            yield return SourceItem.Failed(content.Name, "the feed has no entries; try again when it has some");
        }

        if (feed.Entries.Count > options.MaximumLinks)
        {
            yield return SourceItem.Failed(content.Name, string.Create(CultureInfo.InvariantCulture, $"it has {feed.Entries.Count} entries, those behind the first {options.MaximumLinks} are left out; raise Ingestion:MaximumLinks"));
        }

        var entries = feed.Entries.Take(options.MaximumLinks).DistinctBy(entry => entry.Link ?? entry.Id ?? entry.Title).ToList();
        foreach (var (place, entry) in entries.Index())
        {
            if (entry.Link is { } listed && passOver(new ListedPage(listed, entry.Updated?.Instant)))
            {
                continue;
            }

            var item = entry.Link is { } link && TargetKinds.IsAddress(link)
                ? await ReadLinkedPageAsync(link, entry, feed, cancellationToken)
                : new SourceItem($"{content.Name}#{entry.Id ?? entry.Title}", _ => FeedArticle.Read(entry, feed));
            yield return item with { Behind = entries.Count - place - 1 };
        }
    }

    private async Task<SourceItem> ReadLinkedPageAsync(string link, FeedEntry entry, Feed feed, CancellationToken cancellationToken)
    {
        var page = await ReadPageAsync(link, cancellationToken);
        return page with
        {
            Read = boilerplate => page.Read(boilerplate) switch
            {
                ExtractionResult.Extracted read => new ExtractionResult.Extracted(FeedArticle.Complete(read.Article, entry, feed)),
                var refused => page.WithdrawnUrl is null && FeedArticle.Read(entry, feed) is ExtractionResult.Extracted ofFeed ? ofFeed : refused,
            },
        };
    }

    /// <summary>One page, fetched; a failure is an item too.</summary>
    private async Task<SourceItem> ReadPageAsync(string url, CancellationToken cancellationToken)
    {
        await foreach (var item in ReadAddressAsync(url, DocumentKind.Page, static _ => false, cancellationToken, isListed: true))
        {
            return item with { Name = url };
        }

        return SourceItem.Failed(url, "the server sent nothing; try again later");
    }

    /// <summary>What a list names is one document: a page where it is nothing else, and never another list or a collection.</summary>
    private static DocumentKind AsListed(DocumentKind found) =>
        found is DocumentKind.Text or DocumentKind.Markdown or DocumentKind.Pdf or DocumentKind.Empty or DocumentKind.Unknown ? found : DocumentKind.Page;

    private static SourceItem Unfetched(string url, FetchResult result) => result is FetchResult.Failed failed
        ? SourceItem.Failed(url, failed.Reason) with { WithdrawnUrl = failed.IsGone ? url : null }
        : SourceItem.Failed(url, "the server says that nothing has changed");
}
