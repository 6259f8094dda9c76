using NewsBot.Archive;
using NewsBot.Web.Markup;

namespace NewsBot.Web.Searching;

/// <summary>The place of a passage that shows best why the article was found: around the first words that were looked for.</summary>
/// <param name="Article">The article.</param>
/// <param name="Range">The place in its text.</param>
internal sealed record Snippet(Article Article, TextRange Range)
{
    private const int Length = 280;
    private const int Before = 80;

    // Shorter stems begin too many words that were not meant.
    private const int ShortestPrefix = 4;

    /// <summary>Finds the place.</summary>
    public static Snippet Of(Article article, TextRange passage, IReadOnlyList<string> terms)
    {
        var found = Words(article.Text, passage).FirstOrDefault(word => Fits(word.SpanOf(article.Text), terms), new TextRange(passage.Start, passage.Start));
        var start = SentenceStart(article.Text, passage.Start, found.Start);
        return new Snippet(article, new TextRange(start, WordEnd(article.Text, start, passage.End)));
    }

    /// <summary>The words, those that were looked for emphasised.</summary>
    public Html Render(IReadOnlyList<string> terms)
    {
        var pieces = new List<Html>();
        var position = Range.Start;
        foreach (var word in Words(Article.Text, Range).Where(word => Fits(word.SpanOf(Article.Text), terms)))
        {
            pieces.Add(Html.Of($"{Article.Text.AsSpan(position, word.Start - position)}<b>{word.SpanOf(Article.Text)}</b>"));
            position = word.End;
        }

        return Html.Of($"{pieces}{Article.Text.AsSpan(position, Range.End - position)}{(Range.End < Article.Text.Length ? " …" : "")}");
    }

    private static IEnumerable<TextRange> Words(string text, TextRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            var start = i;
            while (i < range.End && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                yield return new TextRange(start, i);
            }
        }
    }

    private static bool Fits(ReadOnlySpan<char> word, IReadOnlyList<string> terms)
    {
        foreach (var term in terms)
        {
            if (word.Equals(term, StringComparison.OrdinalIgnoreCase)
                || (term.Length >= ShortestPrefix && word.StartsWith(term, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static int SentenceStart(string text, int first, int word)
    {
        for (var i = word - 1; i > Math.Max(first, word - Before); i--)
        {
            if (text[i] is '.' or '!' or '?' or '\n' && i + 1 < word && char.IsWhiteSpace(text[i + 1]))
            {
                return i + 2;
            }
        }

        return word - first <= Before ? first : word;
    }

    private static int WordEnd(string text, int start, int last)
    {
        if (last - start <= Length)
        {
            return last;
        }

        var end = text.LastIndexOf(' ', start + Length, Length);
        return end > start ? end : char.IsHighSurrogate(text[start + Length - 1]) ? start + Length - 1 : start + Length;
    }
}
