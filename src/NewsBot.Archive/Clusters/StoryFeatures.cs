using System.Runtime.InteropServices;

namespace NewsBot.Archive;

/// <summary>
/// What is compared of two articles to see whether they are the same story text: the runs of four words, the numbers, the
/// names, the words of the headline. Upper and lower case and punctuation make no difference.
/// </summary>
internal sealed class StoryFeatures
{
    /// <summary>Words in a run: long enough that two texts share one only by copying, short enough that an edit spoils few.</summary>
    public const int ShingleWords = 4;

    private StoryFeatures(string title, StoryWords text)
    {
        Shingles = Distinct(ShinglesOf(text));
        Numbers = Distinct([.. text.Numbers]);
        Names = Distinct([.. text.Names]);
        TitleWords = Distinct([.. StoryWords.Read(title).Words]);
        Words = text.Words.Count;
        IsReissue = CorrectionMarks.IsCorrectedHeadline(title);
    }

    /// <summary>The hashes of the runs, sorted, each once.</summary>
    public ulong[] Shingles { get; }

    /// <summary>The hashes of the words that state a number, sorted, each once.</summary>
    public ulong[] Numbers { get; }

    /// <summary>The hashes of the words with a capital letter, sorted, each once.</summary>
    public ulong[] Names { get; }

    /// <summary>The hashes of the headline's words, sorted, each once.</summary>
    public ulong[] TitleWords { get; }

    /// <summary>The number of words of the text.</summary>
    public int Words { get; }

    /// <summary>Whether the headline says that this is a corrected re-issue.</summary>
    public bool IsReissue { get; }

    /// <summary>The features of an article.</summary>
    public static StoryFeatures Of(string title, string text) => new(title, StoryWords.Read(text));

    /// <summary>The hashes of the runs as they follow each other.</summary>
    public static ulong[] ShinglesOf(StoryWords text)
    {
        var words = (ReadOnlySpan<ulong>)CollectionsMarshal.AsSpan(text.Words);
        var shingles = new ulong[Math.Max(1, words.Length - ShingleWords + 1)];
        for (var i = 0; i < shingles.Length; i++)
        {
            shingles[i] = ShingleOf(words[i..Math.Min(words.Length, i + ShingleWords)]);
        }

        return shingles;
    }

    /// <summary>The hash of one run.</summary>
    public static ulong ShingleOf(ReadOnlySpan<ulong> words)
    {
        var hash = 0UL;
        foreach (var word in words)
        {
            hash = StoryWords.Mix((hash * 31) + word);
        }

        return hash;
    }

    private static ulong[] Distinct(ulong[] hashes)
    {
        Array.Sort(hashes);
        var kept = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
            {
                hashes[kept++] = hashes[i];
            }
        }

        return kept == hashes.Length ? hashes : hashes[..kept];
    }
}
