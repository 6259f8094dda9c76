using System.Text.Json.Serialization;

namespace NewsBot.Discord.Rest;

/// <summary>
/// A component of a message or form. Which fields count depends on <see cref="Type"/>; those that are null are not written.
/// The factories make only what NewsBot uses.
/// </summary>
public sealed record Component
{
    /// <summary>What it is.</summary>
    public required ComponentType Type { get; init; }

    /// <summary>What NewsBot is told when it is used; 1 to 100 characters, unique in its message.</summary>
    public string? CustomId { get; init; }

    /// <summary>A button's look, or whether a text input has several lines.</summary>
    public int? Style { get; init; }

    /// <summary>A button's or field's label.</summary>
    public string? Label { get; init; }

    /// <summary>A field's explanation.</summary>
    public string? Description { get; init; }

    /// <summary>A button's emoji.</summary>
    public Emoji? Emoji { get; init; }

    /// <summary>Where a link button leads, at most 512 characters.</summary>
    public string? Url { get; init; }

    /// <summary>A menu's choices, at most 25.</summary>
    public IReadOnlyList<SelectOption>? Options { get; init; }

    /// <summary>What a menu says while nothing is chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>A text input's text to begin with.</summary>
    public string? Value { get; init; }

    /// <summary>A text input's shortest text.</summary>
    public int? MinLength { get; init; }

    /// <summary>A text input's longest text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether a field must be filled in.</summary>
    public bool? Required { get; init; }

    /// <summary>A text display's Markdown.</summary>
    public string? Content { get; init; }

    /// <summary>Whether a separator shows a line.</summary>
    public bool? Divider { get; init; }

    /// <summary>A file component's file.</summary>
    public MediaItem? File { get; init; }

    /// <summary>The one component under a label.</summary>
    [JsonPropertyName("component")]
    public Component? Inner { get; init; }

    /// <summary>The components inside.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>A row of buttons or one menu.</summary>
    public static Component Row(IEnumerable<Component> components) => new() { Type = ComponentType.ActionRow, Components = [.. components] };

    /// <summary>A button that sends an interaction.</summary>
    public static Component Button(string customId, string? label, string? emoji = null, ButtonStyle style = ButtonStyle.Secondary) =>
        new() { Type = ComponentType.Button, CustomId = customId, Label = label, Emoji = emoji is null ? null : new Emoji(emoji), Style = (int)style };

    /// <summary>A button that opens an address.</summary>
    public static Component Link(string url, string label) =>
        new() { Type = ComponentType.Button, Url = url, Label = label, Style = (int)ButtonStyle.Link };

    /// <summary>A menu of which one choice is taken.</summary>
    public static Component Select(string customId, string placeholder, IReadOnlyList<SelectOption> options) =>
        new() { Type = ComponentType.StringSelect, CustomId = customId, Placeholder = placeholder, Options = options };

    /// <summary>Text in a Components V2 layout.</summary>
    public static Component Text(string markdown) => new() { Type = ComponentType.TextDisplay, Content = markdown };

    /// <summary>A box around others in a Components V2 layout.</summary>
    public static Component Container(IEnumerable<Component> components) => new() { Type = ComponentType.Container, Components = [.. components] };
}

/// <summary>The kinds of component that NewsBot uses.</summary>
public enum ComponentType
{
    /// <summary>A row.</summary>
    ActionRow = 1,

    /// <summary>A button.</summary>
    Button = 2,

    /// <summary>A menu of texts.</summary>
    StringSelect = 3,

    /// <summary>A field for text.</summary>
    TextInput = 4,

    /// <summary>Text.</summary>
    TextDisplay = 10,

    /// <summary>An attached file.</summary>
    File = 13,

    /// <summary>A gap or line.</summary>
    Separator = 14,

    /// <summary>A box.</summary>
    Container = 17,

    /// <summary>A label with one field.</summary>
    Label = 18,
}

/// <summary>How a button looks.</summary>
public enum ButtonStyle
{
    /// <summary>The main action.</summary>
    Primary = 1,

    /// <summary>Any other action.</summary>
    Secondary = 2,

    /// <summary>An action that cannot be undone.</summary>
    Danger = 4,

    /// <summary>Opens an address.</summary>
    Link = 5,
}

/// <summary>A Unicode emoji.</summary>
/// <param name="Name">The character.</param>
public sealed record Emoji(string Name);

/// <summary>One choice of a menu.</summary>
/// <param name="Label">What is shown, at most 100 characters.</param>
/// <param name="Value">What is sent, at most 100 characters.</param>
/// <param name="Description">A second line, at most 100 characters.</param>
public sealed record SelectOption(string Label, string Value, string? Description = null);

/// <summary>A file that a component refers to.</summary>
/// <param name="Url"><c>attachment://</c> and the file's name.</param>
public sealed record MediaItem(string Url);
