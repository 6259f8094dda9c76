using System.Text.Json.Serialization;

namespace NewsBot.Discord.Listening;

/// <summary>A message as the gateway tells of it; only the fields that are used.</summary>
internal sealed record WireSpokenMessage
{
    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? GuildId { get; init; }

    public int Type { get; init; }

    public string? WebhookId { get; init; }

    // Absent where an update does not concern it.
    public string? Content { get; init; }

    public WireSpeaker? Author { get; init; }

    public WireSpeakerRoles? Member { get; init; }

    public IReadOnlyList<WireSpeaker>? Mentions { get; init; }

    public WireSpokenReference? MessageReference { get; init; }
}

internal sealed record WireSpeaker(string? Id, bool Bot, bool System);

internal sealed record WireSpeakerRoles(IReadOnlyList<string>? Roles);

internal sealed record WireSpokenReference(string? MessageId, int Type);

/// <summary>A deletion of one message or of several.</summary>
internal sealed record WireDeletion(string? Id, IReadOnlyList<string>? Ids);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WireSpokenMessage))]
[JsonSerializable(typeof(WireDeletion))]
internal sealed partial class WireSpokenJson : JsonSerializerContext;
