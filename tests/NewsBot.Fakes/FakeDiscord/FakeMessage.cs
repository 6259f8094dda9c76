using System.Text.Json;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>A message as a person finds it in Discord.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">The JSON that it was last created or edited with; empty while the bot "is thinking".</param>
/// <param name="IsThinking">Whether it is a promise that has not been kept yet.</param>
/// <param name="IsPrivate">Whether only one person sees it.</param>
/// <param name="Files">The attached files by name.</param>
public sealed record FakeMessage(ulong Id, JsonElement Body, bool IsThinking, bool IsPrivate, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The channel or thread in which it stands.</summary>
    public ulong Channel { get; init; }

    /// <summary>The message that it replies to, or null.</summary>
    public ulong? RepliesTo =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("message_reference", out var reference) && reference.ValueKind == JsonValueKind.Object
            ? ulong.Parse(TextOf(reference, "message_id"))
            : null;

    /// <summary>The text: the content, or that of all text displays.</summary>
    public string Text => string.Join("\n", new[] { TextOf(Body, "content") }.Concat(Components.Select(component => TextOf(component, "content"))).Where(text => text.Length > 0));

    /// <summary>All components, those inside others too.</summary>
    public IReadOnlyList<JsonElement> Components => [.. Descendants(Body)];

    /// <summary>The labels (or emojis) of its buttons with their custom ids, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Buttons =>
        [.. Components.Where(component => component.GetProperty("type").GetInt32() == 2 && TextOf(component, "custom_id").Length > 0)
            .Select(button => KeyValuePair.Create(LabelOf(button), TextOf(button, "custom_id")))];

    /// <summary>The custom id of the button with this label or emoji.</summary>
    public string Button(string label) => Buttons.Where(button => button.Key == label).Select(button => button.Value).FirstOrDefault()
        ?? throw new InvalidOperationException($"There is no button '{label}' under: {this}");

    /// <summary>Whether the bot has said its last word, as far as can be seen: buttons or small print are there.</summary>
    public bool LooksFinal => !IsThinking && (Buttons.Count > 0 || Text.Contains("-# ", StringComparison.Ordinal) || Text.StartsWith("**No answer", StringComparison.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => IsThinking ? "(thinking)" : $"{Text} [{string.Join("] [", Buttons.Select(button => button.Key))}]";

    private static string LabelOf(JsonElement button) =>
        TextOf(button, "label") is { Length: > 0 } label ? label : button.TryGetProperty("emoji", out var emoji) ? TextOf(emoji, "name") : "";

    private static IEnumerable<JsonElement> Descendants(JsonElement parent) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty("components", out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().SelectMany(component => Descendants(component).Prepend(component))
            : [];

    private static string TextOf(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
