using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace NewsBot.Ingestion.Formats;

/// <summary>Reads the lines of a file, each into memory for itself. A line that is too long is passed over to its end, so that it costs only itself.</summary>
internal sealed class JsonLines(Stream stream, long longest)
{
    private const int BufferLength = 256 * 1024;

    private readonly PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferLength, leaveOpen: true));

    /// <summary>The lines without their ends, UTF-8; null for each that is longer than allowed.</summary>
    public async IAsyncEnumerable<byte[]?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFirst = true;
        var isTooLong = false;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return isTooLong ? null : Line(buffer.Slice(0, end), ref isFirst);
                isTooLong = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            isTooLong |= buffer.Length > longest;
            if (result.IsCompleted)
            {
                if (isTooLong || !buffer.IsEmpty)
                {
                    yield return isTooLong ? null : Line(buffer, ref isFirst);
                }

                break;
            }

            reader.AdvanceTo(isTooLong ? buffer.End : buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }

    private static byte[] Line(ReadOnlySequence<byte> bytes, ref bool isFirst)
    {
        var line = bytes.ToArray();
        var hasMark = isFirst && JsonLayout.WithoutMark(line).Length < line.Length;
        isFirst = false;
        return hasMark ? JsonLayout.WithoutMark(line).ToArray() : line;
    }
}
