using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Rest;

/// <summary>
/// A message as Discord takes it, the same for creating and editing. Every field is always written, since an edit keeps what it does
/// not name; <see cref="AllowedMentions"/> above all, because an edit without it mentions people again.
/// </summary>
public sealed record MessageBody
{
    /// <summary>The text, at most 2,000 characters; null with Components V2.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Content { get; init; } = "";

    /// <summary>At most ten cards.</summary>
    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    /// <summary>Rows of buttons and menus, or the whole layout with Components V2.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>Nobody, ever.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.Nobody;

    /// <summary>See <see cref="MessageFlags"/>.</summary>
    public MessageFlags Flags { get; init; } = MessageFlags.SuppressEmbeds;

    /// <summary>The files that the message has after this request; others are dropped by an edit.</summary>
    public IReadOnlyList<AttachmentEntry> Attachments { get; init; } = [];

    /// <summary>The message that this one answers; only for new channel messages.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>A text, at most 25 characters, by which Discord recognises a repeated creation; only for channel messages.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether a repeated <see cref="Nonce"/> gives the first message instead of a second one.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>This message as JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordJson.Default.MessageBody);
}

/// <summary>A message with the files that go with it.</summary>
/// <param name="Body">The message.</param>
/// <param name="Files">The files' names and bytes, in the order of the body's attachments.</param>
public sealed record OutgoingMessage(MessageBody Body, IReadOnlyList<OutgoingFile> Files)
{
    /// <summary>A message without files.</summary>
    public OutgoingMessage(MessageBody body)
        : this(body, [])
    {
    }
}

/// <summary>A file to attach.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
public sealed record OutgoingFile(string Name, byte[] Content, string ContentType);

/// <summary>Who is notified by a message.</summary>
/// <param name="Parse">The kinds of mention that count.</param>
public sealed record AllowedMentions(IReadOnlyList<string> Parse)
{
    /// <summary>Nobody: mentions are shown, if at all, without notifying.</summary>
    public static AllowedMentions Nobody { get; } = new([]);
}

/// <summary>The message that another one answers.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="FailIfNotExists">Whether the answer is refused when that message is gone.</param>
public sealed record MessageReference(string MessageId, bool FailIfNotExists = false);

/// <summary>A thread to begin under a message.</summary>
/// <param name="Name">Its name, 1 to 100 characters.</param>
/// <param name="AutoArchiveDuration">After how many minutes of silence it is put away: 60, 1440, 4320 or 10080.</param>
public sealed record NewThread(string Name, int AutoArchiveDuration = 1440);

/// <summary>A file's place in a message: the number of its part in the request, and its name.</summary>
/// <param name="Id">The number of the part, as text.</param>
/// <param name="Filename">The name.</param>
public sealed record AttachmentEntry(string Id, string Filename);

/// <summary>The flags of a message that NewsBot sets.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Flags is Discord's own word.")]
public enum MessageFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>No previews of links.</summary>
    SuppressEmbeds = 1 << 2,

    /// <summary>Only the person who caused it sees it.</summary>
    Ephemeral = 1 << 6,

    /// <summary>The layout is made of components; content and embeds are empty.</summary>
    ComponentsV2 = 1 << 15,
}

/// <summary>A card under a message.</summary>
/// <param name="Title">At most 256 characters.</param>
/// <param name="Description">At most 4,096 characters.</param>
/// <param name="Url">Where the title leads.</param>
public sealed record Embed(string? Title, string? Description, string? Url);
