using System.Text.Json.Serialization;

namespace NewsBot.Discord.Rest;

/// <summary>The first response to an interaction.</summary>
/// <param name="Type">What kind of response it is.</param>
/// <param name="Data">What goes with it, if anything does.</param>
public sealed record InteractionCallback(CallbackType Type, CallbackData? Data = null);

/// <summary>The kinds of first response that NewsBot gives.</summary>
public enum CallbackType
{
    /// <summary>The endpoint is alive.</summary>
    Pong = 1,

    /// <summary>A message.</summary>
    Message = 4,

    /// <summary>A message that follows: "NewsBot is thinking…".</summary>
    DeferredMessage = 5,

    /// <summary>An edit of the message with the component that follows; nothing is shown meanwhile.</summary>
    DeferredUpdate = 6,

    /// <summary>An edit of the message with the component.</summary>
    UpdateMessage = 7,

    /// <summary>Choices for an option.</summary>
    Choices = 8,

    /// <summary>A form.</summary>
    Modal = 9,
}

/// <summary>What goes with a first response; which fields count depends on the kind.</summary>
public sealed record CallbackData
{
    /// <summary>A message's text.</summary>
    public string? Content { get; init; }

    /// <summary>A message's cards.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>A message's or form's components.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Who is notified.</summary>
    public AllowedMentions? AllowedMentions { get; init; }

    /// <summary>A message's flags.</summary>
    public MessageFlags? Flags { get; init; }

    /// <summary>Choices, at most 25.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>A form's id.</summary>
    public string? CustomId { get; init; }

    /// <summary>A form's title, at most 45 characters.</summary>
    public string? Title { get; init; }

    /// <summary>A message as the data of a first response, which takes no files and no nonce.</summary>
    public static CallbackData Of(MessageBody body, MessageFlags further) => new()
    {
        Content = body.Content,
        Embeds = body.Embeds,
        Components = body.Components,
        AllowedMentions = body.AllowedMentions,
        Flags = body.Flags | further,
    };
}

/// <summary>One choice for an option.</summary>
/// <param name="Name">What is shown, at most 100 characters.</param>
/// <param name="Value">What is sent, at most 100 characters.</param>
public sealed record Choice(string Name, string Value);

/// <summary>The JSON of everything that is sent to Discord and read from its answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(IReadOnlyList<PartialGuild>))]
[JsonSerializable(typeof(ReceivedError))]
[JsonSerializable(typeof(CreatedMessage))]
[JsonSerializable(typeof(CurrentApplication))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(ApplicationCommand))]
internal sealed partial class DiscordJson : JsonSerializerContext;
