namespace NewsBot.Archive;

/// <summary>The words of a text as hashes: runs of letters and digits in lower case; of scripts without spaces each character.</summary>
internal static class StoryWords
{
    private const ulong OffsetBasis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>Adds the words of a text, and those with digits also to the numbers. FNV-1a over the characters.</summary>
    public static void Read(string text, List<ulong> words, List<ulong>? numbers)
    {
        var hash = OffsetBasis;
        var (length, hasDigit) = (0, false);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ Lower(c)) * Prime;
                hasDigit |= char.IsAsciiDigit(c);
                length++;
            }

            if (length > 0 && (!char.IsLetterOrDigit(c) || IsIdeograph(c)))
            {
                Add(words, numbers, hash, hasDigit);
                (hash, length, hasDigit) = (OffsetBasis, 0, false);
            }
        }

        if (length > 0)
        {
            Add(words, numbers, hash, hasDigit);
        }
    }

    /// <summary>Spreads a hash over all its bits (the finaliser of MurmurHash3).</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    private static void Add(List<ulong> words, List<ulong>? numbers, ulong hash, bool hasDigit)
    {
        words.Add(hash);
        if (hasDigit)
        {
            numbers?.Add(hash);
        }
    }

    private static char Lower(char c) => c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
