using System.Text.Json;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>A failure that Discord gives instead of doing what it was asked.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; no JSON where it does not begin with a brace.</param>
/// <param name="RetryAfter">Seconds, for the header.</param>
public sealed record FakeFault(int Status, string Body, double? RetryAfter = null)
{
    /// <summary>The message is gone.</summary>
    public static FakeFault UnknownMessage { get; } = Of(404, 10008, "Unknown Message");

    /// <summary>The answer is not there yet.</summary>
    public static FakeFault UnknownWebhook { get; } = Of(404, 10015, "Unknown Webhook");

    /// <summary>The token has died.</summary>
    public static FakeFault InvalidToken { get; } = Of(401, 50027, "Invalid Webhook Token");

    /// <summary>Discord's own failure.</summary>
    public static FakeFault Internal { get; } = Of(500, 0, "500: Internal Server Error");

    /// <summary>A proxy's failure, in HTML.</summary>
    public static FakeFault BadGateway { get; } = new(502, "<html><body>502 Bad Gateway</body></html>");

    /// <summary>Too much was asked.</summary>
    public static FakeFault TooMany(double seconds, bool isGlobal = false) => new(
        429,
        JsonSerializer.Serialize(new { message = "You are being rate limited.", retry_after = seconds, global = isGlobal }),
        seconds);

    /// <summary>An error of Discord's.</summary>
    public static FakeFault Of(int status, int code, string message) => new(status, JsonSerializer.Serialize(new { code, message }));
}
