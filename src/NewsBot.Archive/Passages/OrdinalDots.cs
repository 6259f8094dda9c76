using System.Collections.Frozen;

namespace NewsBot.Archive;

/// <summary>Whether a text is in a language that writes ordinals with a dot ("am 5. März", "3. Liga"): told by its small words, once it is asked for.</summary>
internal sealed class OrdinalDots(string text)
{
    private const int CharactersToRead = 4_000;

    /// <summary>In German and Danish news about a third of the words are of this list, in English below one in a hundred.</summary>
    private const double SmallestShare = .08;

    private static readonly FrozenSet<string> SmallWords = FrozenSet.ToFrozenSet(
        [
            "der", "und", "das", "nicht", "mit", "von", "ist", "auf", "ein", "eine", "für", "im", "dem", "zu", "sich", "des", "bei", "wird",
            "og", "af", "på", "til", "som", "ikke", "det", "er", "har",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = SmallWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private bool? areUsed;

    /// <summary>Whether the text uses them.</summary>
    public bool AreUsed => areUsed ??= HasTheirWords(text);

    private static bool HasTheirWords(string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, CharactersToRead));
        var (words, small) = (0, 0);
        foreach (var part in read.Split(' '))
        {
            words++;
            small += Lookup.Contains(read[part]) ? 1 : 0;
        }

        return small > words * SmallestShare;
    }
}
