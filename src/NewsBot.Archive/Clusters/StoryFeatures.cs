using System.Buffers;
using System.Collections.Frozen;

namespace NewsBot.Archive;

/// <summary>
/// What is compared of two articles to see whether they are the same story text: the runs of four words, the numbers, the
/// names, the words of the headline. Upper and lower case and punctuation make no difference. Most articles are told apart by their runs, so the
/// others are read when they are asked for.
/// </summary>
internal sealed class StoryFeatures
{
    /// <summary>Words in a run: long enough that two texts share one only by copying, short enough that an edit spoils few.</summary>
    public const int ShingleWords = 4;

    private static readonly FrozenSet<ulong> NumberWords = (
        "two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn elf zwölf " +
        "deux trois quatre cinq sept huit neuf dix onze douze dos tres cuatro cinco seis siete ocho nueve diez once doce").Split(' ').Select(StoryWordReader.HashOf).ToFrozenSet();

    private readonly string title;
    private readonly string text;
    private ulong[]? numbers;
    private ulong[]? names;
    private ulong[]? titleWords;

    private StoryFeatures(string title, string text)
    {
        this.title = title;
        this.text = text;
        (Shingles, Words) = ShinglesOf(text);
        IsReissue = CorrectionMarks.IsCorrectedHeadline(title);
    }

    /// <summary>The hashes of the runs, sorted, each once.</summary>
    public ulong[] Shingles { get; }

    /// <summary>The hashes of the words that state a number, sorted, each once.</summary>
    public ulong[] Numbers => numbers ??= WordsOf(text, IsNumber);

    /// <summary>The hashes of the words with a capital letter, sorted, each once.</summary>
    public ulong[] Names => names ??= WordsOf(text, static (text, word) => char.IsUpper(text[word.Start]) && !IsNumber(text, word));

    /// <summary>The hashes of the headline's words, sorted, each once.</summary>
    public ulong[] TitleWords => titleWords ??= WordsOf(title, static (_, _) => true);

    /// <summary>The number of words of the text.</summary>
    public int Words { get; }

    /// <summary>Whether the headline says that this is a corrected re-issue.</summary>
    public bool IsReissue { get; }

    /// <summary>The features of an article.</summary>
    public static StoryFeatures Of(string title, string text) => new(title, text);

    private static bool IsNumber(string text, StoryWord word) => text.AsSpan(word.Start..word.End).ContainsAnyInRange('0', '9') || NumberWords.Contains(word.Hash);

    private static ulong[] WordsOf(string text, Func<string, StoryWord, bool> isMeant)
    {
        var hashes = Rent(text);
        try
        {
            return Distinct(hashes.AsSpan(0, ReadWords(text, isMeant, hashes)));
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(hashes);
        }
    }

    /// <summary>A text shorter than a run is one.</summary>
    private static (ulong[] Shingles, int Words) ShinglesOf(string text)
    {
        var hashes = Rent(text);
        try
        {
            var words = ReadShingles(text, hashes);
            return (Distinct(hashes.AsSpan(0, Math.Max(1, words - ShingleWords + 1))), words);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(hashes);
        }
    }

    /// <summary>Of scripts without spaces each character is a word.</summary>
    private static ulong[] Rent(string text) => ArrayPool<ulong>.Shared.Rent(text.Length + 1);

    private static int ReadWords(string text, Func<string, StoryWord, bool> isMeant, Span<ulong> hashes)
    {
        Span<StoryWord> read = stackalloc StoryWord[StoryWordReader.WordsAtOnce];
        var (position, kept) = (0, 0);
        while (StoryWordReader.Read(text, ref position, read) is > 0 and var count)
        {
            foreach (var word in read[..count])
            {
                if (isMeant(text, word))
                {
                    hashes[kept++] = word.Hash;
                }
            }
        }

        return kept;
    }

    /// <summary>Reads the hashes of the runs as they follow each other; how many words there are.</summary>
    private static int ReadShingles(string text, Span<ulong> shingles)
    {
        Span<StoryWord> read = stackalloc StoryWord[StoryWordReader.WordsAtOnce];
        var running = default(RunningShingles);
        shingles[0] = running.Last;
        var (position, before) = (0, 0);
        while (StoryWordReader.Read(text, ref position, read) is > 0 and var count)
        {
            for (var at = 0; at < count; at++)
            {
                running.Add(read[at].Hash);
                shingles[Math.Max(0, before + at - ShingleWords + 1)] = running.Last;
            }

            before += count;
        }

        return before;
    }

    /// <summary>Sorts hashes where they are, and gives back each once.</summary>
    private static ulong[] Distinct(Span<ulong> hashes)
    {
        hashes.Sort();
        var kept = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
            {
                hashes[kept++] = hashes[i];
            }
        }

        return hashes[..kept].ToArray();
    }
}
