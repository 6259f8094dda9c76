using System.Text.RegularExpressions;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>Reads names out of a byline: "By A and B", "A, Special to the Herald", "Von A und B".</summary>
public static partial class Byline
{
    private const int LongestName = 60;
    private const int MostWords = 6;

    /// <summary>The distinct names of several bylines, in order.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<string> bylines) =>
        [.. bylines.SelectMany(Split).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> Split(string byline)
    {
        var line = Lead().Replace(ElementText.OneLine(byline), "");
        return Joint().Split(line).Select(name => name.Trim(' ', '.', ':', '|', '-', '–', '·')).Where(IsName);
    }

    private static bool IsName(string text) =>
        text.Length is > 1 and <= LongestName
        && text.Split(' ').Length <= MostWords
        && text.Any(char.IsLetter)
        && !text.Any(char.IsDigit)
        && !text.Contains("://", StringComparison.Ordinal)
        && !text.Contains('@', StringComparison.Ordinal)
        && char.IsUpper(text.First(char.IsLetter));

    [GeneratedRegex(@"^\s*(?:written\s+by|posted\s+by|reported\s+by|by|von|par|por|di|door|av|af)\b[\s:]*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*(?:,|;|\||&|/|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b)\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();
}
