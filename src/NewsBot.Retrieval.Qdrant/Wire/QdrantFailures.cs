using Grpc.Core;

namespace NewsBot.Retrieval.Qdrant.Wire;

/// <summary>The server was asked and refused. Other code sees it as <see cref="IndexUnavailableException"/>.</summary>
internal sealed class QdrantRefusedException(string message, StatusCode status, Exception inner) : Exception(message, inner)
{
    public StatusCode Status { get; } = status;
}

/// <summary>What a failed call means for people, and what they can do.</summary>
internal static class QdrantFailures
{
    public static Exception Explain(RpcException exception, Uri endpoint, string call, string collection) => exception.StatusCode switch
    {
        StatusCode.Unavailable => Away(endpoint, "the connection failed", exception),
        StatusCode.DeadlineExceeded => Away(endpoint, $"{call} took longer than Qdrant:DeadlineSeconds allows", exception),
        StatusCode.ResourceExhausted => Away(endpoint, "it limits the rate of calls", exception),
        StatusCode.Unauthenticated => new IndexUnavailableException($"Qdrant at {endpoint} does not accept the key. Set Qdrant:ApiKey to one that it knows.", exception),
        StatusCode.PermissionDenied => new IndexUnavailableException($"Qdrant at {endpoint} does not let this key do {call}. Set Qdrant:ApiKey to one that may write.", exception),
        StatusCode.Unimplemented => new IndexUnavailableException($"Qdrant at {endpoint} does not know the call {call}. NewsBot needs {QdrantDoctor.OldestVersion} or newer: update the server.", exception),
        _ => new QdrantRefusedException($"Qdrant at {endpoint} refused {call} on '{collection}': {exception.Status.Detail}", exception.StatusCode, exception),
    };

    public static IndexUnavailableException Away(Uri endpoint, string why, Exception exception) => new(
        $"Qdrant at {endpoint} cannot be asked: {why}. See that it runs and that Qdrant:Endpoint is right; stored articles wait and are indexed when it answers again.", exception);

    /// <summary>Lets no refusal out of the adapter in another shape than the contract's.</summary>
    public static async Task<T> AsUnavailable<T>(Func<Task<T>> work, string remedy)
    {
        try
        {
            return await work();
        }
        catch (QdrantRefusedException exception)
        {
            throw new IndexUnavailableException($"{exception.Message.TrimEnd('.', '!')}. {remedy}", exception);
        }
    }
}
