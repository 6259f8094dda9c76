namespace NewsBot.Ingestion.Extraction.Pages;

/// <summary>
/// What a page may measure to be parsed at all. A parser's time grows with the square of how deep elements are nested, so a page that was
/// built to be expensive is refused by one quick look at its characters. Real pages stay far below every limit.
/// </summary>
internal static class PageLimits
{
    private const int MostCharacters = 10_000_000;
    private const int MostTags = 100_000;
    private const int DeepestOpenTags = 3_000;
    private const int LongestTag = 1_000_000;

    /// <summary>Elements that have no end tag, or whose end tag writers leave out.</summary>
    private static readonly string[] Unclosed =
    [
        "p", "li", "td", "tr", "th", "dt", "dd", "br", "hr", "img", "meta", "link", "input", "option", "source", "area", "base", "col", "embed", "param", "track", "wbr", "tbody", "thead",
    ];

    /// <summary>Why the page is not parsed, or null if it may be.</summary>
    public static string? WhyRefused(ReadOnlySpan<char> html)
    {
        if (html.Length > MostCharacters)
        {
            return $"the page has more than {MostCharacters / 1_000_000} million characters, which no article has; ingest the article alone";
        }

        var (tags, depth) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0;)
        {
            var rest = html[(at + 1)..];
            depth = Math.Max(0, depth + Step(rest));
            tags++;
            var next = rest.IndexOf('<');
            if (tags > MostTags || depth > DeepestOpenTags || IsEndlessTag(rest, next))
            {
                return "the page's markup is built in a way that no article's is (too many, too deep or too long tags); save the page as text and ingest that";
            }

            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    private static int Step(ReadOnlySpan<char> tag)
    {
        if (tag.Length == 0 || !(char.IsAsciiLetter(tag[0]) || tag[0] == '/'))
        {
            return 0;
        }

        var name = tag[0] == '/' ? tag[1..] : tag;
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length]))
        {
            length++;
        }

        foreach (var unclosed in Unclosed)
        {
            if (name[..length].Equals(unclosed, StringComparison.OrdinalIgnoreCase))
            {
                return 0;
            }
        }

        return tag[0] == '/' ? -1 : 1;
    }

    private static bool IsEndlessTag(ReadOnlySpan<char> tag, int next)
    {
        var reach = next < 0 ? tag : tag[..next];
        return reach.Length > LongestTag && char.IsAsciiLetter(tag[0]) && reach.IndexOf('>') is < 0 or > LongestTag;
    }
}
