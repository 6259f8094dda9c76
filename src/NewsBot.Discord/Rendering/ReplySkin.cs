using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Rendering;

/// <summary>In which form replies are shown: the same lines in either.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplySkin>))]
public enum ReplySkin
{
    /// <summary>Text with rows of buttons: understood by every client and by the gateway build.</summary>
    Classic,

    /// <summary>Components V2: a box with sections; only where replies go out through Discord's HTTP interface.</summary>
    Components,
}

/// <summary>Puts a layout into a message of a skin, within that skin's limits.</summary>
internal static class ReplySkins
{
    /// <summary>The longest text of a classic message; Discord counts characters, this counts UTF-16 code units, which are never fewer.</summary>
    public const int ClassicCharacters = 2_000;

    private const int ComponentCharacters = 4_000;

    // Not documented: above about 10,170 bytes of text, counting 12 for each part, Discord fails with 500.
    private const int ComponentBytes = 10_000;
    private const int BytesPerPart = 12;

    /// <summary>How many characters of text a message of a skin takes.</summary>
    public static int CharactersOf(ReplySkin skin) => skin == ReplySkin.Classic ? ClassicCharacters : ComponentCharacters;

    /// <summary>The message.</summary>
    public static OutgoingMessage Dress(ReplyLayout layout, ReplySkin skin) =>
        new(skin == ReplySkin.Classic ? Classic(layout) : InComponents(layout), layout.Files);

    private static MessageBody Classic(ReplyLayout layout) => new()
    {
        Content = ReplyLayout.Join(ReplyLayout.Fit(layout.Pieces, ClassicCharacters)),
        Components = layout.Rows,
        Attachments = Entries(layout),
    };

    private static MessageBody InComponents(ReplyLayout layout)
    {
        var sections = FittingSections(layout.Pieces);
        var inside = new List<Component>();
        foreach (var section in sections)
        {
            if (inside.Count > 0)
            {
                inside.Add(new Component { Type = ComponentType.Separator, Divider = true });
            }

            inside.Add(Component.Text(section));
        }

        inside.AddRange(layout.Files.Select(file => new Component { Type = ComponentType.File, File = new MediaItem("attachment://" + file.Name) }));
        inside.AddRange(layout.Rows);
        return new MessageBody
        {
            Content = null,
            Components = [Component.Container(inside)],
            Flags = MessageFlags.ComponentsV2,
            Attachments = Entries(layout),
        };
    }

    private static List<string> FittingSections(IReadOnlyList<TextPiece> pieces)
    {
        for (var characters = ComponentCharacters; ; characters -= ComponentCharacters / 10)
        {
            var sections = Sections(ReplyLayout.Fit(pieces, characters));
            if (sections.Sum(section => Encoding.UTF8.GetByteCount(section) + BytesPerPart) <= ComponentBytes)
            {
                return sections;
            }
        }
    }

    // A blank line in the classic skin is a section here; more sections than this would crowd the box with lines.
    private static List<string> Sections(IReadOnlyList<TextPiece> pieces)
    {
        const int MostSections = 6;
        var sections = new List<List<TextPiece>>();
        foreach (var piece in pieces)
        {
            if (sections.Count == 0 || (piece.Before == "\n\n" && sections.Count < MostSections))
            {
                sections.Add([]);
            }

            sections[^1].Add(piece);
        }

        return [.. sections.Select(ReplyLayout.Join)];
    }

    private static IReadOnlyList<AttachmentEntry> Entries(ReplyLayout layout) =>
        [.. layout.Files.Select((file, i) => new AttachmentEntry(i.ToString(CultureInfo.InvariantCulture), file.Name))];
}
