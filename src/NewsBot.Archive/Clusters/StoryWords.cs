using System.Runtime.CompilerServices;

namespace NewsBot.Archive;

/// <summary>
/// Reads the words of a text as hashes: runs of letters and digits in lower case; of scripts without spaces each character. Words that state a
/// number and words with a capital letter are also kept apart.
/// </summary>
internal sealed class StoryWords
{
    private const ulong OffsetBasis = 14_695_981_039_346_656_037;

    /// <summary>Stands for no word; no word is known that has this hash.</summary>
    private const ulong NoWord = 0;

    private const ulong Prime = 1_099_511_628_211;
    private const ulong MaskBits = 4_096;
    private const int PlainCharacters = 128;

    /// <summary>Of English news with the space between words; so long are the lists made at first.</summary>
    private const int CharactersPerWord = 6;

    /// <summary>Stands for a character that is no part of a word.</summary>
    private const char NoForm = '\0';

    /// <summary>The forms of plain characters: most of a text is looked up here.</summary>
    private static readonly char[] PlainForms = [.. Enumerable.Range(0, PlainCharacters).Select(code => FormOfAny((char)code))];

    private static readonly HashSet<ulong> NumberWords = [.. (
        "two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn elf zwölf " +
        "deux trois quatre cinq sept huit neuf dix onze douze dos tres cuatro cinco seis siete ocho nueve diez once doce").Split(' ').Select(HashOf)];

    /// <summary>Which hashes may be a number word: nearly every other word is told apart by this alone.</summary>
    private static readonly bool[] MayBeNumberWord = MaskOf(NumberWords);

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
        var position = 0;
        while (ReadWord(text, ref position, out var start) is var hash && hash != NoWord)
        {
            result.Add(hash, text.AsSpan(start, position - start));
        }

        return result;
    }

    /// <summary>Spreads a hash over all its bits (the finaliser of MurmurHash3).</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    private void Add(ulong hash, ReadOnlySpan<char> word)
    {
        Words.Add(hash);
        if (word.ContainsAnyInRange('0', '9') || (MayBeNumberWord[(int)(hash % MaskBits)] && NumberWords.Contains(hash)))
        {
            Numbers.Add(hash);
        }
        else if (char.IsUpper(word[0]))
        {
            Names.Add(hash);
        }
    }

    private static bool[] MaskOf(IEnumerable<ulong> hashes)
    {
        var mask = new bool[MaskBits];
        foreach (var hash in hashes)
        {
            mask[hash % MaskBits] = true;
        }

        return mask;
    }

    private static ulong HashOf(string word)
    {
        var position = 0;
        return ReadWord(word, ref position, out _);
    }

    /// <summary>A letter or digit in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char FormOf(char c) => c < PlainCharacters ? PlainForms[c] : FormOfAny(c);

    private static char FormOfAny(char c) => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : NoForm;

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    /// <summary>The hashes of the words of a text from a position on, as many as there is room for; the position goes on behind the last.</summary>
    /// <returns>How many there are; none at the end of the text.</returns>
    public static int HashesOf(ReadOnlySpan<char> text, ref int position, Span<ulong> hashes)
    {
        var at = position;
        var count = 0;
        while (count < hashes.Length && ReadWord(text, ref at, out _) is var hash && hash != NoWord)
        {
            hashes[count++] = hash;
        }

        position = at;
        return count;
    }

    /// <summary>Reads the next word: its hash, or <see cref="NoWord"/> at the end of the text. Inlined, since every text is read by this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadWord(ReadOnlySpan<char> text, ref int position, out int start)
    {
        var at = position;
        while (at < text.Length && FormOf(text[at]) == NoForm)
        {
            at++;
        }

        start = position = at;
        if (at == text.Length)
        {
            return NoWord;
        }

        var length = PlainWord.Read(text, at, out var hash);
        position += length;
        return length is > 0 and < PlainWord.Window && EndsBefore(text, position) ? hash : ReadOther(text, start, out position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EndsBefore(ReadOnlySpan<char> text, int at) =>
        at == text.Length || text[at] == ' ' || (FormOf(text[at]) == NoForm && !JoinsDigits(text, at));

    /// <summary>Reads a word that is long, or not all plain letters and digits: FNV-1a over its characters.</summary>
    private static ulong ReadOther(ReadOnlySpan<char> text, int start, out int end)
    {
        var at = start;
        var hash = OffsetBasis;
        while (at < text.Length)
        {
            var c = text[at];
            var form = FormOf(c);
            if (form == NoForm)
            {
                if (!JoinsDigits(text, at))
                {
                    break;
                }

                form = c;
            }

            hash = (hash ^ form) * Prime;
            at++;
            if (IsIdeograph(c))
            {
                break;
            }
        }

        end = at;
        return Mix(hash);
    }

    /// <summary>"1.5" and "5-15/16" are one number each, not two.</summary>
    private static bool JoinsDigits(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ',' or '/' or '-' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
