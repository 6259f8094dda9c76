using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Interactions;

/// <summary>An interaction as Discord writes it; only the fields that are used. The rest is ignored, since new ones come without notice.</summary>
internal sealed record WireInteraction
{
    public string Id { get; init; } = "";

    public string ApplicationId { get; init; } = "";

    public int Type { get; init; }

    public string Token { get; init; } = "";

    public WireData? Data { get; init; }

    public string? GuildId { get; init; }

    public WireChannel? Channel { get; init; }

    public string? ChannelId { get; init; }

    public WireMember? Member { get; init; }

    public WireUser? User { get; init; }

    public WireMessage? Message { get; init; }

    public string? Locale { get; init; }

    public string? AppPermissions { get; init; }

    public Dictionary<string, string>? AuthorizingIntegrationOwners { get; init; }
}

internal sealed record WireData
{
    public string? Name { get; init; }

    public int Type { get; init; } = 1;

    public string? TargetId { get; init; }

    public string? CustomId { get; init; }

    public IReadOnlyList<WireOption>? Options { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public IReadOnlyList<WireComponent>? Components { get; init; }

    public WireResolved? Resolved { get; init; }
}

internal sealed record WireOption
{
    public string Name { get; init; } = "";

    public int Type { get; init; }

    public JsonElement Value { get; init; }

    public bool Focused { get; init; }

    public IReadOnlyList<WireOption>? Options { get; init; }
}

internal sealed record WireResolved
{
    public Dictionary<string, WireMessage>? Messages { get; init; }

    public Dictionary<string, WireAttachment>? Attachments { get; init; }
}

internal sealed record WireAttachment(string? Filename, string? Url, long Size, string? ContentType);

internal sealed record WireChannel(string? ParentId);

internal sealed record WireUser(string Id);

internal sealed record WireMember(WireUser? User, string? Permissions, IReadOnlyList<string>? Roles);

internal sealed record WireMessage
{
    public string Id { get; init; } = "";

    public string? Content { get; init; }

    public WireUser? Author { get; init; }

    public int Flags { get; init; }

    public IReadOnlyList<WireEmbed>? Embeds { get; init; }

    public IReadOnlyList<WireComponent>? Components { get; init; }

    public WireCause? InteractionMetadata { get; init; }
}

internal sealed record WireCause(WireUser? User);

internal sealed record WireEmbed(string? Title, string? Description, IReadOnlyList<WireField>? Fields);

internal sealed record WireField(string? Name, string? Value);

/// <summary>A component of a message or of a form; its <c>value</c> may be a text, a flag or nothing.</summary>
internal sealed record WireComponent
{
    public int Type { get; init; }

    public string? CustomId { get; init; }

    public string? Content { get; init; }

    public JsonElement Value { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public WireComponent? Component { get; init; }

    public IReadOnlyList<WireComponent>? Components { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WireInteraction))]
internal sealed partial class WireInteractionJson : JsonSerializerContext;
