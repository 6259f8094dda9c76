using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Web.Failing;

namespace NewsBot.Web.Api;

/// <summary>How the API answers: JSON, and problem details where it does not serve.</summary>
internal static class ApiResponse
{
    /// <summary>Sends a value as JSON.</summary>
    public static Task SendAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        WriteAsync(context, value, type, StatusCodes.Status200OK, "application/json; charset=utf-8");

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
