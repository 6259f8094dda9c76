using AngleSharp.Dom;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>What a block of text is on its page.</summary>
internal enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading of any level.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A row of a table, its cells separated.</summary>
    TableRow,
}

/// <summary>
/// A run of text that a reader sees as one block: what stands between two block-level boundaries of the page, as one line.
/// </summary>
/// <param name="Text">The text, white space collapsed.</param>
/// <param name="LinkLength">How many of its characters are link text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Section">The innermost section that holds it.</param>
internal sealed record TextBlock(string Text, int LinkLength, BlockKind Kind, Section Section)
{
    /// <summary>Running text is at least this long unless it ends as a sentence does.</summary>
    private const int ProseLength = 80;

    /// <summary>A sentence is at least this long; shorter ones are labels with a full stop.</summary>
    private const int SentenceLength = 20;

    private const double MostLinksInProse = 0.5;

    /// <summary>The share of link text, from 0 to 1.</summary>
    public double LinkShare => (double)LinkLength / Text.Length;

    /// <summary>Whether this reads like running text: sentences, few links.</summary>
    public bool IsProse { get; } = Kind != BlockKind.Heading
        && LinkLength <= MostLinksInProse * Text.Length
        && (Text.Length >= ProseLength || (Text.Length >= SentenceLength && EndsSentence(Text)));

    /// <summary>Whether it ends as a sentence does.</summary>
    public bool EndsAsSentence => EndsSentence(Text);

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or '…' or '"' or '”' or '’' or '»' or '“' or ':' or '。' or '！' or '？' or '」' or '۔' or '।';
}

/// <summary>A block-level element of the page with the blocks below it, which are a range of all blocks in reading order.</summary>
internal sealed class Section(IElement element, Section? parent, int first)
{
    /// <summary>The element.</summary>
    public IElement Element { get; } = element;

    /// <summary>The section around it; null for the page's body.</summary>
    public Section? Parent { get; } = parent;

    /// <summary>The sections directly inside.</summary>
    public List<Section> Children { get; } = [];

    /// <summary>The index of the first block.</summary>
    public int First { get; } = first;

    /// <summary>The index after the last block.</summary>
    public int End { get; set; }

    /// <summary>Why the section looks like page furniture, or <see cref="Furniture.None"/>.</summary>
    public Furniture Furniture { get; set; }

    /// <summary>The sections around this one, from the innermost.</summary>
    public IEnumerable<Section> Ancestors()
    {
        for (var section = Parent; section is not null; section = section.Parent)
        {
            yield return section;
        }
    }
}
