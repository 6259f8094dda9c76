using NewsBot.Archive;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>Words that a text puts in quotation marks.</summary>
/// <param name="Inner">What stands between the marks.</param>
/// <param name="From">The first word inside.</param>
/// <param name="To">The word after the last one inside.</param>
internal readonly record struct Quotation(TextRange Inner, int From, int To)
{
    /// <summary>How many words are quoted.</summary>
    public int Length => To - From;
}

/// <summary>
/// Finds quotations by the marks of English, German and French typography, typewriter marks and <c>``…''</c>. A quotation that
/// began before the text or ends after it counts as well, since sentences are cut out of longer quotations. Linear.
/// </summary>
internal static class QuotationReader
{
    /// <summary>The quotations of a text, in order, not nested.</summary>
    public static List<Quotation> Read(string text, Word[] words) => Read(text, new TextRange(0, text.Length), words);

    /// <summary>The quotations of a range of a text, in order, not nested.</summary>
    public static List<Quotation> Read(string text, TextRange part, Word[] words)
    {
        var quotations = new List<Quotation>();
        foreach (var range in Ranges(text, part))
        {
            var from = FirstWordAt(words, range.Start);
            var to = FirstWordAt(words, range.End);
            if (to > from)
            {
                quotations.Add(new Quotation(range, from, to));
            }
        }

        return quotations;
    }

    private static List<TextRange> Ranges(string text, TextRange part)
    {
        var ranges = new List<TextRange>();
        var open = -1;
        var openMark = ' ';
        for (var at = part.Start; at < part.End; at++)
        {
            var mark = MarkAt(text, at, out var width);
            if (mark == ' ')
            {
                continue;
            }

            if (open >= 0)
            {
                if (Closes(text, at, width, mark, openMark))
                {
                    ranges.Add(new TextRange(open, at));
                    open = -1;
                }
            }
            else if (Opens(text, at, width, mark))
            {
                (open, openMark) = (at + width, mark);
            }
            else if (ranges.Count == 0 && mark is '"' or '”' && at > part.Start && !char.IsWhiteSpace(text[at - 1]) && !char.IsAsciiDigit(text[at - 1]))
            {
                ranges.Add(new TextRange(part.Start, at));
            }

            at += width - 1;
        }

        if (open >= 0 && openMark is not ('\'' or '‘'))
        {
            ranges.Add(new TextRange(open, Math.Max(open, part.End)));
        }

        return ranges;
    }

    // The kind of mark at a place: " for typewriter and `` '' marks, ' for single ones, else the character itself; ' ' for none.
    private static char MarkAt(string text, int at, out int width)
    {
        width = 1;
        switch (text[at])
        {
            case '`' or '\'' when at + 1 < text.Length && text[at + 1] == text[at]:
                width = 2;
                return text[at] == '`' ? '“' : '"';
            case '`':
                return '‘';
            case '"' or '“' or '”' or '„' or '«' or '»' or '‘':
                return text[at];
            case '\'' or '’':
                return '\'';
            default:
                return ' ';
        }
    }

    private static bool Opens(string text, int at, int width, char mark) => mark switch
    {
        '“' or '„' or '«' => true,
        '"' => at + width < text.Length && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && !(IsEnd(text, at + width) && at > 0 && !char.IsWhiteSpace(text[at - 1])),
        '‘' or '\'' => IsOutsideWord(text, at - 1) && at + width < text.Length && (mark == '‘' || char.IsLetterOrDigit(text[at + width])) && HasSingleClose(text, at + width),
        _ => false,
    };

    private static bool Closes(string text, int at, int width, char mark, char openMark) => openMark switch
    {
        '“' => mark is '”' or '"',
        '„' => mark is '“' or '”' or '"',
        '«' => mark is '»',
        '"' => mark is '"' or '”',
        _ => mark == '\'' && at > 0 && !char.IsWhiteSpace(text[at - 1]) && IsOutsideWord(text, at + width),
    };

    private static bool IsEnd(string text, int at) => at >= text.Length || char.IsWhiteSpace(text[at]);

    private static bool IsOutsideWord(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);

    // An apostrophe opens a quotation only if another one closes it soon; the bound keeps the search linear.
    private static bool HasSingleClose(string text, int from)
    {
        const int longest = 400;
        for (var at = from; at < text.Length && at < from + longest; at++)
        {
            if (text[at] is '\'' or '’' && !char.IsWhiteSpace(text[at - 1]) && IsOutsideWord(text, at + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first word that begins at a position of the text or behind it.</summary>
    public static int FirstWordAt(Word[] words, int position)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
