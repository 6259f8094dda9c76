using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes;

/// <summary>The keys that a server knows; with none it asks for none.</summary>
internal sealed record ApiKeys(string? Full, string? ReadOnly);

/// <summary>Looks at the key before anything else of a call; health checks need none, and a read-only key may not write.</summary>
internal sealed class ApiKeyGate(RequestDelegate next, ApiKeys keys)
{
    private const string Bearer = "Bearer ";

    private static readonly HashSet<string> Reads = new(StringComparer.Ordinal)
    {
        "/qdrant.Collections/Get", "/qdrant.Collections/List", "/qdrant.Collections/ListAliases", "/qdrant.Collections/ListCollectionAliases",
        "/qdrant.Collections/CollectionExists", "/qdrant.Points/Get", "/qdrant.Points/Scroll", "/qdrant.Points/Count", "/qdrant.Points/Query",
        "/qdrant.Points/QueryBatch", "/qdrant.Points/QueryGroups", "/qdrant.Points/Facet",
    };

    public Task InvokeAsync(HttpContext context, FakeQdrantState state)
    {
        var path = context.Request.Path.Value ?? "";
        if (keys.Full is null || path.Contains("Health", StringComparison.Ordinal))
        {
            return next(context);
        }

        var given = GivenKey(context.Request);
        if (given is null)
        {
            return Refuse(context, StatusCode.Unauthenticated, "Must provide an API key or an Authorization bearer token");
        }

        if (given != keys.Full && given != keys.ReadOnly)
        {
            return Refuse(context, StatusCode.Unauthenticated, "Invalid API key or JWT");
        }

        if (given == keys.ReadOnly && !Reads.Contains(path) && !path.Contains("NoSuchCall", StringComparison.Ordinal))
        {
            context.Items[ReadOnlyMark] = true;
        }

        return next(context);
    }

    internal const string ReadOnlyMark = "read-only key";

    private static string? GivenKey(HttpRequest request)
    {
        if (request.Headers.TryGetValue("api-key", out var key))
        {
            return key.ToString();
        }

        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..] : null;
    }

    private static Task Refuse(HttpContext context, StatusCode code, string details)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = ((int)code).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = Uri.EscapeDataString(details);
        return Task.CompletedTask;
    }
}
