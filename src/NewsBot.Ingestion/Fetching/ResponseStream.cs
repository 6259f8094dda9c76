using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Fetching;

/// <summary>
/// The body of a response, watched: each read must come within the time limit, and after that time the whole must have come at a rate
/// that a server keeps which is not holding the connection open on purpose.
/// </summary>
internal sealed class ResponseStream(Stream body, TimeSpan patience, long maximumBytes, TimeProvider clock) : ReadOnlyStream
{
    private const long SlowestBytesPerSecond = 4_096;

    private readonly long started = clock.GetTimestamp();
    private long count;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = body.Read(buffer);
        Check(read);
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            var read = await body.ReadAsync(buffer, limit.Token);
            Check(read);
            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw TooSlow();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check(int read)
    {
        count += read;
        if (count > maximumBytes)
        {
            throw new TooLargeException($"it is larger than {ByteSize.Text(maximumBytes)}; raise Ingestion:MaximumDownloadBytes or fetch it yourself");
        }

        var elapsed = clock.GetElapsedTime(started);
        if (read > 0 && elapsed > patience && count < elapsed.TotalSeconds * SlowestBytesPerSecond)
        {
            throw TooSlow();
        }
    }

    private static IOException TooSlow() => new("the server sends too slowly");
}
