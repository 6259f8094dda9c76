namespace NewsBot.Discord.Interactions;

/// <summary>
/// What somebody did in Discord, in NewsBot's own terms: the same whether it came through the HTTP endpoint or the gateway.
/// Whatever a newer Discord sends that is not known here is an <see cref="Unknown"/>.
/// </summary>
public abstract record Interaction
{
    private Interaction(InteractionOrigin origin) => Origin = origin;

    /// <summary>Who, where and how to answer.</summary>
    public InteractionOrigin Origin { get; init; }

    /// <summary>Discord asks whether the endpoint is alive.</summary>
    public sealed record Ping(InteractionOrigin Origin) : Interaction(Origin);

    /// <summary>A slash command.</summary>
    /// <param name="Origin">Who, where and how to answer.</param>
    /// <param name="Path">The command and, below it, group and subcommand: "ingest feed add".</param>
    /// <param name="Options">What was filled in.</param>
    public sealed record Command(InteractionOrigin Origin, string Path, CommandOptions Options) : Interaction(Origin);

    /// <summary>A command chosen from a message's menu.</summary>
    /// <param name="Origin">Who, where and how to answer.</param>
    /// <param name="Name">The command's name.</param>
    /// <param name="Message">The message it was chosen on.</param>
    public sealed record MessageCommand(InteractionOrigin Origin, string Name, ReceivedMessage Message) : Interaction(Origin);

    /// <summary>Somebody types into an option that offers choices.</summary>
    /// <param name="Origin">Who and where.</param>
    /// <param name="Path">As of a <see cref="Command"/>.</param>
    /// <param name="Options">What is filled in so far.</param>
    /// <param name="Focused">The option being typed into.</param>
    public sealed record Autocomplete(InteractionOrigin Origin, string Path, CommandOptions Options, string Focused) : Interaction(Origin);

    /// <summary>A button was pressed or a menu used.</summary>
    /// <param name="Origin">Who, where and how to answer.</param>
    /// <param name="CustomId">What the component was given to say.</param>
    /// <param name="Values">What was chosen in a menu.</param>
    /// <param name="Message">The message that carries the component.</param>
    public sealed record Component(InteractionOrigin Origin, string CustomId, IReadOnlyList<string> Values, ReceivedMessage? Message) : Interaction(Origin);

    /// <summary>A form was sent.</summary>
    /// <param name="Origin">Who, where and how to answer.</param>
    /// <param name="CustomId">What the form was given to say.</param>
    /// <param name="Fields">What was filled in, by the fields' ids; fields left empty are absent.</param>
    public sealed record Form(InteractionOrigin Origin, string CustomId, IReadOnlyDictionary<string, string> Fields) : Interaction(Origin);

    /// <summary>A kind of interaction that is not known here.</summary>
    /// <param name="Origin">Who, where and how to answer.</param>
    /// <param name="Type">Discord's number for it.</param>
    public sealed record Unknown(InteractionOrigin Origin, int Type) : Interaction(Origin);
}

/// <summary>Who did it, where, and how it is answered.</summary>
public sealed record InteractionOrigin
{
    /// <summary>The interaction's id; a repeated delivery has the same.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The application it was sent to.</summary>
    public required Snowflake Application { get; init; }

    /// <summary>With which it is answered; <see cref="InteractionToken.None"/> where it was a message.</summary>
    public required InteractionToken Token { get; init; }

    /// <summary>Who did it.</summary>
    public required Snowflake User { get; init; }

    /// <summary>The server in which it happened, if it was in one, whether or not NewsBot is installed there.</summary>
    public Snowflake? Guild { get; init; }

    /// <summary>The server in which NewsBot is installed and this happened: the only one whose archive may be read.</summary>
    public Snowflake? InstalledGuild { get; init; }

    /// <summary>The channel or thread.</summary>
    public Snowflake? Channel { get; init; }

    /// <summary>The channel above a thread, or the category above a channel.</summary>
    public Snowflake? ParentChannel { get; init; }

    /// <summary>The message that asks, where it was no interaction but a message.</summary>
    public Snowflake? AskingMessage { get; init; }

    /// <summary>What the user may do in this channel.</summary>
    public Permissions UserPermissions { get; init; }

    /// <summary>The user's roles in this server.</summary>
    public IReadOnlyList<Snowflake> Roles { get; init; } = [];

    /// <summary>What NewsBot may do in this channel.</summary>
    public Permissions OwnPermissions { get; init; }

    /// <summary>The user's language as Discord names it, e.g. "de" or "en-GB".</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Whether it happened outside of a server.</summary>
    public bool IsDirect => Guild is null;
}

/// <summary>A message that an interaction is about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Its text, and the texts of its embeds and components.</param>
/// <param name="AskedBy">Who caused it, when it is an answer to an interaction.</param>
/// <param name="IsPrivate">Whether only one person sees it.</param>
public sealed record ReceivedMessage(Snowflake Id, Snowflake Author, string Text, Snowflake? AskedBy, bool IsPrivate);
