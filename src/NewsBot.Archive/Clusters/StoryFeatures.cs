using System.Runtime.InteropServices;

namespace NewsBot.Archive;

/// <summary>
/// What is compared of two articles to see whether they are the same story text: the runs of four words, the numbers, the words of the
/// headline. Upper and lower case and punctuation make no difference.
/// </summary>
internal sealed class StoryFeatures
{
    /// <summary>Words in a run: long enough that two texts share one only by copying, short enough that an edit spoils few.</summary>
    private const int ShingleWords = 4;

    private StoryFeatures(ulong[] shingles, ulong[] numbers, ulong[] titleWords, int words)
    {
        Shingles = shingles;
        Numbers = numbers;
        TitleWords = titleWords;
        Words = words;
    }

    /// <summary>The hashes of the runs, sorted, each once.</summary>
    public ulong[] Shingles { get; }

    /// <summary>The hashes of the words with digits, sorted, each once.</summary>
    public ulong[] Numbers { get; }

    /// <summary>The hashes of the headline's words, sorted, each once.</summary>
    public ulong[] TitleWords { get; }

    /// <summary>The number of words of the text.</summary>
    public int Words { get; }

    /// <summary>The features of an article.</summary>
    public static StoryFeatures Of(string title, string text)
    {
        var words = new List<ulong>(text.Length / 6);
        var numbers = new List<ulong>();
        StoryWords.Read(text, words, numbers);
        var titleWords = new List<ulong>();
        StoryWords.Read(title, titleWords, numbers: null);
        return new StoryFeatures(Distinct(Shingled(CollectionsMarshal.AsSpan(words))), Distinct([.. numbers]), Distinct([.. titleWords]), words.Count);
    }

    private static ulong[] Shingled(ReadOnlySpan<ulong> words)
    {
        var shingles = new ulong[Math.Max(1, words.Length - ShingleWords + 1)];
        for (var i = 0; i < shingles.Length; i++)
        {
            var hash = 0UL;
            foreach (var word in words[i..Math.Min(words.Length, i + ShingleWords)])
            {
                hash = StoryWords.Mix((hash * 31) + word);
            }

            shingles[i] = hash;
        }

        return shingles;
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
