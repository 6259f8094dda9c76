namespace NewsBot.Discord.Interactions;

/// <summary>What was filled in of a command. Options that were left out are absent.</summary>
/// <param name="Texts">Options that are text; numbers, yes or no, and ids are kept as their text.</param>
/// <param name="Attachments">Options that are files.</param>
public sealed record CommandOptions(IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, ReceivedAttachment> Attachments)
{
    /// <summary>Nothing filled in.</summary>
    public static CommandOptions None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, ReceivedAttachment>());

    /// <summary>The option's text without white space around it, or null when it is absent or blank.</summary>
    public string? Text(string name) => Texts.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The option's yes or no, or null when it is absent.</summary>
    public bool? Flag(string name) => bool.TryParse(Texts.GetValueOrDefault(name), out var flag) ? flag : null;

    /// <summary>The option's whole number, or null when it is absent.</summary>
    public int? Number(string name) =>
        int.TryParse(Texts.GetValueOrDefault(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A file that somebody attached. Name and type are the uploader's word only.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Url">A signed address that is valid for a short time.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ContentType">Its type, if the uploader's program gave one.</param>
public sealed record ReceivedAttachment(string Name, string Url, long Size, string? ContentType);
