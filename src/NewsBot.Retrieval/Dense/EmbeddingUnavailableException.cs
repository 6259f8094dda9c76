namespace NewsBot.Retrieval.Dense;

/// <summary>No vectors can be made now: the model is missing or damaged, the endpoint away, over its limit or answering nonsense. The message says what to do.</summary>
public sealed class EmbeddingUnavailableException : Exception
{
    /// <summary>Creates the exception with what happened and what to do.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">What it came from.</param>
    public EmbeddingUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>When it makes sense to ask again, where the endpoint said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it is one of the texts that is refused, so that asking again is in vain.</summary>
    public bool IsOfTheText { get; init; }
}
