using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Reads JSON articles without holding the file in memory: one object a line (a bad line costs only itself), an array, or one object or several that
/// span lines, or the list inside of an answer of a web service. Text of two bytes a letter is read too.
/// </summary>
internal sealed class JsonArticleReader(IngestionOptions options)
{
    /// <summary>A line of an export may carry an article and its document.</summary>
    private const int LengthFactor = 2;

    internal static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private long LongestArticle => LengthFactor * options.MaximumDocumentBytes;

    /// <summary>The articles, in the order of the file.</summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync(string name, HeadedStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var utf8 = await AsUtf8Async(stream, cancellationToken);
        var items = JsonLayout.IsOneObjectALine(utf8.Head.Span) ? ReadLinesAsync(name, utf8, cancellationToken) : ReadValuesAsync(name, utf8, cancellationToken);
        await foreach (var item in items)
        {
            yield return item;
        }
    }

    /// <summary>JSON is UTF-8 (RFC 8259), but spreadsheets and Windows' shell write it with two bytes a letter.</summary>
    private static async ValueTask<HeadedStream> AsUtf8Async(HeadedStream stream, CancellationToken cancellationToken) =>
        (TextDecoder.MarkedEncoding(stream.Head.Span) ?? Utf16Text.Of(stream.Head.Span)) is { } wide and not UTF8Encoding
            ? await HeadedStream.PeekAsync(Encoding.CreateTranscodingStream(stream, wide, Encoding.UTF8, leaveOpen: true), FormatSniffer.HeadLength, cancellationToken)
            : stream;

    private async IAsyncEnumerable<SourceItem> ReadLinesAsync(string name, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wrapping = new JsonWrapping();
        var number = 0;
        await foreach (var line in new JsonLines(stream, LongestArticle).ReadAsync(cancellationToken))
        {
            var itemName = string.Create(CultureInfo.InvariantCulture, $"{name}:{++number}");
            if (line is null)
            {
                yield return SourceItem.Failed(itemName, $"the line is longer than {ByteSize.Text(LongestArticle)}; give one article a line, or raise Ingestion:MaximumDocumentBytes");
            }
            else if (line.AsSpan().IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                foreach (var item in Unwrapped(itemName, line, wrapping) ?? [new SourceItem(itemName, _ => ReadLine(line)) { Bytes = line.Length }])
                {
                    yield return item;
                }
            }
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadValuesAsync(string name, HeadedStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var values = new JsonValues(stream, LongestArticle);
        var wrapping = new JsonWrapping();
        var number = 0;
        await foreach (var value in values.ReadAsync(cancellationToken))
        {
            var itemName = string.Create(CultureInfo.InvariantCulture, $"{name}#{++number}");
            foreach (var item in Unwrapped(itemName, value, wrapping) ?? [new SourceItem(itemName, _ => Read(value)) { Bytes = value.Length }])
            {
                yield return item;
            }
        }

        if (values.Failure is { } failure)
        {
            yield return SourceItem.Failed(name, failure);
        }
    }

    /// <summary>The articles in the list of an answer; null where it is none.</summary>
    private static IEnumerable<SourceItem>? Unwrapped(string name, byte[] value, JsonWrapping wrapping) => wrapping.Unwrap(value)?.Select((article, at) =>
        new SourceItem(string.Create(CultureInfo.InvariantCulture, $"{name}/{at + 1}"), _ => Read(article)) { Bytes = article.Length });

    private static ExtractionResult ReadLine(byte[] line)
    {
        try
        {
            return Read(line);
        }
        catch (JsonException exception)
        {
            return new ExtractionResult.NotAnArticle(JsonLayout.EndsInTheMiddle(line)
                ? "the line ends in the middle: it was cut off; fetch or copy the file again"
                : string.Create(CultureInfo.InvariantCulture, $"the line is not JSON from its byte {exception.BytePositionInLine + 1} on; write one object a line"));
        }
    }

    private static ExtractionResult Read(byte[] value)
    {
        try
        {
            using var json = JsonDocument.Parse(value, Tolerant);
            return JsonArticle.Read(json.RootElement);
        }
        catch (InvalidOperationException)
        {
            using var json = JsonText.Mended(value, Tolerant);
            return JsonArticle.Read(json.RootElement);
        }
    }
}
