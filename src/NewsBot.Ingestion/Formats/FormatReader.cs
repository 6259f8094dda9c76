using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Feeds;
using NewsBot.Ingestion.Sources;
using NewsBot.Ingestion.WebArchives;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Reads opened bytes of any known format into items. What goes wrong half way becomes a last, failed item; the items before it stay.
/// Safe for several threads at once.
/// </summary>
public sealed class FormatReader
{
    private const int ReadBytes = 64 * 1024;

    private readonly Unpacking unpacking;
    private readonly JsonArticleReader json;
    private readonly ZipReader zip;
    private readonly WebArchiveItems webArchives;

    /// <summary>Creates a reader with the limits of the settings.</summary>
    public FormatReader(IngestionOptions options)
    {
        unpacking = new Unpacking(options);
        json = new JsonArticleReader(options);
        zip = new ZipReader(options, unpacking);
        webArchives = new WebArchiveItems(options, unpacking);
    }

    /// <summary>The items of a document, in its order.</summary>
    /// <param name="content">The opened bytes.</param>
    /// <param name="kind">What it is; <see cref="DocumentKind.Auto"/> to tell from name, label and first bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<SourceItem> ReadAsync(SourceContent content, DocumentKind kind, CancellationToken cancellationToken) =>
        ReadingFailures.AsItems(ReadOpenedAsync(content, kind, cancellationToken), content.Name, cancellationToken);

    /// <summary>Unpacks a document where it is packed, and tells what it is. The content that comes back is to be read instead of the one given.</summary>
    internal async ValueTask<(SourceContent Content, DocumentKind Kind)> OpenAsync(SourceContent content, DocumentKind kind, CancellationToken cancellationToken)
    {
        var name = content.Name;
        var stream = await HeadedStream.PeekAsync(content.Stream, FormatSniffer.HeadLength, cancellationToken);
        if (FormatSniffer.IsGzip(stream.Head.Span) || FormatSniffer.IsZstandard(stream.Head.Span))
        {
            var unpacked = FormatSniffer.IsGzip(stream.Head.Span) ? unpacking.Gzip(stream) : unpacking.Zstandard(stream);
            stream = await HeadedStream.PeekAsync(unpacked, FormatSniffer.HeadLength, cancellationToken);
            name = WithoutPacking(name);
            content = content with { ContentType = null };
        }

        var found = stream.Head.IsEmpty ? DocumentKind.Empty
            : kind == DocumentKind.Auto ? FormatSniffer.Sniff(stream.Head.Span, name, content.ContentType)
            : kind == DocumentKind.Page && FormatSniffer.Sniff(stream.Head.Span, name: "", contentType: null) == DocumentKind.Unknown ? DocumentKind.Unknown
            : kind;
        return (content with { Stream = stream }, found);
    }

    /// <summary>All bytes of a single document.</summary>
    /// <exception cref="TooLargeException">There are more than a document may have.</exception>
    internal async ValueTask<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        // What a stream in memory leaves behind as it grows is three times the document.
        using var limited = unpacking.AsDocument(stream);
        var reader = PipeReader.Create(limited, new StreamPipeReaderOptions(bufferSize: ReadBytes, leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                if (read.IsCompleted)
                {
                    return read.Buffer.ToArray();
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadOpenedAsync(SourceContent content, DocumentKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (opened, found) = await OpenAsync(content, kind, cancellationToken);
        var stream = (HeadedStream)opened.Stream;
        var items = found == DocumentKind.Page && WhatInsteadOfPage(stream.Head.Span) is { } what
            ? Refused(content.Name, $"it is {what}, not a web page; ingest it by itself, without --kind page")
            : ReadKindAsync(opened, stream, found, cancellationToken);
        await foreach (var item in items)
        {
            yield return item;
        }
    }

    private IAsyncEnumerable<SourceItem> ReadKindAsync(SourceContent content, HeadedStream stream, DocumentKind kind, CancellationToken cancellationToken) => kind switch
    {
        DocumentKind.Json => json.ReadAsync(content.Name, stream, cancellationToken),
        DocumentKind.Feed => ReadFeedAsync(content, stream, cancellationToken),
        DocumentKind.Page => ReadDocumentAsync(content, stream, HtmlExtractor.Extract, cancellationToken),
        DocumentKind.Text => ReadDocumentAsync(content, stream, (document, _) => TextExtractor.Extract(document), cancellationToken),
        DocumentKind.Markdown => ReadDocumentAsync(content, stream, (document, _) => MarkdownExtractor.Extract(document), cancellationToken),
        DocumentKind.Pdf => ReadDocumentAsync(content, stream, (document, _) => PdfExtractor.Extract(document), cancellationToken),
        DocumentKind.Zip => zip.ReadAsync(content, file => ReadAsync(file, DocumentKind.Auto, cancellationToken), cancellationToken),
        DocumentKind.Warc => webArchives.ReadAsync(content, stream, cancellationToken),
        DocumentKind.Sitemap => Refused(content.Name, "it only lists addresses of pages; ingest it by itself, so that they are fetched"),
        DocumentKind.Empty => Refused(content.Name, "it is empty; fetch or write it again"),
        _ => Refused(content.Name, "it is no kind of file that ingest reads; give HTML, text, Markdown, PDF, JSON, JSONL, a feed, WARC, WACZ or zip, each also packed with gzip"),
    };

    /// <summary>What bytes are that were called a page and whose beginning says otherwise; null where nothing speaks against a page.</summary>
    private static string? WhatInsteadOfPage(ReadOnlySpan<byte> head) => FormatSniffer.Sniff(head, name: "", contentType: null) switch
    {
        DocumentKind.Json => "JSON",
        DocumentKind.Feed => "a feed",
        DocumentKind.Sitemap => "a sitemap or a list of addresses",
        DocumentKind.Pdf => "a PDF file",
        DocumentKind.Warc => "a web archive",
        DocumentKind.Zip => "a zip file",
        _ => null,
    };

    private static async IAsyncEnumerable<SourceItem> Refused(string name, string reason)
    {
        await ValueTask.CompletedTask;
        yield return SourceItem.Failed(name, reason);
    }

    private async IAsyncEnumerable<SourceItem> ReadDocumentAsync(
        SourceContent content, HeadedStream stream, Func<Document, KnownBoilerplate, ExtractionResult> extract, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var document = new Document
        {
            Name = content.Name,
            Url = content.Url,
            ContentType = content.ContentType,
            FetchedAt = content.FetchedAt,
            Bytes = await ReadAllAsync(stream, cancellationToken),
        };
        yield return new SourceItem(content.Name, boilerplate => OwnAddress.Keep(extract(document, boilerplate), document), document);
    }

    private async IAsyncEnumerable<SourceItem> ReadFeedAsync(SourceContent content, HeadedStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await ReadAllAsync(stream, cancellationToken);
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

        for (var i = 0; i < feed.Entries.Count; i++)
        {
            var entry = feed.Entries[i];
            yield return new SourceItem(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{content.Name}#{i + 1}"), _ => FeedArticle.Read(entry, feed))
            {
                Behind = feed.Entries.Count - i - 1,
                Bytes = sizeof(char) * (entry.Content?.Length ?? entry.Summary?.Length ?? 0),
            };
        }
    }

    private static string WithoutPacking(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".gz" or ".zst" ? name[..^Path.GetExtension(name).Length] : name;
}
