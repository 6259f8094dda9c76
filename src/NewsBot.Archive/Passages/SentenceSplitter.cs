namespace NewsBot.Archive;

/// <summary>Cuts news text into sentences. The ranges are in order, do not overlap, and leave out only white space.</summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of a text; a paragraph break always ends one.</summary>
    public static IReadOnlyList<TextRange> Split(string text)
    {
        var sentences = new List<TextRange>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (text[i] is '.' or '!' or '?' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]));
            if (ends)
            {
                Add(sentences, text, start, i + 1);
                start = i + 1;
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static void Add(List<TextRange> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextRange(start, end));
        }
    }
}
