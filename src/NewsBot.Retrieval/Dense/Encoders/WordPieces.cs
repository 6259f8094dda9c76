using System.Text.Json;

namespace NewsBot.Retrieval.Dense.Encoders;

/// <summary>
/// Cuts texts into the word pieces of a BERT vocabulary, always the longest that fits. Marks such as "[CLS]" in a text are its words, never marks: an article
/// could otherwise end a text where it likes. (Microsoft.ML.Tokenizers 2.0.1 was tried: it drops "$", throws on lone surrogates and takes marks as marks.)
/// </summary>
internal sealed class WordPieces
{
    /// <summary>Longer words are unknown as a whole, as in the tokenizer that the models were trained with.</summary>
    private const int LongestWord = 100;

    private const string Continuation = "##";

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> beginnings;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> continuations;
    private readonly bool lowerCase;
    private readonly int unknown;

    /// <exception cref="InvalidDataException">The vocabulary lacks a mark.</exception>
    private WordPieces(IEnumerable<string> vocabulary, bool lowerCase)
    {
        var (first, further) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (id, piece) in vocabulary.Index())
        {
            if (piece.StartsWith(Continuation, StringComparison.Ordinal))
            {
                further.TryAdd(piece[Continuation.Length..], id);
            }

            first.TryAdd(piece, id);
        }

        beginnings = first.GetAlternateLookup<ReadOnlySpan<char>>();
        continuations = further.GetAlternateLookup<ReadOnlySpan<char>>();
        this.lowerCase = lowerCase;
        (Beginning, End, unknown) = (Mark("[CLS]"), Mark("[SEP]"), Mark("[UNK]"));

        int Mark(string mark) => first.TryGetValue(mark, out var id) ? id : throw new InvalidDataException($"the vocabulary lacks {mark}");
    }

    /// <summary>The mark before a text.</summary>
    public int Beginning { get; }

    /// <summary>The mark after a text.</summary>
    public int End { get; }

    /// <summary>Reads the vocabulary of a folder: <c>vocab.txt</c>, else the one in <c>tokenizer.json</c>.</summary>
    /// <exception cref="InvalidDataException">There is none, or it lacks a mark.</exception>
    public static WordPieces Read(string folder, bool lowerCase)
    {
        var (list, json) = (Path.Combine(folder, "vocab.txt"), Path.Combine(folder, "tokenizer.json"));
        return File.Exists(list) ? new WordPieces(File.ReadLines(list), lowerCase)
            : File.Exists(json) ? new WordPieces(FromJson(json), lowerCase)
            : throw new InvalidDataException("it has neither vocab.txt nor tokenizer.json");
    }

    /// <summary>The ids of a text between the marks, at most <paramref name="limit"/> in all.</summary>
    public int[] Encode(string text, int limit) => [Beginning, .. Pieces(text).Take(Math.Max(0, limit - 2)), End];

    /// <summary>The ids of a text without marks; read as far as they are asked for.</summary>
    public IEnumerable<int> Pieces(string text) => BertText.Words(text, lowerCase).SelectMany(PiecesOf);

    private IEnumerable<int> PiecesOf(string word)
    {
        if (word.EnumerateRunes().Count() > LongestWord)
        {
            return [unknown];
        }

        var pieces = new List<int>();
        for (var start = 0; start < word.Length;)
        {
            var lookup = start == 0 ? beginnings : continuations;
            var (end, id) = (word.Length, 0);
            while (end > start && !lookup.TryGetValue(word.AsSpan(start, end - start), out id))
            {
                end--;
            }

            if (end == start)
            {
                return [unknown];
            }

            pieces.Add(id);
            start = end;
        }

        return pieces;
    }

    private static List<string> FromJson(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var vocabulary = document.RootElement.GetProperty("model").GetProperty("vocab");
            return [.. vocabulary.EnumerateObject().OrderBy(word => word.Value.GetInt32()).Select(word => word.Name)];
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("its tokenizer.json holds no word-piece vocabulary", failure);
        }
    }
}
