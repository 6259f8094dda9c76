using NewsBot.Answering.Claims.Reading;
using NewsBot.Archive;

namespace NewsBot.Answering.Citations;

/// <summary>
/// A text that claims are checked against, read once: its words with an index of where each stands. Made by
/// <see cref="Verifier.Prepare(string)"/>; immutable, safe for several threads at once, worth caching, since reading a passage costs more than
/// checking a claim against it.
/// </summary>
public sealed class PreparedSource
{
    private readonly Dictionary<string, int> _ids;
    private readonly List<List<int>> _places;

    private PreparedSource(IReadOnlyList<SourcePart> parts)
    {
        Parts = parts;
        var count = parts.Sum(part => part.Reading.Words.Length);
        _ids = new Dictionary<string, int>(count / 2, StringComparer.Ordinal);
        _places = new List<List<int>>(count / 2);
        Words = new Word[count];
        Stems = new int[count];
        SentenceOf = new int[count];
        var sentences = new List<SourceSentence>();
        var at = 0;
        for (var index = 0; index < parts.Count; index++)
        {
            foreach (var sentence in parts[index].Reading.Sentences)
            {
                sentences.Add(new SourceSentence(index, sentence.Range, at + sentence.From, at + sentence.To));
                Array.Fill(SentenceOf, sentences.Count - 1, at + sentence.From, sentence.To - sentence.From);
            }

            AddWords(parts[index].Reading.Words, ref at);
        }

        Sentences = sentences;
        Dates = ResolvedDates(parts);
        Numbers = [.. Enumerable.Range(0, count).Where(place => Words[place].Quantity is not null)];
    }

    /// <summary>The number of sentences.</summary>
    public int SentenceCount => Sentences.Count;

    internal IReadOnlyList<SourcePart> Parts { get; }

    /// <summary>The words of all parts.</summary>
    internal Word[] Words { get; }

    /// <summary>The number of each word's stem; words with one stem have one number.</summary>
    internal int[] Stems { get; }

    /// <summary>The sentence in which each word stands.</summary>
    internal int[] SentenceOf { get; }

    internal IReadOnlyList<SourceSentence> Sentences { get; }

    /// <summary>The dates of all parts, resolved at the day the part's article was published, by words counted over all parts.</summary>
    internal IReadOnlyList<DateMention> Dates { get; }

    /// <summary>The words that are numbers.</summary>
    internal int[] Numbers { get; }

    /// <summary>Several sources taken as one, as when a claim cites two passages.</summary>
    public static PreparedSource Join(IReadOnlyList<PreparedSource> sources) =>
        sources.Count == 1 ? sources[0] : new PreparedSource([.. sources.SelectMany(source => source.Parts)]);

    internal static PreparedSource Of(Article? article, TextReading reading) => new([new SourcePart(article, reading)]);

    /// <summary>The number of a stem here, or -1.</summary>
    internal int IdOf(string stem) => _ids.GetValueOrDefault(stem, -1);

    /// <summary>Whether a stem occurs.</summary>
    internal bool Has(string stem) => _ids.ContainsKey(stem);

    /// <summary>Where the words of one stem stand, in order.</summary>
    internal IReadOnlyList<int> PlacesOf(int id) => _places[id];

    /// <summary>Whether a word belongs to a name.</summary>
    internal bool IsInName(int at)
    {
        foreach (var part in Parts)
        {
            if (at < part.Reading.Words.Length)
            {
                return part.Reading.Names.Any(name => name.From <= at && at < name.To);
            }

            at -= part.Reading.Words.Length;
        }

        return false;
    }

    /// <summary>A run of words as support.</summary>
    internal Support SupportOf(int from, int to)
    {
        var part = Parts[Sentences[SentenceOf[from]].Part];
        var range = new TextRange(Words[from].Start, Math.Max(Words[from].End, Words[to - 1].End));
        return new Support(part.Article, range, range.Of(part.Reading.Text));
    }

    /// <summary>A sentence as support.</summary>
    internal Support SupportOf(int sentence)
    {
        var (part, range) = (Parts[Sentences[sentence].Part], Sentences[sentence].Range);
        return new Support(part.Article, range, range.Of(part.Reading.Text));
    }

    /// <summary>A run of words as it stands in the source.</summary>
    internal string TextOf(int from, int to) => SupportOf(from, to).Quote;

    private static List<DateMention> ResolvedDates(IReadOnlyList<SourcePart> parts)
    {
        var dates = new List<DateMention>();
        var offset = 0;
        foreach (var part in parts)
        {
            foreach (var date in part.Reading.Dates)
            {
                var resolved = part.Article?.Published is { } published ? date.ResolvedAt(published.Day) : date;
                dates.Add(resolved with { From = date.From + offset, To = date.To + offset });
            }

            offset += part.Reading.Words.Length;
        }

        return dates;
    }

    private void AddWords(Word[] words, ref int at)
    {
        foreach (var word in words)
        {
            if (!_ids.TryGetValue(word.Stem, out var id))
            {
                id = _ids[word.Stem] = _places.Count;
                _places.Add([]);
            }

            _places[id].Add(at);
            Words[at] = word;
            Stems[at++] = id;
        }
    }
}

/// <summary>One text of a source.</summary>
/// <param name="Article">The article, or null for plain text.</param>
/// <param name="Reading">What was read in it.</param>
internal sealed record SourcePart(Article? Article, TextReading Reading);

/// <summary>A sentence of a source.</summary>
/// <param name="Part">The part it stands in.</param>
/// <param name="Range">Its range in the part's text.</param>
/// <param name="From">Its first word, counted over all parts.</param>
/// <param name="To">The word after its last one.</param>
internal readonly record struct SourceSentence(int Part, TextRange Range, int From, int To);
