using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Reads JSON articles without holding the file in memory: one object a line (a bad line costs only itself), an array, or
/// one object or several that span lines.
/// </summary>
internal sealed class JsonArticleReader(IngestionOptions options)
{
    /// <summary>A line of an export may carry an article and its document.</summary>
    private const int LineFactor = 2;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The articles, in the order of the file.</summary>
    public IAsyncEnumerable<SourceItem> ReadAsync(string name, HeadedStream stream, CancellationToken cancellationToken) =>
        IsOneObjectALine(stream.Head.Span)
            ? ReadLinesAsync(name, stream, cancellationToken)
            : ReadValuesAsync(name, stream, cancellationToken);

    /// <summary>An array may be laid out in any way; objects are one a line if the first line is one.</summary>
    private static bool IsOneObjectALine(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart("\uFEFF \t\r\n"u8);
        if (!text.StartsWith("{"u8))
        {
            return false;
        }

        var lineEnd = text.IndexOf((byte)'\n');
        return lineEnd < 0 ? head.Length == FormatSniffer.HeadLength : IsJson(text[..lineEnd]);
    }

    private static bool IsJson(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { AllowTrailingCommas = true });
            return JsonDocument.TryParseValue(ref reader, out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadLinesAsync(string name, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 256 * 1024, leaveOpen: true));
        var number = 0;
        while (await LineAsync(reader, cancellationToken) is { } line)
        {
            number++;
            if (line.AsSpan().IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                var itemName = string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
                yield return new SourceItem(itemName, _ => ReadLine(line)) { Bytes = line.Length };
            }
        }

        await reader.CompleteAsync();
    }

    private async ValueTask<byte[]?> LineAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (System.Buffers.BuffersExtensions.PositionOf(buffer, (byte)'\n') is { } end)
            {
                var line = System.Buffers.BuffersExtensions.ToArray(buffer.Slice(0, end));
                reader.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (buffer.Length > LineFactor * options.MaximumDocumentBytes)
            {
                throw new TooLargeException($"a line is longer than {ByteSize.Text(LineFactor * options.MaximumDocumentBytes)}; give one article a line, or raise Ingestion:MaximumDocumentBytes");
            }

            if (result.IsCompleted)
            {
                var last = System.Buffers.BuffersExtensions.ToArray(buffer);
                reader.AdvanceTo(buffer.End);
                return last.Length == 0 ? null : last;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static ExtractionResult ReadLine(byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Tolerant);
            return JsonArticle.Read(json.RootElement);
        }
        catch (JsonException exception)
        {
            return new ExtractionResult.NotAnArticle(EndsInTheMiddle(line)
                ? "the line ends in the middle: it was cut off; fetch or copy the file again"
                : $"the line is not JSON ({Where(exception)}); write one object a line");
        }
        catch (InvalidOperationException)
        {
            using var json = JsonText.Mended(line, Tolerant);
            return JsonArticle.Read(json.RootElement);
        }
    }

    /// <summary>Whether nothing is wrong with a line but that more should follow.</summary>
    private static bool EndsInTheMiddle(byte[] line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ExtractionResult ReadValue(JsonElement value)
    {
        try
        {
            return JsonArticle.Read(value);
        }
        catch (InvalidOperationException)
        {
            using var json = JsonText.Mended(value, Tolerant);
            return JsonArticle.Read(json.RootElement);
        }
    }

    private static async IAsyncEnumerable<SourceItem> ReadValuesAsync(string name, HeadedStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isArray = stream.Head.Span.TrimStart("\uFEFF \t\r\n"u8).StartsWith("["u8);
        var values = JsonSerializer.DeserializeAsyncEnumerable(stream, JsonElements.Default.JsonElement, topLevelValues: !isArray, cancellationToken);
        var number = 0;
        await using var enumerator = values.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var (hasNext, failure) = await NextAsync(enumerator);
            if (failure is not null)
            {
                yield return SourceItem.Failed(name, failure);
            }

            if (!hasNext)
            {
                yield break;
            }

            var json = enumerator.Current;
            yield return new SourceItem(string.Create(CultureInfo.InvariantCulture, $"{name}#{++number}"), _ => ReadValue(json));
        }
    }

    private static async ValueTask<(bool HasNext, string? Failure)> NextAsync(IAsyncEnumerator<JsonElement> values)
    {
        try
        {
            return (await values.MoveNextAsync(), null);
        }
        catch (JsonException exception)
        {
            return (false, $"from here on it is not JSON ({Where(exception)}); correct it there and ingest again");
        }
    }

    private static string Where(JsonException exception) =>
        string.Create(CultureInfo.InvariantCulture, $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
}

/// <summary>JSON values as they stand.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
internal sealed partial class JsonElements : System.Text.Json.Serialization.JsonSerializerContext;
