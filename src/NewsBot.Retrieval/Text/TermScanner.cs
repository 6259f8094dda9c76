using System.Buffers;
using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// Walks over the terms of a text. Allocates nothing for words seen before. Where only some stems are wanted, words of others come as
/// <see cref="Lexeme.Other"/>.
/// </summary>
internal ref struct TermScanner(TermAnalysis analysis, ReadOnlySpan<char> text, StemPrefixes? wanted = null)
{
    /// <summary>The longest run that is taken as one word: beyond it stand hashes and encoded data.</summary>
    private const int LongestWord = 64;

    private static readonly SearchValues<char> AsciiWord = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly SearchValues<char> Signs = SearchValues.Create("$€£¥%");

    private readonly ReadOnlySpan<char> text = text;
    private int position;
    private int bigramEnd;

    /// <summary>The term found last.</summary>
    public Lexeme Lexeme { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public TextRange Range { get; private set; }

    /// <summary>Goes to the next term; false at the end of the text.</summary>
    public bool Next()
    {
        while (position < text.Length)
        {
            var c = text[position];
            if (char.IsAsciiDigit(c))
            {
                TakeNumber();
            }
            else if (IsUnspaced(c))
            {
                TakeBigram();
            }
            else if (IsWordCharacter(c))
            {
                TakeWord(position);
            }
            else if (Signs.Contains(c))
            {
                Take(analysis.LexemeOf(text.Slice(position, 1)), position, position + 1);
            }
            else
            {
                position++;
                continue;
            }

            if (Lexeme.Stem.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Passes over terms that cannot be forms of the wanted stems, as far as can be told from plain letters and digits alone; the next term is
    /// then for <see cref="Next"/> to read. Most words of an article are passed over here, at about a nanosecond a letter.
    /// </summary>
    /// <param name="end">Terms that begin here or later are not passed over.</param>
    /// <returns>How many terms were passed over.</returns>
    public int PassOverUnwanted(int end)
    {
        var passed = 0;
        while (wanted is not null && position < end)
        {
            var c = text[position];
            if (char.IsAsciiLetterOrDigit(c))
            {
                var wordEnd = EndOfPlainTerm(position);
                if (wordEnd < 0)
                {
                    break;
                }

                position = wordEnd;
                passed++;
            }
            else if (c < 128 && !Signs.Contains(c))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        return passed;
    }

    /// <summary>The end of a term of plain letters or digits that is none of the wanted; -1 where it may be wanted or needs a closer look.</summary>
    private readonly int EndOfPlainTerm(int start)
    {
        var isNumber = char.IsAsciiDigit(text[start]);
        if (isNumber ? wanted!.WantsNumbers : start + 1 < text.Length && wanted!.MayBegin(text.Slice(start, 2)))
        {
            return -1;
        }

        var end = start + 1;
        while (end < text.Length && (isNumber ? char.IsAsciiDigit(text[end]) : char.IsAsciiLetterOrDigit(text[end])))
        {
            end++;
        }

        return end == text.Length || (isNumber ? NumberScanner.EndsPlainly(text[end..]) : EndsPlainly(start, end)) ? end : -1;
    }

    /// <summary>Whether a word goes on neither with an apostrophe or a letter outside ASCII nor as an acronym.</summary>
    private readonly bool EndsPlainly(int start, int end) => text[end] < 128 && text[end] != '\'' && !(end - start == 1 && text[end] == '.');

    private void TakeNumber()
    {
        Span<char> form = stackalloc char[32];
        var start = position;
        var end = start + analysis.Numbers.Read(text[start..], form, out var formLength);
        var suffixEnd = end;
        while (suffixEnd < text.Length && IsWordCharacter(text[suffixEnd]) && !IsUnspaced(text[suffixEnd]))
        {
            suffixEnd++;
        }

        var suffix = text[end..suffixEnd];
        if (suffix.Length == 0 || suffix is "s" or "st" or "nd" or "rd" or "th" or "mln" or "bln" or "bn" or "mn" or "m")
        {
            Take(analysis.LexemeOf(form[..formLength], TermKind.Number), start, end);
            position = suffix.Length <= 2 && suffix is not ("bn" or "mn" or "m") ? suffixEnd : end;
        }
        else
        {
            TakeWord(start);
        }
    }

    private void TakeWord(int start)
    {
        var end = EndOfWord(start);
        while (end - start == 1 && IsDottedLetter(end))
        {
            end = EndOfAcronym(end);
        }

        var length = Math.Min(end - start, LongestWord);
        var word = text.Slice(start, length);
        Take(wanted is null || wanted.MayBegin(word) ? analysis.LexemeOf(word) : Lexeme.Other, start, start + length);
        position = end;
    }

    private readonly int EndOfWord(int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var run = text[end..].IndexOfAnyExcept(AsciiWord);
            end = run < 0 ? text.Length : end + run;
            var goesOn = end < text.Length
                && (text[end] is '\'' or '’'
                    ? end > start && end + 1 < text.Length && char.IsLetter(text[end + 1])
                    : text[end] > 127 && IsWordCharacter(text[end]) && !IsUnspaced(text[end]));
            if (!goesOn)
            {
                break;
            }

            end++;
        }

        return end;
    }

    /// <summary>"U.S." and "J.P.": a single letter, a full stop, and a single letter again.</summary>
    private readonly bool IsDottedLetter(int stop) =>
        stop + 1 < text.Length && text[stop] == '.' && char.IsLetter(text[stop + 1]) && (stop + 2 >= text.Length || !char.IsLetterOrDigit(text[stop + 2]));

    private readonly int EndOfAcronym(int stop)
    {
        while (IsDottedLetter(stop))
        {
            stop += 2;
        }

        return stop;
    }

    private void TakeBigram()
    {
        var start = position;
        var hasSecond = start + 1 < text.Length && IsUnspaced(text[start + 1]);
        if (!hasSecond && start < bigramEnd)
        {
            // The last character of a run is already the second half of a bigram.
            Take(analysis.LexemeOf([], TermKind.Bigram), start, start);
            position = start + 1;
            return;
        }

        var end = hasSecond ? start + 2 : start + 1;
        Take(analysis.LexemeOf(text[start..end], TermKind.Bigram), start, end);
        bigramEnd = end;
        position = start + 1;
    }

    private void Take(Lexeme lexeme, int start, int end)
    {
        Lexeme = lexeme;
        Range = new TextRange(start, end);
        position = end;
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || (c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNumber);

    /// <summary>Scripts that put no spaces between words: kana, Han, Hangul, Thai, Lao, Khmer, Burmese.</summary>
    private static bool IsUnspaced(char c) => c >= '\u0e00' && c is
        (>= '\u0e01' and <= '\u0eff') or (>= '\u1000' and <= '\u109f') or (>= '\u1780' and <= '\u17ff') or (>= '\u3041' and <= '\u30ff')
        or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af') or (>= '\uf900' and <= '\ufaff');
}
