using NewsBot.Archive;

namespace NewsBot.Answering.Extractive;

/// <summary>Lists in an article: a line that leads them in, "Minna said she would buy:" or a heading, says nothing without the lines that follow.</summary>
internal static class ListLines
{
    private const int LongestHeading = 8;
    private const int MostItems = 8;
    private const int FewestItemsOfHeading = 2;

    /// <summary>The ranges that a sentence is shown by: itself, and each line of the list that it leads in.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">Where what is shown begins: at the sentence, or at one before it.</param>
    public static IReadOnlyList<TextRange> RangesOf(EvidenceSentence sentence, int start) =>
        [new TextRange(start, sentence.Range.End), .. ItemsOf(sentence).Select(line => line.Range)];

    private static List<EvidenceSentence> ItemsOf(EvidenceSentence sentence)
    {
        var isColon = sentence.Text.EndsWith(':');
        if (!isColon && (EndsAsSentence(sentence) || sentence.Words.Count > LongestHeading))
        {
            return [];
        }

        var items = new List<EvidenceSentence>();
        for (var line = sentence; items.Count < MostItems && line.Next is { } next && IsNextLine(line, next) && IsItem(next); line = next)
        {
            items.Add(next);
        }

        return items.Count >= (isColon ? 1 : FewestItemsOfHeading) ? items : [];
    }

    // Items are no sentences: they begin small, or end without a stop.
    private static bool IsItem(EvidenceSentence line) => char.IsLower(line.Text[0]) || char.IsDigit(line.Text[0]) || !EndsAsSentence(line);

    private static bool EndsAsSentence(EvidenceSentence sentence) => sentence.Text[^1] is '.' or '!' or '?' or '"' or '”' or '’' or '»' or ')';

    private static bool IsNextLine(EvidenceSentence one, EvidenceSentence next)
    {
        var between = one.Article.Hit.Article.Text.AsSpan(one.Range.End, next.Range.Start - one.Range.End);
        return between.IsWhiteSpace() && between.Contains('\n');
    }
}
