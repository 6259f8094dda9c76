namespace NewsBot.Ingestion.Formats;

/// <summary>A stream whose first bytes were already looked at and are given again.</summary>
internal sealed class HeadedStream : ReadOnlyStream
{
    private readonly Stream rest;
    private ReadOnlyMemory<byte> head;

    private HeadedStream(ReadOnlyMemory<byte> head, Stream rest)
    {
        this.head = head;
        this.rest = rest;
        Head = head;
    }

    /// <summary>The first bytes, at most as many as were asked for.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>Looks at the first bytes of a stream.</summary>
    public static async ValueTask<HeadedStream> PeekAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        var buffer = new byte[length];
        var read = await stream.ReadAtLeastAsync(buffer, length, throwOnEndOfStream: false, cancellationToken);
        return new HeadedStream(buffer.AsMemory(0, read), stream);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty)
        {
            return rest.Read(buffer);
        }

        var count = Math.Min(buffer.Length, head.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        head.IsEmpty ? rest.ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(Read(buffer.Span));
}
