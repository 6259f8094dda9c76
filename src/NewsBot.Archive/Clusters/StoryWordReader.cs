using System.Numerics;
using System.Runtime.CompilerServices;

namespace NewsBot.Archive;

/// <summary>
/// Reads the words of a text as hashes: runs of letters and digits in lower case; of scripts without spaces each character. Every text of an archive is read by this, so
/// that plain words are taken from a <see cref="CharacterBlock"/>.
/// </summary>
internal static class StoryWordReader
{
    /// <summary>A block has at most half as many words as characters, and one that goes on behind it.</summary>
    public const int WordsAtOnce = CharacterBlock.Length;

    private const ulong OffsetBasis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;
    private const int PlainCharacters = 128;

    /// <summary>Stands for a character that is no part of a word.</summary>
    private const char NoForm = '\0';

    /// <summary>The forms of plain characters: most of a text is looked up here.</summary>
    private static readonly char[] PlainForms = [.. Enumerable.Range(0, PlainCharacters).Select(code => FormOfAny((char)code))];

    /// <summary>Reads the words of a text from a position on, as many as there is room for or fewer; the position goes on behind the last.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">A place that is not within a word.</param>
    /// <param name="words">Room for at least <see cref="WordsAtOnce"/> words.</param>
    /// <returns>How many there are; none at the end of the text.</returns>
    public static int Read(ReadOnlySpan<char> text, ref int position, Span<StoryWord> words)
    {
        var count = 0;
        while (count == 0 && position < text.Length)
        {
            count = ReadBlock(text, ref position, words);
        }

        return count;
    }

    /// <summary>The hash of a text that is one word.</summary>
    public static ulong HashOf(string word)
    {
        Span<StoryWord> words = stackalloc StoryWord[WordsAtOnce];
        var position = 0;
        Read(word, ref position, words);
        return words[0].Hash;
    }

    /// <summary>A letter or digit in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char FormOf(char c) => c < PlainCharacters ? PlainForms[c] : FormOfAny(c);

    private static char FormOfAny(char c) => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : NoForm;

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    /// <summary>Reads the words of the next characters. One that they cut off is left for the next time.</summary>
    private static int ReadBlock(ReadOnlySpan<char> text, ref int position, Span<StoryWord> words)
    {
        CharacterBlock.Read(text, position, out var block);
        var (first, count) = (position, 0);
        var (rest, others) = (block.Words, block.Others);
        var hard = block.Joints | others;
        while (true)
        {
            // Below the lowest bit that is set, or everywhere where none is.
            var before = others & ((rest & (0 - rest)) - 1);
            if (before != 0 && FirstLetter(text, first, before) is >= 0 and var letter)
            {
                position = letter;
                break;
            }

            if (rest == 0)
            {
                position = Math.Min(first + CharacterBlock.Length, text.Length);
                return count;
            }

            var start = BitOperations.TrailingZeroCount(rest);
            var length = BitOperations.TrailingZeroCount(~(rest >> start));
            var end = start + length;
            position = first + start;
            if (end >= CharacterBlock.Length && start > 0)
            {
                return count;
            }

            if (length > CharacterBlock.LongestWord || (((hard >> end) & 1) != 0 && !EndsBefore(text, first + end)))
            {
                break;
            }

            words[count++] = new StoryWord(block.HashOf(start, length), position, first + end);
            rest &= ulong.MaxValue << end;
            others &= ulong.MaxValue << end;
        }

        var at = position;
        words[count++] = new StoryWord(ReadOther(text, at, out position), at, position);
        return count;
    }

    /// <summary>The place of the first letter or digit among some characters of a block, or -1.</summary>
    private static int FirstLetter(ReadOnlySpan<char> text, int first, ulong characters)
    {
        for (; characters != 0; characters &= characters - 1)
        {
            var at = first + BitOperations.TrailingZeroCount(characters);
            if (FormOf(text[at]) != NoForm)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool EndsBefore(ReadOnlySpan<char> text, int at) => FormOf(text[at]) == NoForm && !JoinsDigits(text, at);

    /// <summary>Reads a word that is long, or not all plain letters and digits: FNV-1a over its characters.</summary>
    private static ulong ReadOther(ReadOnlySpan<char> text, int start, out int end)
    {
        var at = start;
        var hash = OffsetBasis;
        while (at < text.Length)
        {
            var c = text[at];
            var form = FormOf(c);
            if (form == NoForm)
            {
                if (!JoinsDigits(text, at))
                {
                    break;
                }

                form = c;
            }

            hash = (hash ^ form) * Prime;
            at++;
            if (IsIdeograph(c))
            {
                break;
            }
        }

        end = at;
        return StoryHash.Mix(hash);
    }

    /// <summary>"1.5" and "5-15/16" are one number each, not two.</summary>
    private static bool JoinsDigits(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ',' or '/' or '-' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
