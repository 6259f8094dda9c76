using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// The lexemes of short words, which nearly all are: a word of up to sixteen Latin-1 characters is two numbers, so that finding it takes one look into
/// memory, where following references to its text took three. Open addressing; slots are written once, and the table is exchanged as a whole when
/// it grows, so looking up takes no lock. One writer at a time.
/// </summary>
internal sealed class PackedWords
{
    private const int FirstSlots = 1 << 13;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private Slot[] slots = new Slot[FirstSlots];
    private int count;

    /// <summary>Packs a word; false when it is too long or written in other characters.</summary>
    public static bool TryPack(ReadOnlySpan<char> word, out PackedWord packed)
    {
        packed = default;
        if (word.Length > PackedWord.MaximumLength)
        {
            return false;
        }

        var half = Math.Min(word.Length, PackedWord.MaximumLength / 2);
        var all = 0;
        var (first, second) = (0UL, 0UL);
        foreach (var c in word[..half])
        {
            first = (first << 8) | c;
            all |= c;
        }

        foreach (var c in word[half..])
        {
            second = (second << 8) | c;
            all |= c;
        }

        packed = new PackedWord(first, second);
        return all <= byte.MaxValue;
    }

    public bool TryGet(PackedWord word, [NotNullWhen(true)] out Lexeme? lexeme)
    {
        var table = Volatile.Read(ref slots);
        for (var at = StartOf(word, table.Length); ; at = (at + 1) & (table.Length - 1))
        {
            lexeme = Volatile.Read(ref table[at].Lexeme);
            if (lexeme is null || table[at].Word == word)
            {
                return lexeme is not null;
            }
        }
    }

    /// <summary>Adds a word that is not there yet.</summary>
    public void Add(PackedWord word, Lexeme lexeme)
    {
        // At most half full, so that a look-up ends soon.
        if (++count > slots.Length / 2)
        {
            var grown = new Slot[slots.Length * 2];
            foreach (var slot in slots.Where(slot => slot.Lexeme is not null))
            {
                Put(grown, slot.Word, slot.Lexeme!);
            }

            Volatile.Write(ref slots, grown);
        }

        Put(slots, word, lexeme);
    }

    private static void Put(Slot[] table, PackedWord word, Lexeme lexeme)
    {
        var at = StartOf(word, table.Length);
        while (table[at].Lexeme is not null)
        {
            at = (at + 1) & (table.Length - 1);
        }

        // The word is there before the lexeme shows that it is.
        table[at].Word = word;
        Volatile.Write(ref table[at].Lexeme, lexeme);
    }

    private static int StartOf(PackedWord word, int length)
    {
        var hash = (word.First ^ BitOperations.RotateLeft(word.Second * Factor, 29)) * Factor;
        return (int)(hash >> 33) & (length - 1);
    }

    private struct Slot
    {
        public PackedWord Word;
        public Lexeme? Lexeme;
    }
}

/// <summary>A word of up to sixteen characters as two numbers; different words are different numbers, since no word holds the character 0.</summary>
internal readonly record struct PackedWord(ulong First, ulong Second)
{
    public const int MaximumLength = 16;
}
