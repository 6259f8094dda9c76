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

    /// <summary>A hundred names are a long list; what is longer is no byline.</summary>
    private const int LongestByline = 4_000;

    /// <summary>Whether a line begins as a byline does.</summary>
    public static bool Begins(string line) => Lead().IsMatch(line);

    /// <summary>Whether a line is a signature by itself: a lead word and a name in two to four capitalised words.</summary>
    public static bool Signs(string line) => Signature().IsMatch(line);

    /// <summary>The distinct names of several bylines, in order.</summary>
    /// <param name="bylines">The bylines as the page has them.</param>
    /// <param name="source">The publication, whose name is no author; null if unknown.</param>
    public static IReadOnlyList<string> Names(IEnumerable<string> bylines, string? source = null)
    {
        var names = Distinct(bylines.SelectMany(Split).Where(name => !Editors().IsMatch(name) && !BeginsWith(name, source)));
        var people = names.Where(name => NewsAgencies.Named(name) is null && !BeginsWith(source, name)).ToList();
        return people.Count > 0 ? people : names;
    }

    /// <summary>What articles are signed with that name no person: the publication itself, "Redaktion".</summary>
    /// <param name="bylines">The bylines as the page has them.</param>
    public static IReadOnlyList<string> Signatures(IEnumerable<string> bylines) => [.. Distinct(bylines.SelectMany(Split)).Take(1)];

    private static List<string> Distinct(IEnumerable<string> names) => [.. names.Select(InNameCase).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> Split(string byline)
    {
        if (byline.Length > LongestByline || byline.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        var line = Lead().Replace(Dated().Replace(byline.Trim(), ""), "");
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

    [GeneratedRegex("""
        ^\W*(?:(?:(?:written|posted|submitted|reported|published|created|words|story|report|opinion|text|edited|photos?)\s+)?by
          |from|av|af|(?:(?:ein\s+)?(?:text|artikel|(?:blog\s?)?beitrag|erstellt|veröffentlicht|verfasst|geschrieben|gespeichert|eingestellt|gepostet)\s+)?(?:von|vom)
          |(?:(?:publié|écrit|rédigé|posté)\s+)?par|(?:(?:publicado|escrito|postado|texto)\s+)?por|(?:(?:scritto|pubblicato|a\s+cura)\s+)?(?:di|da)|(?:(?:geplaatst|geschreven)\s+)?door
          |autor(?:in)?|author|auteur|text|texto|texte)(?:\s*:\s*|\s+)
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\W*(?i:(?:text|artikel|beitrag|blog\s?beitrag|story|words|interview)\s+(?:von|by|par|por)|(?:written|posted)\s+by|autor(?:in)?\s?:|text\s?:|author\s?:|von|by|par|por)\s+\p{Lu}[\p{L}.’'-]+(?:\s+(?:von|van|de|der|del|da|di|le|la)\b)?(?:\s+\p{Lu}[\p{L}.’'-]+){1,3}\W*$", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Signature();

    /// <summary>"Posted on 21 September 2020 by": what stands before the names.</summary>
    [GeneratedRegex(@"^[^|•·\n]{0,20}\d[^|•·\n]{0,30}\s(?:by|von|par|por)\s+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\s*(?:[,;|/&•·@]|\n|\s[-–—]\s|(?<=\s)(?:(?:and|und|et|y|e|en|with|am|on)(?=\s)|le(?=\s\d)))\s*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Joint();

    [GeneratedRegex("""
        https?: | www\. | \[at\] | \.com\b
        | ^(?:view|more|read|follow|see|about|share|updated|posted|published|comments?|contact|email|guest|admin|administrator|unknown|anonymous|null|none|author|edit|edited|last\ edited|kontakt|archiv|alles|alle|mehr|profil|foto|fotos|bild|by|von|par|por|di|à|in)\b
        | \b(?:reporter|correspondent|columnist|contributor|special\ to|for\ the|bureau\ chief|producer|photographer|minutes?|ago|comments?|articles?|posts|a\.m|p\.m|anzeigen|uhr)\b
        | ^(?:MD|PhD|Ph\.?\ ?D|RD|RDN|LD|MS|MA|BA|MBA|MPH|RN|Jr|Sr|Esq|e\.?\ ?V)\.?$
        | ^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b | ^(?:mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\.?$
        | ^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex NoName();

    [GeneratedRegex(@"\b(?:writer|editor|editors|editorial|staff|desk|newsroom|redaktion|rédaction|redacción|redazione|redactie|redação|redakcja|reports?|agencies|e\.?\s?V|GmbH|Inc|Ltd|LLC|Verlag|Verein|Verband|Bund|Ministerium|Landesanstalt|Stiftung|Foundation|Association|Universität|University|Magazin|Magazine|Zeitung)\b|^(?:news\b)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Editors();
}
