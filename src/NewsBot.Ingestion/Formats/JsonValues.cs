using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Reads the values of an array, or values that follow each other, one by one. Each is given before the next is looked at, so what stands before a mistake
/// is read whatever comes behind it. A value is looked through again only when twice as much of it is there, so that large ones take linear time.
/// </summary>
internal sealed class JsonValues(HeadedStream stream, long longest)
{
    private const int BufferLength = 64 * 1024;

    private readonly PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferLength, leaveOpen: true));
    private readonly bool isArray = JsonLayout.WithoutMark(stream.Head.Span).TrimStart(" \t\r\n"u8).StartsWith("["u8);
    private bool isInside;
    private bool isEnded;
    private long line;
    private long byteInLine;

    /// <summary>Why the reading ended before the end, or null; known when the last value was given.</summary>
    public string? Failure { get; private set; }

    /// <summary>The values as they stand, UTF-8.</summary>
    public async IAsyncEnumerable<byte[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = 1;
        while (Failure is null)
        {
            var result = await reader.ReadAtLeastAsync(wanted, cancellationToken);
            var buffer = result.Buffer;
            while (Next(ref buffer) is { } value)
            {
                yield return value;
            }

            var left = buffer.Length;
            reader.AdvanceTo(buffer.Start, buffer.End);
            Failure ??= WhyEnded(left, result.IsCompleted);
            if (result.IsCompleted)
            {
                break;
            }

            wanted = (int)Math.Clamp(2 * left, 1, int.MaxValue);
        }

        await reader.CompleteAsync();
    }

    private string? WhyEnded(long left, bool isCompleted) =>
        left > longest ? TooLong()
        : isCompleted && (left > 0 || (isArray && !isEnded)) ? "it ends in the middle: it was cut off; fetch or copy the file again"
        : null;

    /// <summary>The next value where it is whole; what was read is cut off the buffer.</summary>
    private byte[]? Next(ref ReadOnlySequence<byte> buffer)
    {
        SkipBetween(ref buffer);
        if (buffer.IsEmpty || Failure is not null)
        {
            return null;
        }

        try
        {
            var json = new Utf8JsonReader(buffer, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, AllowMultipleValues = true }));
            if (isEnded || !json.Read() || !json.TrySkip())
            {
                Failure = isEnded ? NotJson(line, byteInLine) : null;
                return null;
            }

            if (json.BytesConsumed > longest)
            {
                Failure = TooLong();
                return null;
            }

            var value = buffer.Slice(0, json.Position);
            var bytes = value.ToArray();
            Count(bytes);
            buffer = buffer.Slice(json.Position);
            return bytes;
        }
        catch (JsonException exception)
        {
            var (lines, at) = (exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            Failure = NotJson(line + lines, lines == 0 ? byteInLine + at : at);
            return null;
        }
    }

    /// <summary>Passes over white space and commas, and over the brackets of the array itself.</summary>
    private void SkipBetween(ref ReadOnlySequence<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var next = buffer.FirstSpan[0];
            var isBetween = next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF || (next == ',' && isInside);
            var (isStart, isEnd) = (next == '[' && isArray && !isInside && !isEnded, next == ']' && isInside);
            if (!isBetween && !isStart && !isEnd)
            {
                return;
            }

            isInside = (isInside || isStart) && !isEnd;
            isEnded |= isEnd;
            Count([next]);
            buffer = buffer.Slice(1);
        }
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        line += bytes.Count((byte)'\n');
        var lastLine = bytes.LastIndexOf((byte)'\n');
        byteInLine = lastLine < 0 ? byteInLine + bytes.Length : bytes.Length - lastLine - 1;
    }

    private string TooLong() => $"an article in it is longer than {ByteSize.Text(longest)}, so the reading ends there; give one object a line, or raise Ingestion:MaximumDocumentBytes";

    private static string NotJson(long line, long byteInLine) =>
        string.Create(CultureInfo.InvariantCulture, $"from here on it is not JSON (line {line + 1}, byte {byteInLine + 1}); correct it there and ingest again");
}
