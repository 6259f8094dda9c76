namespace NewsBot.Ingestion.Formats;

/// <summary>More bytes came than are allowed. The message says which limit and how to raise it.</summary>
public sealed class TooLargeException : IOException
{
    /// <summary>Creates the exception.</summary>
    public TooLargeException(string message)
        : base(message)
    {
    }
}

/// <summary>Passes bytes on and counts them; stops with <see cref="TooLargeException"/> where a check refuses the count.</summary>
internal sealed class LimitedStream(Stream inner, Action<long> check) : ReadOnlyStream
{
    private long count;

    /// <summary>The bytes read so far.</summary>
    public long Count => Volatile.Read(ref count);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        check(Interlocked.Add(ref count, read));
        return read;
    }
}
