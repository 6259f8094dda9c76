using NewsBot.Archive;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>A sentence of a text that was read.</summary>
/// <param name="Range">Where it stands in the text.</param>
/// <param name="From">Its first word.</param>
/// <param name="To">The word after its last one.</param>
internal readonly record struct ReadSentence(TextRange Range, int From, int To);

/// <summary>
/// What was read in a text or in a range of it: words, sentences, names, dates, speakers. Claims and sources are read alike, so
/// that they can be compared.
/// </summary>
internal sealed class TextReading
{
    // Sentences longer than this are cut: no news sentence is, and what compares them need not be linear then.
    private const int LongestSentence = 160;

    private TextReading(string text, Word[] words, IReadOnlyList<ReadSentence> sentences)
    {
        Text = text;
        Words = words;
        Sentences = sentences;
        var names = new List<NameMention>();
        var speakers = new List<SpeakerMention>();
        var capitals = CapitalsInside(words, sentences);
        foreach (var sentence in sentences)
        {
            NameReader.Read(text, words, sentence.From, sentence.To, capitals.Contains, names);
        }

        foreach (var sentence in sentences)
        {
            SpeakerReader.Read(text, words, sentence.From, sentence.To, names, speakers);
        }

        Names = names;
        Speakers = speakers;
        Dates = DateReader.Read(text, words);
        Capitals = capitals;
    }

    /// <summary>The whole text; all ranges are ranges of it.</summary>
    public string Text { get; }

    /// <summary>The words of the range that was read.</summary>
    public Word[] Words { get; }

    /// <summary>Its sentences.</summary>
    public IReadOnlyList<ReadSentence> Sentences { get; }

    /// <summary>The names.</summary>
    public IReadOnlyList<NameMention> Names { get; }

    /// <summary>The dates.</summary>
    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>The speakers.</summary>
    public IReadOnlyList<SpeakerMention> Speakers { get; }

    /// <summary>Forms that are written with a capital inside a sentence, where only names are.</summary>
    public IReadOnlySet<string> Capitals { get; }

    /// <summary>Reads a range of a text.</summary>
    public static TextReading Of(ComparisonReader reader, string text, TextRange range)
    {
        var words = reader.Read(text, range.Start, range.End);
        return new TextReading(text, words, SentencesOf(text, range, words));
    }

    /// <summary>The words of a name as they stand in the text.</summary>
    public string TextOf(NameMention name) => TextOf(name.From, name.To);

    /// <summary>A run of words as it stands in the text.</summary>
    public string TextOf(int from, int to) => Text[Words[from].Start..Words[to - 1].End];

    private static List<ReadSentence> SentencesOf(string text, TextRange range, Word[] words)
    {
        var sentences = new List<ReadSentence>();
        var part = range.Start == 0 && range.End == text.Length ? text : range.Of(text);
        var at = 0;
        foreach (var sentence in SentenceSplitter.Split(part))
        {
            var to = at;
            while (to < words.Length && words[to].Start < range.Start + sentence.End)
            {
                to++;
            }

            AddBounded(sentences, words, new TextRange(range.Start + sentence.Start, range.Start + sentence.End), at, to);
            at = to;
        }

        return sentences;
    }

    private static void AddBounded(List<ReadSentence> sentences, Word[] words, TextRange range, int from, int to)
    {
        var start = range.Start;
        while (to - from > LongestSentence)
        {
            var end = words[from + LongestSentence].Start;
            sentences.Add(new ReadSentence(new TextRange(start, end), from, from + LongestSentence));
            (start, from) = (end, from + LongestSentence);
        }

        if (to > from)
        {
            sentences.Add(new ReadSentence(new TextRange(start, Math.Max(range.End, words[to - 1].End)), from, to));
        }
    }

    private static HashSet<string> CapitalsInside(Word[] words, IReadOnlyList<ReadSentence> sentences)
    {
        var capitals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var at = sentence.From + 1; at < sentence.To; at++)
            {
                if (NameReader.IsNameWord(words[at]))
                {
                    capitals.Add(words[at].Form);
                }
            }
        }

        return capitals;
    }
}
