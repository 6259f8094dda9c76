namespace NewsBot.Discord.Rest;

/// <summary>A command as Discord registers it. Fields that are null are not written.</summary>
public sealed record ApplicationCommand
{
    /// <summary>1 for a slash command, 3 for a message's menu.</summary>
    public int Type { get; init; } = 1;

    /// <summary>The name, 1 to 32 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The name by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What it does, 1 to 100 characters; empty for a message's menu.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it does, by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Its options or subcommands, at most 25.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>The permission bits that a member needs by default, as a number; null for everybody.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>Where it is offered: 0 servers, 1 NewsBot's direct messages, 2 other direct messages. Only for global commands.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>For whom it is offered: 0 servers, 1 users who installed NewsBot. Only for global commands.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}

/// <summary>An option, a subcommand or a group of subcommands.</summary>
public sealed record CommandOption
{
    /// <summary>What it is.</summary>
    public required CommandOptionType Type { get; init; }

    /// <summary>The name, 1 to 32 characters, lower case.</summary>
    public required string Name { get; init; }

    /// <summary>The name by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What it means, 1 to 100 characters.</summary>
    public required string Description { get; init; }

    /// <summary>What it means, by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Whether it must be filled in; null for no.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether choices are offered while typing; null for no.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>The shortest text.</summary>
    public int? MinLength { get; init; }

    /// <summary>The longest text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The smallest number.</summary>
    public int? MinValue { get; init; }

    /// <summary>The largest number.</summary>
    public int? MaxValue { get; init; }

    /// <summary>The options of a subcommand, or the subcommands of a group.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }
}

/// <summary>The kinds of option that NewsBot uses.</summary>
public enum CommandOptionType
{
    /// <summary>A subcommand.</summary>
    Subcommand = 1,

    /// <summary>A group of subcommands.</summary>
    SubcommandGroup = 2,

    /// <summary>Text.</summary>
    Text = 3,

    /// <summary>A whole number.</summary>
    Integer = 4,

    /// <summary>Yes or no.</summary>
    Flag = 5,

    /// <summary>A channel.</summary>
    Channel = 7,

    /// <summary>A role.</summary>
    Role = 8,

    /// <summary>A file.</summary>
    Attachment = 11,
}
