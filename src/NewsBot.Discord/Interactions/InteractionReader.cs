using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace NewsBot.Discord.Interactions;

/// <summary>
/// Reads an interaction from Discord's JSON, once, at the door. Unknown fields and components are skipped; what lacks an id, a token or
/// a user is no interaction.
/// </summary>
public static class InteractionReader
{
    private const int SubcommandType = 1;
    private const int SubcommandGroupType = 2;
    private const int AttachmentType = 11;
    private const int MessageCommandType = 3;
    private const int PrivateFlag = 64;

    /// <summary>Reads the bytes, or says that they are no interaction.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out Interaction? interaction)
    {
        interaction = null;
        try
        {
            var wire = JsonSerializer.Deserialize(json, WireInteractionJson.Default.WireInteraction);
            interaction = wire is not null && TryReadOrigin(wire, out var origin) ? Read(wire, origin) : null;
        }
        catch (JsonException)
        {
            // No JSON, or not of an interaction's shape: the sender is told so by the result.
        }

        return interaction is not null;
    }

    private static bool TryReadOrigin(WireInteraction wire, [NotNullWhen(true)] out InteractionOrigin? origin)
    {
        origin = null;
        var user = wire.Member?.User ?? wire.User;
        if (!Snowflake.TryParse(wire.Id, out var id) || !Snowflake.TryParse(wire.ApplicationId, out var application)
            || !Snowflake.TryParse(user?.Id, out var userId) || wire.Token.Length == 0)
        {
            return false;
        }

        origin = new InteractionOrigin
        {
            Id = id,
            Application = application,
            Token = new InteractionToken(wire.Token),
            User = userId,
            Guild = Optional(wire.GuildId),
            InstalledGuild = InstalledGuild(wire),
            Channel = Optional(wire.ChannelId),
            ParentChannel = Optional(wire.Channel?.ParentId),
            UserPermissions = Bits(wire.Member?.Permissions),
            Roles = [.. (wire.Member?.Roles ?? []).Select(Optional).OfType<Snowflake>()],
            OwnPermissions = Bits(wire.AppPermissions),
            Locale = wire.Locale ?? "en-US",
        };
        return true;
    }

    // "0" names the server that installed the application; a user's own installation ("1") says nothing about the server it is used in.
    private static Snowflake? InstalledGuild(WireInteraction wire)
    {
        var guild = Optional(wire.GuildId);
        var owner = Optional(wire.AuthorizingIntegrationOwners?.GetValueOrDefault("0"));
        return guild is not null && guild == owner ? guild : null;
    }

    private static Interaction Read(WireInteraction wire, InteractionOrigin origin) => wire switch
    {
        { Type: 1 } => new Interaction.Ping(origin),
        { Type: 2, Data: { Type: MessageCommandType, Name: { } name } data } when TargetOf(data) is { } message =>
            new Interaction.MessageCommand(origin, name, message),
        { Type: 2, Data: { Type: 1, Name: { } name } data } => new Interaction.Command(origin, PathOf(name, data, out var options), OptionsOf(options, data)),
        { Type: 3, Data.CustomId: { } customId } => new Interaction.Component(origin, customId, wire.Data.Values ?? [], MessageOf(wire.Message)),
        { Type: 4, Data: { Name: { } name } data } => ReadAutocomplete(origin, name, data),
        { Type: 5, Data.CustomId: { } customId } => new Interaction.Form(origin, customId, FieldsOf(wire.Data.Components ?? [])),
        _ => new Interaction.Unknown(origin, wire.Type),
    };

    private static Interaction.Autocomplete ReadAutocomplete(InteractionOrigin origin, string name, WireData data)
    {
        var path = PathOf(name, data, out var options);
        var focused = options.FirstOrDefault(option => option.Focused)?.Name ?? "";
        return new Interaction.Autocomplete(origin, path, OptionsOf(options, data), focused);
    }

    private static string PathOf(string name, WireData data, out IReadOnlyList<WireOption> options)
    {
        options = data.Options ?? [];
        var path = name;
        while (options is [{ Type: SubcommandType or SubcommandGroupType } inner])
        {
            path += " " + inner.Name;
            options = inner.Options ?? [];
        }

        return path;
    }

    private static CommandOptions OptionsOf(IReadOnlyList<WireOption> options, WireData data)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var attachments = new Dictionary<string, ReceivedAttachment>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            var text = TextOf(option.Value);
            if (option.Type == AttachmentType && data.Resolved?.Attachments?.GetValueOrDefault(text) is { Url: { } url } file)
            {
                attachments[option.Name] = new ReceivedAttachment(file.Filename ?? "file", url, file.Size, file.ContentType);
            }
            else
            {
                texts[option.Name] = text;
            }
        }

        return new CommandOptions(texts, attachments);
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    // Labels hold one component, the deprecated rows hold several; kinds that are not known are passed over.
    private static Dictionary<string, string> FieldsOf(IEnumerable<WireComponent> components)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in components.SelectMany(component => component.Component is { } one ? [one] : component.Components ?? []))
        {
            var text = field.Values is { Count: > 0 } values ? string.Join(',', values) : TextOf(field.Value);
            if (field.CustomId is { } id && text.Length > 0)
            {
                fields[id] = text;
            }
        }

        return fields;
    }

    private static ReceivedMessage? TargetOf(WireData data) => MessageOf(data.Resolved?.Messages?.GetValueOrDefault(data.TargetId ?? ""));

    private static ReceivedMessage? MessageOf(WireMessage? message) =>
        message is not null && Snowflake.TryParse(message.Id, out var id)
            ? new ReceivedMessage(
                id,
                Optional(message.Author?.Id) ?? default,
                string.Join("\n\n", TextsOf(message).Where(text => !string.IsNullOrWhiteSpace(text))),
                Optional(message.InteractionMetadata?.User?.Id),
                (message.Flags & PrivateFlag) != 0)
            : null;

    private static IEnumerable<string?> TextsOf(WireMessage message) =>
        [
            message.Content,
            .. (message.Embeds ?? []).SelectMany(embed =>
                new[] { embed.Title, embed.Description }.Concat((embed.Fields ?? []).SelectMany(field => new[] { field.Name, field.Value }))),
            .. TextsOf(message.Components ?? []),
        ];

    private static IEnumerable<string?> TextsOf(IEnumerable<WireComponent> components) =>
        components.SelectMany(component => (IEnumerable<string?>)[component.Content, .. TextsOf(component.Components ?? [])]);

    private static Snowflake? Optional(string? text) => Snowflake.TryParse(text, out var snowflake) ? snowflake : null;

    private static Permissions Bits(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? (Permissions)bits : Permissions.None;
}
