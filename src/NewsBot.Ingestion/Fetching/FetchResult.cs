using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion.Fetching;

/// <summary>What a server said about a resource's state, to be sent back when it is fetched again.</summary>
/// <param name="ETag">The entity tag, if stated.</param>
/// <param name="LastModified">The time of the last change as the server wrote it, if stated.</param>
public sealed record FetchValidators(string? ETag, string? LastModified);

/// <summary>What became of a fetch.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>The server sent the resource. The content's stream is open; dispose of this after reading it.</summary>
    public sealed record Fetched(SourceContent Content, FetchValidators Validators, Uri Address, bool MovedForGood, TimeSpan? FreshFor, IDisposable Response) : FetchResult, IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            Content.Stream.Dispose();
            Response.Dispose();
        }
    }

    /// <summary>The server says that nothing has changed since the validators.</summary>
    /// <param name="FreshFor">How long it will stay so, if the server says.</param>
    public sealed record NotModified(TimeSpan? FreshFor) : FetchResult;

    /// <summary>There is nothing to read.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    /// <param name="IsGone">Whether the server says that the resource was withdrawn for good (410).</param>
    /// <param name="RetryAfter">How long the server asks to be left alone, if it does.</param>
    public sealed record Failed(string Reason, bool IsGone = false, TimeSpan? RetryAfter = null) : FetchResult;
}
