using System.Buffers;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>A name: a run of words that are written with capitals though nothing but their being a name asks for it.</summary>
/// <param name="From">The first word.</param>
/// <param name="To">The word after the last one.</param>
internal readonly record struct NameMention(int From, int To);

/// <summary>
/// Finds names by their capitals. A capital at the start of a sentence proves nothing, so a word there counts only where the
/// name goes on or the word has a capital elsewhere too.
/// </summary>
internal static class NameReader
{
    private static readonly SearchValues<char> SentenceBreaks = SearchValues.Create("\"“:`‘.!?");
    private static readonly SearchValues<char> InsideNames = SearchValues.Create(" .-\u00A0'’");

    /// <summary>The names in a range of words that is one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">All words of the text.</param>
    /// <param name="from">The first word of the sentence.</param>
    /// <param name="to">The word after its last one.</param>
    /// <param name="isKnownName">Whether a form is known to be a name from another place.</param>
    public static void Read(string text, Word[] words, int from, int to, Func<string, bool> isKnownName, List<NameMention> names)
    {
        if (IsTitleCase(words, from, to))
        {
            return;
        }

        for (var at = from; at < to;)
        {
            if (!BeginsName(text, words, at, from, to, isKnownName))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < to && ContinuesName(text, words, end, to))
            {
                end++;
            }

            names.Add(new NameMention(at, end));
            at = end;
        }
    }

    /// <summary>Whether a word can be part of a name.</summary>
    public static bool IsNameWord(Word word) => word is { IsCapital: true, Kind: WordKind.Plain, IsFunction: false };

    private static bool BeginsName(string text, Word[] words, int at, int from, int to, Func<string, bool> isKnownName)
    {
        if (!IsNameWord(words[at]) || Lexicon.Titles.Contains(words[at].Form))
        {
            return false;
        }

        return !StartsSentence(text, words, at, from) || isKnownName(words[at].Form)
            || (at + 1 < to && IsTight(text, words, at + 1) && (IsNameWord(words[at + 1]) || Speaks(words[at], words[at + 1])));
    }

    // Without an article, in the singular, before a verb of speech: "Nomura said". Plurals and the police speak without being names.
    private static bool Speaks(Word word, Word next) =>
        Lexicon.Speech.Contains(next.Form) && !word.Form.EndsWith('s') && !Lexicon.CommonSpeakers.Contains(word.Form);

    private static bool StartsSentence(string text, Word[] words, int at, int from)
    {
        if (at == from)
        {
            return true;
        }

        var gap = text.AsSpan(words[at - 1].End, Math.Max(0, words[at].Start - words[at - 1].End));
        return gap.ContainsAny(SentenceBreaks);
    }

    private static bool ContinuesName(string text, Word[] words, int at, int to) =>
        IsTight(text, words, at)
        && (IsNameWord(words[at]) || (IsConnector(words[at].Form) && at + 1 < to && IsNameWord(words[at + 1]) && IsTight(text, words, at + 1)));

    private static bool IsConnector(string form) => form is "of" or "de" or "van" or "von" or "bin" or "al" or "der" or "la" or "du" or "del";

    // Only a space, a hyphen or the dot of an initial may stand inside a name.
    private static bool IsTight(string text, Word[] words, int at)
    {
        var gap = text.AsSpan(words[at - 1].End, Math.Max(0, words[at].Start - words[at - 1].End));
        return gap.Length <= 2 && !gap.ContainsAnyExcept(InsideNames) && !(gap.Contains('.') && words[at - 1].End - words[at - 1].Start > 4);
    }

    // Headlines and titles write every word with a capital.
    private static bool IsTitleCase(Word[] words, int from, int to)
    {
        const int shortest = 6;
        var (content, lower) = (0, 0);
        for (var at = from; at < to; at++)
        {
            content += words[at] is { Kind: WordKind.Plain, IsFunction: false } ? 1 : 0;
            lower += words[at] is { Kind: WordKind.Plain, IsFunction: false, IsCapital: false } ? 1 : 0;
        }

        return content >= shortest && lower == 0;
    }
}
