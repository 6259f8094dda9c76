using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Web.Failing;

namespace NewsBot.Web.Api;

/// <summary>How the API answers: JSON, and problem details where it does not serve.</summary>
internal static class ApiResponse
{
    private const string JsonType = "application/json; charset=utf-8";
    private const int TagBytes = 16;

    /// <summary>Sends a value as JSON.</summary>
    public static Task SendAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        WriteAsync(context, value, type, status, JsonType);

    /// <summary>Sends a value with a tag of its content, or that it has not changed since the reader last had it.</summary>
    public static Task SendTaggedAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        SendTaggedAsync(context, JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <inheritdoc cref="SendTaggedAsync{T}"/>
    public static async Task SendTaggedAsync(HttpContext context, byte[] json)
    {
        var headers = context.Response.Headers;
        headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, TagBytes))}\"";
        headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(headers.ETag.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = JsonType;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>Sends a problem as RFC 9457 problem details.</summary>
    public static Task SendProblemAsync(HttpContext context, Problem problem)
    {
        var details = new ProblemDetailsJson("about:blank", problem.Title, problem.Status, problem.Detail, problem.Remedy);
        return WriteAsync(context, details, ApiJson.Default.ProblemDetailsJson, problem.Status, "application/problem+json; charset=utf-8");
    }

    private static async Task WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type, int status, string contentType)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await JsonSerializer.SerializeAsync(context.Response.Body, value, type, context.RequestAborted);
    }
}
