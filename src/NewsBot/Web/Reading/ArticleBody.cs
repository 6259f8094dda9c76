using NewsBot.Archive;
using NewsBot.Web.Markup;

namespace NewsBot.Web.Reading;

/// <summary>An article's text as paragraphs, with a range of it marked wherever it runs, across paragraphs too.</summary>
internal static class ArticleBody
{
    private const string ParagraphBreak = "\n\n";

    /// <summary>The paragraphs. The first marked piece carries the id <c>quote</c>, so that an address can lead to it.</summary>
    public static Html Of(string text, TextRange? quote) => Html.Each(Paragraphs(text), paragraph => Paragraph(text, paragraph, quote));

    private static IEnumerable<TextRange> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var found = text.IndexOf(ParagraphBreak, start, StringComparison.Ordinal);
            var end = found < 0 ? text.Length : found;
            if (end > start)
            {
                yield return new TextRange(start, end);
            }

            start = end + ParagraphBreak.Length;
        }
    }

    private static Html Paragraph(string text, TextRange paragraph, TextRange? quote)
    {
        if (quote is not { } wanted || !wanted.Overlaps(paragraph))
        {
            return Html.Of($"<p dir=\"auto\">{paragraph.SpanOf(text)}</p>");
        }

        var marked = new TextRange(Math.Max(wanted.Start, paragraph.Start), Math.Min(wanted.End, paragraph.End));
        var before = new TextRange(paragraph.Start, marked.Start);
        var after = new TextRange(marked.End, paragraph.End);
        var isFirst = marked.Start == wanted.Start || wanted.Start >= paragraph.Start - ParagraphBreak.Length;
        return Html.Of($"<p dir=\"auto\">{before.SpanOf(text)}{Mark(marked.Of(text), isFirst)}{after.SpanOf(text)}</p>");
    }

    private static Html Mark(string quote, bool isFirst) => isFirst
        ? Html.Of($"<mark id=\"quote\" tabindex=\"-1\">{quote}</mark>")
        : Html.Of($"<mark>{quote}</mark>");
}
