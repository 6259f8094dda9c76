namespace NewsBot.Archive;

/// <summary>Cuts an article's text into passages of whole sentences, about <see cref="TargetWords"/> words each.</summary>
public static class PassageCutter
{
    /// <summary>How many words a passage aims at: the length that retrieval was measured with.</summary>
    public const int TargetWords = 200;

    /// <summary>The passages of a text, in order; together they hold every sentence exactly once.</summary>
    public static IReadOnlyList<Passage> Cut(string text)
    {
        var passages = new List<Passage>();
        var sentences = SentenceSplitter.Split(text);
        var first = 0;
        var words = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            words += CountWords(sentences[i].SpanOf(text));
            if (words >= TargetWords || i == sentences.Count - 1)
            {
                passages.Add(new Passage(passages.Count, new TextRange(sentences[first].Start, sentences[i].End)));
                first = i + 1;
                words = 0;
            }
        }

        return passages;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var isWordCharacter = !char.IsWhiteSpace(c);
            count += isWordCharacter && !inWord ? 1 : 0;
            inWord = isWordCharacter;
        }

        return count;
    }
}
