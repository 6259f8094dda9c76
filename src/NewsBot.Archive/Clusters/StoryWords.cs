using System.Collections.Frozen;

namespace NewsBot.Archive;

/// <summary>
/// The words of a text as hashes, as <see cref="StoryWordReader"/> reads them. Words that state a number and words with a capital letter are also kept apart.
/// </summary>
internal sealed class StoryWords
{
    /// <summary>Of English news with the space between words; so long are the lists made at first.</summary>
    private const int CharactersPerWord = 6;

    private static readonly FrozenSet<ulong> NumberWords = (
        "two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn elf zwölf " +
        "deux trois quatre cinq sept huit neuf dix onze douze dos tres cuatro cinco seis siete ocho nueve diez once doce").Split(' ').Select(StoryWordReader.HashOf).ToFrozenSet();

    private StoryWords(int expected) => Words = new List<ulong>(expected);

    /// <summary>All words, in order.</summary>
    public List<ulong> Words { get; }

    /// <summary>The words that state a number.</summary>
    public List<ulong> Numbers { get; } = [];

    /// <summary>The words with a capital letter at their beginning.</summary>
    public List<ulong> Names { get; } = [];

    /// <summary>Reads a text.</summary>
    public static StoryWords Read(string text)
    {
        var result = new StoryWords(text.Length / CharactersPerWord);
        Span<StoryWord> words = stackalloc StoryWord[StoryWordReader.WordsAtOnce];
        var position = 0;
        while (StoryWordReader.Read(text, ref position, words) is > 0 and var count)
        {
            foreach (var word in words[..count])
            {
                result.Add(word.Hash, text.AsSpan(word.Start..word.End));
            }
        }

        return result;
    }

    private void Add(ulong hash, ReadOnlySpan<char> word)
    {
        Words.Add(hash);
        if (word.ContainsAnyInRange('0', '9') || NumberWords.Contains(hash))
        {
            Numbers.Add(hash);
        }
        else if (char.IsUpper(word[0]))
        {
            Names.Add(hash);
        }
    }
}
