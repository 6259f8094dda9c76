using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Ingestion.Extraction.Pages;
using NewsBot.Ingestion.Extraction.Syndication;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// Reads names out of bylines: "By A and B", "A, Special to the Herald", "Von A und B", "A | Staff writer". Roles, the publication
/// itself, dates and addresses are no names; an agency is one only where no person is named.
/// </summary>
public static partial class Byline
{
    private const int LongestName = 60;
    private const int MostWords = 5;

    /// <summary>Whether a line begins as a byline does.</summary>
    public static bool Begins(string line) => Lead().IsMatch(line);

    /// <summary>The distinct names of several bylines, in order.</summary>
    /// <param name="bylines">The bylines as the page has them.</param>
    /// <param name="source">The publication, whose name is no author; null if unknown.</param>
    public static IReadOnlyList<string> Names(IEnumerable<string> bylines, string? source = null)
    {
        var names = bylines.SelectMany(Split).Where(name => !BeginsWith(name, source)).Select(InNameCase).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var people = names.Where(name => NewsAgencies.Named(name) is null && !BeginsWith(source, name)).ToList();
        return people.Count > 0 ? people : names;
    }

    private static IEnumerable<string> Split(string byline)
    {
        if (byline.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        var line = Lead().Replace(byline.Trim(), "");
        return Joint().Split(line).Select(part => Lead().Replace(ElementText.OneLine(part), "").Trim(' ', '.', ':', '-', '–', '—', '(', ')', '*')).Where(IsName);
    }

    private static bool IsName(string text) =>
        text.Length is > 1 and <= LongestName
        && text.Split(' ').Length <= MostWords
        && text.Any(char.IsLetter)
        && !(text.Any(char.IsDigit) && text.Contains(' ', StringComparison.Ordinal))
        && !NoName().IsMatch(text);

    /// <summary>"CNN Business" begins with CNN, "Business Insider Deutschland" with Business Insider: the publication, not a person.</summary>
    private static bool BeginsWith(string? longer, string? shorter) =>
        longer is not null && shorter is not null && Letters(shorter) is { Length: > 2 } letters
        && Letters(longer).StartsWith(letters, StringComparison.OrdinalIgnoreCase);

    /// <summary>Wire systems send names in capitals: "JANIE HAR" is Janie Har; "AFP" stays.</summary>
    private static string InNameCase(string name) =>
        name.Contains(' ', StringComparison.Ordinal) && name.Length > 5 && name.All(c => !char.IsLower(c)) && name.All(c => c < 0x250)
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant())
            : name;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^\W*(?:(?:written|posted|reported|published|words|story|report|opinion|text|edited|photos?)\s+by|by|from|von|par|por|di|door|av|af|autor(?:in)?|author|auteur|text|texto|texte)(?:\s*:\s*|\s+)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*(?:[,;|&/•·]|\n|\s[-–—]\s|(?<=\s)(?:and|und|et|y|e|en|with)(?=\s))\s*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();

    [GeneratedRegex("""
        https?: | www\. | @ | \.com\b
        | ^(?:view|more|read|follow|see|about|share|updated|posted|published|comments?|contact|email|guest|admin|administrator|editor|editorial|staff|redaktion|rédaction|redacción|redazione|unknown|anonymous|null|none|author)\b
        | \b(?:writer|reporter|correspondent|editor|columnist|contributor|special\ to|for\ the|staff|desk|bureau\ chief|producer|photographer|newsroom|minutes?|ago|comments?|articles?|posts?|a\.m|p\.m)\b
        | ^(?:MD|PhD|Ph\.?\ ?D|RD|RDN|LD|MS|MA|BA|MBA|MPH|RN|Jr|Sr|Esq)\.?$
        | ^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b | ^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoName();
}
