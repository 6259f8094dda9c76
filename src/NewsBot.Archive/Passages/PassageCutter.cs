namespace NewsBot.Archive;

/// <summary>
/// Cuts an article's text into passages of whole sentences, about <see cref="TargetWords"/> words each. All passages of a text are of
/// nearly equal length: a short rest at the end would be evidence without context.
/// </summary>
public static class PassageCutter
{
    /// <summary>How many words a passage aims at: the length that retrieval was measured with.</summary>
    public const int TargetWords = 200;

    /// <summary>The passages of a text, in order; together they hold every sentence exactly once.</summary>
    public static IReadOnlyList<Passage> Cut(string text)
    {
        var sentences = SentenceSplitter.Split(text);
        var wordsUntil = WordsUntil(text, sentences);
        var total = sentences.Count == 0 ? 0 : wordsUntil[^1];
        var count = Math.Max(1, (int)Math.Round((double)total / TargetWords));
        var passages = new List<Passage>(count);
        var first = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            var boundary = (double)total * (passages.Count + 1) / count;
            var isNearest = i + 1 == sentences.Count || Math.Abs(wordsUntil[i] - boundary) <= Math.Abs(wordsUntil[i + 1] - boundary);
            if (isNearest)
            {
                passages.Add(new Passage(passages.Count, new TextRange(sentences[first].Start, sentences[i].End)));
                first = i + 1;
            }
        }

        return passages;
    }

    private static int[] WordsUntil(string text, IReadOnlyList<TextRange> sentences)
    {
        var result = new int[sentences.Count];
        var words = 0;
        for (var i = 0; i < result.Length; i++)
        {
            words += Math.Max(1, CountWords(sentences[i].SpanOf(text)));
            result[i] = words;
        }

        return result;
    }

    /// <summary>Words between white space; of Chinese and Japanese, which write none, two characters count as a word.</summary>
    private static int CountWords(ReadOnlySpan<char> text)
    {
        var (words, ideographs) = (0, 0);
        var inWord = false;
        foreach (var c in text)
        {
            if (c < 128)
            {
                var isPlainWord = c != ' ' && c is not (>= '\t' and <= '\r');
                words += isPlainWord && !inWord ? 1 : 0;
                inWord = isPlainWord;
                continue;
            }

            var isIdeograph = c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
            var isWordCharacter = !isIdeograph && !char.IsWhiteSpace(c);
            ideographs += isIdeograph ? 1 : 0;
            words += isWordCharacter && !inWord ? 1 : 0;
            inWord = isWordCharacter;
        }

        return words + (ideographs / 2);
    }
}
