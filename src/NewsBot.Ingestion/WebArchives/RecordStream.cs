using System.Text;

namespace NewsBot.Ingestion.WebArchives;

/// <summary>Reads lines and blocks from the bytes of a web archive.</summary>
internal sealed class RecordStream(Stream stream, long maximumBlock)
{
    private const int BufferLength = 64 * 1024;

    /// <summary>A header line that is longer is none.</summary>
    private const int LongestLine = 32 * 1024;

    private readonly byte[] buffer = new byte[BufferLength];
    private ReadOnlyMemory<byte> unread;
    private int start;
    private int end;

    /// <summary>How many bytes were read; it goes back where bytes are unread.</summary>
    public long Position { get; private set; }

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

            Take(part.Length + (lineEnd < 0 ? 0 : 1));
            if (lineEnd >= 0)
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }
        }

        return line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    /// <summary>A block of so many bytes; fewer where the file ends before. What is larger than a document may be is passed over.</summary>
    public async ValueTask<RecordBlock> BlockAsync(long length, CancellationToken cancellationToken)
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

            Take(count);
            left -= count;
        }

        return new RecordBlock(isTooLarge ? null : block.ToArray(), IsWhole: left <= 0);
    }

    /// <summary>Passes over line ends and tells whether a record, or nothing, comes behind them.</summary>
    public async ValueTask<bool> IsBetweenRecordsAsync(CancellationToken cancellationToken)
    {
        while (await FillAsync(cancellationToken) && buffer[start] is (byte)'\r' or (byte)'\n')
        {
            Take(1);
        }

        for (var i = 0; i < WarcRecords.Mark.Length; i++)
        {
            if (start + i == end && !await ExtendAsync(cancellationToken))
            {
                return i == 0;
            }

            if (buffer[start + i] != WarcRecords.Mark[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives back bytes that were read last, to be read again.</summary>
    public void Unread(ReadOnlySpan<byte> bytes)
    {
        unread = (byte[])[.. bytes, .. buffer.AsSpan(start, end - start), .. unread.Span];
        (start, end) = (0, 0);
        Position -= bytes.Length;
    }

    private void Take(int count)
    {
        start += count;
        Position += count;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (start == end)
        {
            (start, end) = (0, 0);
            return await ExtendAsync(cancellationToken);
        }

        return true;
    }

    /// <summary>Reads more behind what is there; false at the end of the file.</summary>
    private async ValueTask<bool> ExtendAsync(CancellationToken cancellationToken)
    {
        if (end == buffer.Length)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        var count = Math.Min(unread.Length, buffer.Length - end);
        if (count > 0)
        {
            unread[..count].CopyTo(buffer.AsMemory(end));
            unread = unread[count..];
        }
        else
        {
            count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
        }

        end += count;
        return count > 0;
    }
}

/// <summary>The block of a record.</summary>
/// <param name="Bytes">Its bytes, as many as there are; null where it is larger than a document may be.</param>
/// <param name="IsWhole">Whether the file holds as many as were asked for.</param>
internal readonly record struct RecordBlock(byte[]? Bytes, bool IsWhole);
