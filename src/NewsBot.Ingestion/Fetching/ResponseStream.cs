using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Fetching;

/// <summary>A server stopped sending before its response was whole. The message says what to do.</summary>
internal sealed class TransferException(string message, Exception? cause = null) : IOException(message, cause);

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
        var read = FromBody(buffer);
        Check(read);
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await FromBodyAsync(buffer, cancellationToken);
        Check(read);
        return read;
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

    private int FromBody(Span<byte> buffer)
    {
        try
        {
            return body.Read(buffer);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw BrokenOff(exception);
        }
    }

    private async ValueTask<int> FromBodyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return await body.ReadAsync(buffer, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw TooSlow();
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw BrokenOff(exception);
        }
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

    private static TransferException BrokenOff(Exception cause) => new("the server broke off in the middle; try again later", cause);

    private static TransferException TooSlow() => new("the server sends too slowly; try again later, or raise Ingestion:FetchTimeoutSeconds");
}
