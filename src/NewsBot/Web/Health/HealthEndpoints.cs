using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsBot.Web.Health;

/// <summary>
/// What a supervisor asks: <c>/healthz/live</c> is this process alive, <c>/healthz/ready</c> can it answer. Ready tells each part; a part
/// that is only degraded leaves the program ready.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Alive: answering at all is the whole check.</summary>
    public static HealthCheckOptions Live { get; } = new() { Predicate = _ => false };

    /// <summary>Ready: every registered check, as JSON.</summary>
    public static HealthCheckOptions Ready { get; } = new() { ResponseWriter = WriteAsync };

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.Body);
        json.WriteStartObject();
        json.WriteString("status", NameOf(report.Status));
        json.WriteStartArray("parts");
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("status", NameOf(entry.Status));
            json.WriteString("detail", entry.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }

    private static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "degraded",
        HealthStatus.Unhealthy => "not_ready",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };
}
