using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Ingestion.Extraction.Metadata;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>Tells a paywall's teaser from the whole article, so that nobody takes the first paragraphs for all of it.</summary>
internal static partial class Truncation
{
    /// <summary>Below this many words an article that its publisher calls not free is taken for its teaser.</summary>
    private const int ShortForAnArticle = 200;

    /// <summary>A stated length this many times what is there means that most is missing.</summary>
    private const double MostIsMissing = 1.6;

    /// <summary>Whether only the beginning is there.</summary>
    public static bool IsTruncated(IReadOnlyList<string> paragraphs, PageBlocks page, StructuredData data)
    {
        var words = paragraphs.Sum(paragraph => paragraph.Count(c => c == ' ') + 1);
        if (int.TryParse(data.Text("wordCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > MostIsMissing * words)
        {
            return true;
        }

        var isSold = data.Flag("isAccessibleForFree") == false || page.Blocks.Any(block => block.Text.Length < 200 && Offer().IsMatch(block.Text));
        return isSold && (words < ShortForAnArticle || BreaksOff(paragraphs));
    }

    private static bool BreaksOff(IReadOnlyList<string> paragraphs) =>
        paragraphs.Count > 0 && (paragraphs[^1].EndsWith('…') || paragraphs[^1].EndsWith("...", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(?:subscribe (?:now )?to (?:continue|read|keep)|continue reading (?:with|your)|to (?:continue|keep) reading|already a subscriber|subscribers? only|for subscribers|this (?:article|content|story) is (?:only )?(?:for|available to)|jetzt weiterlesen|weiterlesen mit|r[ée]serv[ée]e? aux abonn[ée]s|exclusivo para suscriptores|riservato agli abbonati|exclusivo para assinantes)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Offer();
}
