namespace NewsBot.Ingestion.Formats;

/// <summary>
/// A stream whose first bytes were already looked at and are given again. Where it is damaged behind its first bytes, those are given before the damage is
/// told: a small archive may have whole records there.
/// </summary>
internal sealed class HeadedStream : ReadOnlyStream
{
    private readonly Stream rest;
    private readonly InvalidDataException? damage;
    private ReadOnlyMemory<byte> head;

    private HeadedStream(ReadOnlyMemory<byte> head, Stream rest, InvalidDataException? damage)
    {
        this.head = head;
        this.rest = rest;
        this.damage = damage;
        Head = head;
    }

    /// <summary>The first bytes, at most as many as were asked for.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>Looks at the first bytes of a stream.</summary>
    public static async ValueTask<HeadedStream> PeekAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        var buffer = new byte[length];
        var read = 0;
        try
        {
            while (read < length && await stream.ReadAsync(buffer.AsMemory(read), cancellationToken) is > 0 and var more)
            {
                read += more;
            }
        }
        catch (InvalidDataException found) when (read > 0)
        {
            return new HeadedStream(buffer.AsMemory(0, read), stream, found);
        }

        return new HeadedStream(buffer.AsMemory(0, read), stream, damage: null);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty)
        {
            return Rest().Read(buffer);
        }

        var count = Math.Min(buffer.Length, head.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        head.IsEmpty ? Rest().ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

    private Stream Rest() => damage is null ? rest : throw new InvalidDataException(damage.Message, damage);
}
