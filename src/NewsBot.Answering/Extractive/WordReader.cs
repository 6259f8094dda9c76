using NewsBot.Archive;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Cuts text into words: runs of letters, runs of digits with their separators ("1,669,000", "15.24"), and single marks.
/// Hyphens part words; an apostrophe inside one does not, and a possessive ending belongs to no stem. Safe for several threads.
/// </summary>
public sealed class WordReader(WordStems stems)
{
    /// <summary>The words inside a range of a text, in order; ranges are positions in the whole text.</summary>
    public IReadOnlyList<Word> Read(string text, TextRange range)
    {
        var words = new List<Word>(range.Length / 5);
        var position = range.Start;
        while (position < range.End)
        {
            var c = text[position];
            if (char.IsWhiteSpace(c))
            {
                position++;
                continue;
            }

            var end = char.IsLetter(c) ? EndOfLetters(text, position, range.End)
                : char.IsAsciiDigit(c) ? EndOfNumber(text, position, range.End)
                : position + 1;
            var kind = char.IsAsciiDigit(c) ? WordKind.Number
                : !char.IsLetter(c) ? WordKind.Punctuation
                : char.IsUpper(c) ? WordKind.Capitalised : WordKind.Lower;
            words.Add(new Word(new TextRange(position, end), kind, kind == WordKind.Punctuation ? "" : stems.Of(text.AsSpan(position, end - position))));
            position = end;
        }

        return words;
    }

    /// <summary>The words of a whole text.</summary>
    public IReadOnlyList<Word> Read(string text) => Read(text, new TextRange(0, text.Length));

    private static int EndOfLetters(string text, int start, int limit)
    {
        var end = start + 1;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark || JoinsLetters(text, end, limit)))
        {
            end++;
        }

        return end;
    }

    // "don't", "O'Neill", "U.S." and "J.P." are one word each.
    private static bool JoinsLetters(string text, int at, int limit)
    {
        var betweenLetters = at + 1 < limit && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
        return text[at] switch
        {
            '\'' or '’' => betweenLetters,
            '.' => betweenLetters && IsInitial(text, at - 1) && (at + 2 >= limit || !char.IsLetter(text[at + 2])),
            _ => false,
        };
    }

    private static bool IsInitial(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    private static int EndOfNumber(string text, int start, int limit)
    {
        var end = start + 1;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || (text[end] is '.' or ',' or '/' && end + 1 < limit && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end - 1]))))
        {
            end++;
        }

        return end;
    }
}
