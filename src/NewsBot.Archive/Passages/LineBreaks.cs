namespace NewsBot.Archive;

/// <summary>Whether a line break ends a sentence: always before a blank line or a list item, not where a long line was merely wrapped.</summary>
internal static class LineBreaks
{
    /// <summary>A line at least this long may have been wrapped at a margin; headings and list items are mostly shorter.</summary>
    private const int ShortestWrappedLine = 45;

    /// <summary>Whether the line break at a position ends a sentence.</summary>
    public static bool EndsSentence(string text, int lineStart, int lineBreak)
    {
        var next = FirstOfNextLine(text, lineBreak);
        if (next == text.Length || text[next] == '\n' || BeginsListItem(text, next))
        {
            return true;
        }

        if (char.IsLower(text[next]))
        {
            return false;
        }

        // After a stop the stop itself was already judged: "Mr." at the end of a wrapped line does not end a sentence.
        return lineBreak - lineStart < ShortestWrappedLine;
    }

    private static int FirstOfNextLine(string text, int lineBreak)
    {
        var next = lineBreak + 1;
        while (next < text.Length && text[next] != '\n' && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next;
    }

    private static bool BeginsListItem(string text, int at)
    {
        var afterMark = at;
        while (afterMark < text.Length && afterMark - at < 3 && char.IsAsciiDigit(text[afterMark]))
        {
            afterMark++;
        }

        var isNumber = afterMark > at && afterMark < text.Length && text[afterMark] is '.' or ')';
        var isBullet = text[at] is '-' or '–' or '—' or '*' or '•' or '·' or '‣' or '▪' or '■' or '●';
        var mark = isNumber ? afterMark : at;
        return (isNumber || isBullet) && mark + 1 < text.Length && char.IsWhiteSpace(text[mark + 1]);
    }
}
