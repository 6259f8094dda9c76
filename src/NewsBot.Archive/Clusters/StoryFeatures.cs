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

    private readonly string title;
    private readonly StoryWords text;
    private ulong[]? numbers;
    private ulong[]? names;
    private ulong[]? titleWords;

    private StoryFeatures(string title, StoryWords text)
    {
        this.title = title;
        this.text = text;
        Shingles = Distinct(ShinglesOf(text));
        IsReissue = CorrectionMarks.IsCorrectedHeadline(title);
    }

    /// <summary>The hashes of the runs, sorted, each once.</summary>
    public ulong[] Shingles { get; }

    /// <summary>The hashes of the words that state a number, sorted, each once.</summary>
    public ulong[] Numbers => numbers ??= Distinct([.. text.Numbers]);

    /// <summary>The hashes of the words with a capital letter, sorted, each once.</summary>
    public ulong[] Names => names ??= Distinct([.. text.Names]);

    /// <summary>The hashes of the headline's words, sorted, each once.</summary>
    public ulong[] TitleWords => titleWords ??= Distinct([.. StoryWords.Read(title).Words]);

    /// <summary>The number of words of the text.</summary>
    public int Words => text.Words.Count;

    /// <summary>Whether the headline says that this is a corrected re-issue.</summary>
    public bool IsReissue { get; }

    /// <summary>The features of an article.</summary>
    public static StoryFeatures Of(string title, string text) => new(title, StoryWords.Read(text));

    /// <summary>The hashes of the runs as they follow each other; a text shorter than a run is one.</summary>
    private static ulong[] ShinglesOf(StoryWords text)
    {
        var shingles = new ulong[Math.Max(1, text.Words.Count - ShingleWords + 1)];
        var running = default(RunningShingles);
        for (var i = 0; i < text.Words.Count; i++)
        {
            running.Add(text.Words[i]);
            shingles[Math.Max(0, i - ShingleWords + 1)] = running.Last;
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
