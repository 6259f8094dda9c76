using System.Text;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.WebArchives;

/// <summary>Reads lines and blocks from the bytes of a web archive.</summary>
internal sealed class RecordStream(Stream stream, long maximumBlock)
{
    private const int BufferLength = 64 * 1024;

    /// <summary>A header line that is longer is none.</summary>
    private const int LongestLine = 32 * 1024;

    private readonly byte[] buffer = new byte[BufferLength];
    private int start;
    private int end;

    /// <summary>The next line without its end, or null at the end of the file; what is longer than any header is cut.</summary>
    public async ValueTask<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (await FillAsync(cancellationToken))
        {
            var available = buffer.AsSpan(start, end - start);
            var lineEnd = available.IndexOf((byte)'\n');
            var part = lineEnd < 0 ? available : available[..lineEnd];
            if (line.Count < LongestLine)
            {
                line.AddRange(part[..Math.Min(part.Length, LongestLine - line.Count)]);
            }

            start += part.Length + (lineEnd < 0 ? 0 : 1);
            if (lineEnd >= 0)
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }
        }

        return line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    /// <summary>A block of so many bytes; fewer where the file ends before. What is larger than a document may be is passed over and comes back as null.</summary>
    public async ValueTask<byte[]?> BlockAsync(long length, CancellationToken cancellationToken)
    {
        var isTooLarge = length > maximumBlock;
        using var block = new MemoryStream(isTooLarge ? 0 : (int)Math.Min(length, BufferLength));
        var left = length;
        while (left > 0 && await FillAsync(cancellationToken))
        {
            var count = (int)Math.Min(left, end - start);
            if (!isTooLarge)
            {
                block.Write(buffer, start, count);
            }

            start += count;
            left -= count;
        }

        return isTooLarge ? null : block.ToArray();
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (start == end)
        {
            start = 0;
            end = await stream.ReadAsync(buffer, cancellationToken);
        }

        return end > start;
    }
}
