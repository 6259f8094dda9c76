using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Rest;

/// <summary>Discord refused a request, or could not be asked. The message never holds an address, since addresses hold tokens.</summary>
public sealed class DiscordException : Exception
{
    internal DiscordException(string what, HttpStatusCode? status, int code, string reason, TimeSpan? retryAfter, Exception? inner = null)
        : base($"Discord refused '{what}': {Describe(status, code, reason)}", inner)
    {
        Status = status;
        Code = code;
        RetryAfter = retryAfter;
    }

    /// <summary>The HTTP status, or null when there was no answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Discord's own code, 0 where it gave none. See <see cref="DiscordErrorCodes"/>.</summary>
    public int Code { get; }

    /// <summary>How long to wait before asking again, when too much was asked.</summary>
    public TimeSpan? RetryAfter { get; }

    private static string Describe(HttpStatusCode? status, int code, string reason) =>
        status is null ? reason : $"{(int)status} {(code == 0 ? "" : $"({code}) ")}{reason}";
}

/// <summary>The codes that NewsBot treats each in its own way.</summary>
public static class DiscordErrorCodes
{
    /// <summary>The message is gone: somebody deleted it.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>The interaction's answer is not there yet, or its token is unknown.</summary>
    public const int UnknownWebhook = 10015;

    /// <summary>The interaction was not answered within three seconds.</summary>
    public const int UnknownInteraction = 10062;

    /// <summary>The interaction was answered already.</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>The interaction's token is older than 15 minutes.</summary>
    public const int InvalidWebhookToken = 50027;

    /// <summary>There is a thread under the message already.</summary>
    public const int ThreadExists = 160004;

    /// <summary>The request's form is wrong.</summary>
    public const int InvalidForm = 50035;

    /// <summary>NewsBot cannot see the channel.</summary>
    public const int MissingAccess = 50001;

    /// <summary>NewsBot may not do this in the channel.</summary>
    public const int MissingPermissions = 50013;
}

/// <summary>Discord's description of an error.</summary>
internal sealed record ReceivedError
{
    public int Code { get; init; }

    public string Message { get; init; } = "";

    public double? RetryAfter { get; init; }

    public bool Global { get; init; }

    public JsonElement Errors { get; init; }

    /// <summary>The message with the place in the request that is at fault.</summary>
    public string Reason => Errors.ValueKind == JsonValueKind.Object ? $"{Message} {Errors.GetRawText()}" : Message;

    /// <summary>Reads a body; what is no JSON of Discord's (a proxy's page, for one) gives an empty error.</summary>
    public static ReceivedError Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.ReceivedError) ?? new ReceivedError();
        }
        catch (JsonException)
        {
            return new ReceivedError { Message = "the answer was no JSON" };
        }
    }
}

/// <summary>An application as Discord knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="VerifyKey">Its public key in hexadecimal.</param>
/// <param name="InteractionsEndpointUrl">The address to which Discord sends interactions, if one is entered.</param>
/// <param name="Flags">What it may do: bits of Discord's.</param>
public sealed record CurrentApplication(string Id, string VerifyKey, string? InteractionsEndpointUrl = null, long Flags = 0);

/// <summary>A message that Discord took.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ChannelId">The channel's id.</param>
public sealed record CreatedMessage(string Id, string ChannelId);

/// <summary>A server as the list of servers names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Permissions">What the bot may do there by its roles: bits, as a number.</param>
public sealed record PartialGuild(string Id, string? Permissions)
{
    /// <summary>What the bot may do there; all where Discord does not say.</summary>
    [JsonIgnore]
    public Permissions Own => ulong.TryParse(Permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? (Permissions)bits : Interactions.Permissions.Administrator;
}
