using System.Text;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Rendering;

/// <summary>How much a piece of a reply matters: where room is short, the least important is left out first.</summary>
public enum Importance
{
    /// <summary>How the reply came about.</summary>
    SmallPrint,

    /// <summary>The question, repeated.</summary>
    Heading,

    /// <summary>Further explanation.</summary>
    Remark,

    /// <summary>What was asked for, beyond its beginning.</summary>
    Detail,

    /// <summary>A source, a hit, a further row.</summary>
    Item,

    /// <summary>A correction or a warning.</summary>
    Warning,

    /// <summary>What was asked for.</summary>
    Substance,
}

/// <summary>A piece of a reply's text that is shown whole or not at all.</summary>
/// <param name="Markdown">The text, ready for Discord.</param>
/// <param name="Importance">How much it matters.</param>
/// <param name="Before">What separates it from the piece before it.</param>
public sealed record TextPiece(string Markdown, Importance Importance, string Before = "\n");

/// <summary>What a reply consists of, before it takes the form of a message.</summary>
/// <param name="Pieces">The text, in reading order.</param>
/// <param name="Rows">Rows of buttons and menus.</param>
/// <param name="Files">Attached files.</param>
public sealed record ReplyLayout(IReadOnlyList<TextPiece> Pieces, IReadOnlyList<Component> Rows, IReadOnlyList<OutgoingFile> Files)
{
    /// <summary>A reply of text only.</summary>
    public static ReplyLayout Of(params TextPiece[] pieces) => new(pieces, [], []);

    /// <summary>
    /// The pieces that fit into so many characters: the least important left out first, among equals the last. Pieces are never cut, so one that
    /// would not fit even alone goes before all others.
    /// </summary>
    public static IReadOnlyList<TextPiece> Fit(IReadOnlyList<TextPiece> pieces, int characters)
    {
        var kept = pieces.Where(piece => piece.Markdown.Length <= characters).ToList();
        while (kept.Count > 0 && Join(kept).Length > characters)
        {
            var least = kept.Min(piece => piece.Importance);
            kept.RemoveAt(kept.FindLastIndex(piece => piece.Importance == least));
        }

        return kept;
    }

    /// <summary>The pieces as one text.</summary>
    public static string Join(IReadOnlyList<TextPiece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            text.Append(text.Length == 0 ? "" : piece.Before).Append(piece.Markdown);
        }

        return text.ToString();
    }
}
