namespace NewsBot.Archive;

/// <summary>
/// Reads the words of a text as hashes: runs of letters and digits in lower case; of scripts without spaces each character. Words that state a
/// number and words with a capital letter are also kept apart.
/// </summary>
internal sealed class StoryWords
{
    private const ulong OffsetBasis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;
    private const ulong MaskBits = 4_096;

    private static readonly HashSet<ulong> NumberWords = [.. (
        "two three four five six seven eight nine ten eleven twelve zwei drei vier fünf sechs sieben acht neun zehn elf zwölf " +
        "deux trois quatre cinq sept huit neuf dix onze douze dos tres cuatro cinco seis siete ocho nueve diez once doce").Split(' ').Select(HashOf)];

    /// <summary>Plain letters and digits in lower case, 0 in place of all other characters: most of a text is looked up here.</summary>
    private static readonly char[] PlainForms = [.. Enumerable.Range(0, 128).Select(code => char.IsLetterOrDigit((char)code) ? char.ToLowerInvariant((char)code) : '\0')];

    /// <summary>Which hashes may be a number word: nearly every other word is told apart by this alone.</summary>
    private static readonly bool[] MayBeNumberWord = MaskOf(NumberWords);

    /// <summary>All words, in order.</summary>
    public List<ulong> Words { get; } = [];

    /// <summary>The words that state a number.</summary>
    public List<ulong> Numbers { get; } = [];

    /// <summary>The words with a capital letter at their beginning.</summary>
    public List<ulong> Names { get; } = [];

    /// <summary>Reads a text.</summary>
    public static StoryWords Read(string text)
    {
        var result = new StoryWords();
        var scanner = new Scanner(text);
        while (scanner.Next())
        {
            result.Add(scanner.Hash, scanner.HasDigit, scanner.IsName);
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

    private void Add(ulong hash, bool hasDigit, bool isName)
    {
        Words.Add(hash);
        if (hasDigit || (MayBeNumberWord[(int)(hash % MaskBits)] && NumberWords.Contains(hash)))
        {
            Numbers.Add(hash);
        }
        else if (isName)
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

    private static ulong HashOf(string word) => word.Aggregate(OffsetBasis, static (hash, c) => (hash ^ Lower(c)) * Prime);

    private static char Lower(char c) => c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    /// <summary>Walks over the words of a text and allocates nothing. The hash is FNV-1a over the characters.</summary>
    internal ref struct Scanner(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int position;

        /// <summary>The hash of the word found last.</summary>
        public ulong Hash { get; private set; }

        /// <summary>Whether it holds a digit.</summary>
        public bool HasDigit { get; private set; }

        /// <summary>Whether it begins with a capital letter.</summary>
        public bool IsName { get; private set; }

        /// <summary>Goes to the next word; false at the end of the text.</summary>
        public bool Next()
        {
            var hash = OffsetBasis;
            var (length, hasDigit, isName) = (0, false, false);
            while (position < text.Length)
            {
                var c = text[position];
                var lower = c < PlainForms.Length ? PlainForms[c] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
                var isPart = lower != '\0' || (hasDigit && JoinsDigits(text, position));
                if (!isPart && length > 0)
                {
                    break;
                }

                position++;
                if (isPart)
                {
                    hash = (hash ^ (lower == '\0' ? c : lower)) * Prime;
                    hasDigit |= char.IsAsciiDigit(c);
                    isName |= length == 0 && char.IsUpper(c);
                    length++;
                    if (IsIdeograph(c))
                    {
                        break;
                    }
                }
            }

            (Hash, HasDigit, IsName) = (hash, hasDigit, isName);
            return length > 0;
        }

        /// <summary>"1.5" and "5-15/16" are one number each, not two.</summary>
        private static bool JoinsDigits(ReadOnlySpan<char> text, int at) =>
            text[at] is '.' or ',' or '/' or '-' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
    }
}
