namespace NewsBot.Ingestion.Extraction.Sites;

/// <summary>
/// Finds the lines of a site that are no article's text by how often they recur. Only whole paragraphs count, so a sentence that two reports share
/// inside their prose never does. Pages with one headline count once: copies and print versions of an article prove nothing. The result
/// depends on the set of pages alone, not on their order.
/// </summary>
internal static class RecurringLines
{
    /// <summary>On fewer pages a line may be a series' standing introduction, which is text.</summary>
    public const int LeastPages = 5;

    /// <summary>A column's signature stands on its own pages only; what the publisher puts everywhere stands on more than these.</summary>
    public const double LeastShare = 0.25;

    /// <summary>Agencies repeat paragraphs of background word for word; a line as long as those must recur on this share.</summary>
    public const double LeastShareOfLong = 0.5;

    private const int LongLine = 120;

    /// <summary>With fewer letters it may be an answer ("Yes, I do.") or a cell of a table.</summary>
    private const int FewestLetters = 12;

    private const string CellBoundary = " | ";

    /// <summary>The recurring lines of one site, the commonest first.</summary>
    /// <param name="pages">The site's pages as extraction reads them without any list.</param>
    public static IReadOnlyList<RecurringLine> Of(IReadOnlyCollection<LearnedPage> pages)
    {
        var headlines = pages.Select(page => page.Headline).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. pages
                .SelectMany(page => page.Lines.Select(line => (Line: line, page.Headline)))
                .GroupBy(entry => entry.Line, entry => entry.Headline, StringComparer.Ordinal)
                .Select(group => new RecurringLine(group.Key, group.Distinct(StringComparer.OrdinalIgnoreCase).Count()))
                .Where(line => line.Pages >= LeastPages && line.Pages >= LeastShareFor(line.Text) * headlines.Count)
                .Where(line => MayBeBoilerplate(line.Text) && !headlines.Contains(line.Text))
                .OrderByDescending(line => line.Pages)
                .ThenBy(line => line.Text, StringComparer.Ordinal),
        ];
    }

    private static double LeastShareFor(string line) => line.Length > LongLine ? LeastShareOfLong : LeastShare;

    private static bool MayBeBoilerplate(string line) => line.Count(char.IsLetter) >= FewestLetters && !line.Contains(CellBoundary, StringComparison.Ordinal);
}

/// <summary>A page whose lines are counted.</summary>
/// <param name="Headline">Its headline.</param>
/// <param name="Lines">Its paragraphs.</param>
internal sealed record LearnedPage(string Headline, IReadOnlyList<string> Lines);

/// <summary>A line that recurs.</summary>
/// <param name="Text">The line.</param>
/// <param name="Pages">On how many pages with different headlines it stands.</param>
public sealed record RecurringLine(string Text, int Pages);
