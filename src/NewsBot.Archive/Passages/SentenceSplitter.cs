using System.Buffers;

namespace NewsBot.Archive;

/// <summary>
/// Cuts news text into sentences: a scan from stop to stop that looks a bounded number of characters around each one, so it is linear
/// in the length of the text whatever the text holds. Where a stop may or may not end a sentence, the sentences stay together:
/// a citation that is too long can be read, half a sentence cannot.
/// </summary>
/// <remarks>
/// The ranges are in order, do not overlap, leave out only white space, and are at most <see cref="MaximumLength"/> long. The first
/// 4,000 characters decide whether ordinals are taken to be written with a dot, as in German; all else is decided locally.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>The longest sentence, in UTF-16 code units; tables and lists without a stop are cut at this length.</summary>
    public const int MaximumLength = 1_500;

    private const string WideStops = "。！？｡．";

    private static readonly SearchValues<char> Candidates = SearchValues.Create(".!?…‼⁇⁈⁉\n•" + WideStops);

    /// <summary>The sentences of a text; a blank line always ends one.</summary>
    public static IReadOnlyList<TextRange> Split(string text)
    {
        var sentences = new List<TextRange>((text.Length / 100) + 1);
        var stops = new StopReader(text);
        var start = 0;
        var lineStart = 0;
        for (var i = Next(text, 0); i >= 0;)
        {
            var (endsAt, next) = text[i] switch
            {
                '\n' => (LineBreaks.EndsSentence(text, lineStart, i) ? i : -1, i + 1),
                '•' => (i > start && char.IsWhiteSpace(text[i - 1]) ? i : -1, i + 1),
                _ => stops.Read(start, i),
            };
            lineStart = text[i] == '\n' ? i + 1 : lineStart;
            if (endsAt >= 0)
            {
                Add(sentences, text, start, endsAt);
                start = endsAt;
            }

            i = Next(text, next);
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    /// <summary>Whether a character is a full stop of a script that writes no space after it.</summary>
    internal static bool IsWideStop(char c) => WideStops.Contains(c, StringComparison.Ordinal);

    private static int Next(string text, int from)
    {
        var offset = text.AsSpan(from).IndexOfAny(Candidates);
        return offset < 0 ? -1 : from + offset;
    }

    private static void Add(List<TextRange> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        while (end - start > MaximumLength)
        {
            var cut = CutInside(text, start);
            Add(sentences, text, start, cut);
            start = cut;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        if (end > start)
        {
            sentences.Add(new TextRange(start, end));
        }
    }

    /// <summary>Where to cut what is too long: after the last semicolon, else comma, else at the last white space, else anywhere but inside a surrogate pair.</summary>
    private static int CutInside(string text, int start)
    {
        var window = text.AsSpan(start, MaximumLength);
        foreach (var separator in (ReadOnlySpan<string>)["; ", ", ", " ", "\n"])
        {
            var at = window.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > MaximumLength / 2)
            {
                return start + at + 1;
            }
        }

        return char.IsLowSurrogate(text[start + MaximumLength]) ? start + MaximumLength - 1 : start + MaximumLength;
    }
}
