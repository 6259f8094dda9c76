using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>A form that a person fills in.</summary>
/// <param name="CustomId">What comes back with it, from <see cref="Security.ButtonCodes"/>.</param>
/// <param name="Title">Its title; shortened to 45 characters.</param>
/// <param name="Fields">One to five fields.</param>
public sealed record FormSpec(string CustomId, string Title, IReadOnlyList<FormField> Fields)
{
    private const int LongestTitle = 45;

    /// <summary>The form as Discord takes it.</summary>
    public CallbackData ToCallbackData(FormStyle style) => new()
    {
        CustomId = CustomId,
        Title = Rendering.DiscordMarkdown.Shorten(Title, LongestTitle),
        Components = style == FormStyle.Labels
            ? [.. Fields.Select(field => field.ToLabel())]
            : [.. Fields.Where(field => field.Choices.Count == 0).Select(field => field.ToRow())],
    };
}

/// <summary>Of what a form is made.</summary>
public enum FormStyle
{
    /// <summary>Labels, under which texts and choices stand.</summary>
    Labels,

    /// <summary>The older rows, which hold texts only, so fields with choices are left out: all that the gateway's library can read back.</summary>
    Rows,
}

/// <summary>A field of a form: several lines of text, or a choice where <see cref="Choices"/> are given.</summary>
/// <param name="Id">By which its content comes back.</param>
/// <param name="Label">Its label, at most 45 characters.</param>
public sealed record FormField(string Id, string Label)
{
    private const int Paragraph = 2;

    /// <summary>The text it begins with.</summary>
    public string Value { get; init; } = "";

    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The longest text.</summary>
    public int LongestText { get; init; } = 1_000;

    /// <summary>What can be chosen, instead of text.</summary>
    public IReadOnlyList<SelectOption> Choices { get; init; } = [];

    internal Component ToLabel() => new()
    {
        Type = ComponentType.Label,
        Label = Label,
        Inner = Choices.Count > 0
            ? new Component { Type = ComponentType.StringSelect, CustomId = Id, Options = Choices, Required = IsRequired }
            : TextInput(),
    };

    internal Component ToRow() => Component.Row([TextInput() with { Label = Label }]);

    private Component TextInput() => new()
    {
        Type = ComponentType.TextInput,
        CustomId = Id,
        Style = Paragraph,
        Value = Value.Length == 0 ? null : Value,
        MaxLength = LongestText,
        Required = IsRequired,
    };
}
