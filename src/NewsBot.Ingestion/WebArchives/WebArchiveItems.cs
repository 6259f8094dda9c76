using System.Globalization;
using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion.WebArchives;

/// <summary>
/// The articles of a WARC or ARC file: pages, texts and PDF files that were answered with 200. Requests, revisits, metadata and pictures are
/// passed over; broken records become failed items.
/// </summary>
internal sealed class WebArchiveItems(IngestionOptions options, Unpacking unpacking)
{
    private readonly WebArchiveReader reader = new(options);

    /// <summary>The items of an opened web archive.</summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync(SourceContent content, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = 0;
        await foreach (var step in reader.ReadAsync(stream, cancellationToken))
        {
            var item = step switch
            {
                WebArchiveReader.Step.Read read => ItemOf(content, read.Number, read.Record),
                WebArchiveReader.Step.Broken broken => SourceItem.Failed(Name(content, broken.Number, null), broken.Reason),
                _ => null,
            };
            if (item is not null)
            {
                found++;
                yield return item;
            }
        }

        if (found == 0)
        {
            yield return SourceItem.Failed(content.Name, "the web archive holds no pages; give one with responses of type text/html");
        }
    }

    private static string Name(SourceContent content, int number, string? url) =>
        string.Create(CultureInfo.InvariantCulture, $"{content.Name}#{number}{(url is null ? "" : " ")}{url}");

    private SourceItem? ItemOf(SourceContent content, int number, WebArchiveRecord record)
    {
        try
        {
            return PageOf(content, number, record);
        }
        catch (TooLargeException tooLarge)
        {
            return SourceItem.Failed(Name(content, number, record.Url), tooLarge.Message);
        }
    }

    private SourceItem? PageOf(SourceContent content, int number, WebArchiveRecord record)
    {
        if (record.Type is not ("response" or "resource" or "conversion") || record.Url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == false)
        {
            return null;
        }

        var isHttp = record.Type == "response" && record.ContentType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != false;
        var (status, type, bytes) = isHttp && ArchivedResponse.Parse(record.Block, unpacking) is { } response
            ? (response.Status, response.ContentType, response.Body)
            : (isHttp ? 0 : 200, record.ContentType, record.Block);
        if (status != 200 || bytes.Length == 0)
        {
            return null;
        }

        var document = new Document
        {
            Name = Name(content, number, record.Url),
            Url = record.Url,
            ContentType = type,
            FetchedAt = record.Date ?? content.FetchedAt,
            Bytes = bytes,
        };
        return ExtractorOf(document) is { } extract ? new SourceItem(document.Name, boilerplate => OwnAddress.Keep(extract(document, boilerplate), document), document) : null;
    }

    private static Func<Document, KnownBoilerplate, ExtractionResult>? ExtractorOf(Document document)
    {
        var head = document.Bytes.AsSpan(0, Math.Min(document.Bytes.Length, FormatSniffer.HeadLength));
        return FormatSniffer.Sniff(head, "", document.ContentType) switch
        {
            DocumentKind.Page => HtmlExtractor.Extract,
            DocumentKind.Text when document.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true => static (text, _) => TextExtractor.Extract(text),
            DocumentKind.Pdf => static (pdf, _) => PdfExtractor.Extract(pdf),
            _ => null,
        };
    }
}
