using NewsBot.Archive;
using NewsBot.Retrieval.Text;
using NewsBot.Web.Markup;

namespace NewsBot.Web.Searching;

/// <summary>The place of a passage that shows best why the article was found: around the first words that were looked for.</summary>
/// <param name="Article">The article.</param>
/// <param name="Range">The place in its text.</param>
/// <param name="Found">The words inside it that were looked for, in order, in any of their forms.</param>
internal sealed record Snippet(Article Article, TextRange Range, IReadOnlyList<TextRange> Found)
{
    private const int Length = 280;
    private const int Before = 80;

    /// <summary>Finds the place.</summary>
    /// <param name="article">The article.</param>
    /// <param name="passage">The passage that was found.</param>
    /// <param name="stems">The stems that were looked for.</param>
    /// <param name="analysis">The analysis that made them.</param>
    public static Snippet Of(Article article, TextRange passage, IReadOnlyList<string> stems, TextAnalysis analysis)
    {
        var text = passage.Of(article.Text);
        var found = analysis.For(article.Content.Language, text).Analyse(text)
            .Where(term => stems.Contains(term.Stem))
            .Select(term => new TextRange(passage.Start + term.Range.Start, passage.Start + term.Range.End))
            .OrderBy(word => word.Start)
            .ToList();
        var start = SentenceStart(article.Text, passage.Start, found.Count > 0 ? found[0].Start : passage.Start);
        var range = new TextRange(start, WordEnd(article.Text, start, passage.End));
        return new Snippet(article, range, [.. found.Where(range.Contains)]);
    }

    /// <summary>The words, those that were looked for emphasised.</summary>
    public Html Render()
    {
        var pieces = new List<Html>();
        var position = Range.Start;
        foreach (var word in Found.Where(word => word.Start >= position))
        {
            pieces.Add(Html.Of($"{Article.Text.AsSpan(position, word.Start - position)}<b>{word.SpanOf(Article.Text)}</b>"));
            position = word.End;
        }

        return Html.Of($"{pieces}{Article.Text.AsSpan(position, Range.End - position)}{(Range.End < Article.Text.Length ? " …" : "")}");
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
