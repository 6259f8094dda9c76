using System.Collections.Frozen;

namespace NewsBot.Ingestion.Extraction.Pages;

/// <summary>
/// What a page may measure to be parsed at all. A parser's time grows with how deep elements are nested and with how much formatting is left
/// open, so a page that was built to be expensive is refused by one quick look at its characters. Of 400 real pages the largest had 1.4 million
/// characters, 5,300 tags, 500 of them open by this count, and formatting that a parser may have to repeat 51,000 times.
/// </summary>
internal static class PageLimits
{
    /// <summary>Of text, too: longer articles do not exist.</summary>
    public const int MostCharacters = 10_000_000;

    private const int MostTags = 60_000;
    private const int DeepestOpenTags = 3_000;
    private const int MostRepeatedFormats = 300_000;

    /// <summary>No encoding of the web uses more bytes for a character.</summary>
    private const int MostBytesPerCharacter = 3;

    /// <summary>A parser keeps no more than this many formatting elements that are alike.</summary>
    private const int AlikeFormats = 3;

    private const string TooLong = "the page has more than 10 million characters, which no article has; ingest the article alone";

    private const string TooMuchMarkup = "the page's markup is built in a way that no article's is (too many or too deep tags); save the page as text and ingest that";

    /// <summary>Elements that have no end tag, or whose end tag writers leave out.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unclosed = new[]
    {
        "p", "li", "td", "tr", "th", "dt", "dd", "br", "hr", "img", "meta", "link", "input", "option", "source", "area", "base", "col", "embed", "param", "track", "wbr", "tbody", "thead",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Elements that a parser opens again in every block until they are closed.</summary>
    private static readonly string[] Formats = ["b", "i", "u", "s", "em", "tt", "big", "font", "code", "small", "strike", "strong"];

    /// <summary>Why bytes are not even decoded, or null if they may be.</summary>
    public static string? WhyRefused(ReadOnlySpan<byte> bytes) => bytes.Length > MostBytesPerCharacter * MostCharacters ? TooLong : null;

    /// <summary>Why the page is not parsed, or null if it may be.</summary>
    public static string? WhyRefused(ReadOnlySpan<char> html)
    {
        if (html.Length > MostCharacters)
        {
            return TooLong;
        }

        Span<int> open = stackalloc int[Formats.Length];
        var (tags, depth, repeated) = (0, 0, 0L);
        for (var at = html.IndexOf('<'); at >= 0;)
        {
            var rest = html[(at + 1)..];
            var name = Name(rest);
            if (name.Length > 0)
            {
                depth = Unclosed.Contains(name) ? depth : Math.Max(0, depth + (rest[0] == '/' ? -1 : 1));
                repeated += Follow(rest, name, open);
            }

            tags++;
            if (tags > MostTags || depth > DeepestOpenTags || repeated > MostRepeatedFormats)
            {
                return TooMuchMarkup;
            }

            var next = rest.IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    /// <summary>The name of a start or end tag; empty for a comment, a declaration or a stray sign.</summary>
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var name = tag.StartsWith('/') ? tag[1..] : tag;
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
        {
            return [];
        }

        var length = 1;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length]))
        {
            length++;
        }

        return name[..length];
    }

    /// <summary>Counts a formatting tag among the open ones; any other tag may make the parser repeat all of them, which is what comes back.</summary>
    private static int Follow(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, Span<int> open)
    {
        for (var format = 0; format < Formats.Length; format++)
        {
            if (name.Equals(Formats[format], StringComparison.OrdinalIgnoreCase))
            {
                var hasAttributes = name.Length < tag.Length && tag[name.Length] != '>';
                open[format] = tag[0] == '/' ? Math.Max(0, open[format] - 1)
                    : hasAttributes || open[format] < AlikeFormats ? open[format] + 1
                    : open[format];
                return 0;
            }
        }

        var sum = 0;
        foreach (var count in open)
        {
            sum += count;
        }

        return sum;
    }
}
