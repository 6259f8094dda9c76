using System.Text.RegularExpressions;
using NewsBot.Ingestion.Dating;

namespace NewsBot.Ingestion.Extraction.Syndication;

/// <summary>
/// Reads the line by which a publication says whom it has an article from: "This story was originally published by the Daily Tribune",
/// "Republished with permission from …", "Zuerst erschienen bei …". Only a line about this article counts, so it must begin as one.
/// </summary>
internal static partial class SyndicationNote
{
    /// <summary>A note is a sentence or two.</summary>
    private const int LongestNote = 300;

    /// <summary>A publication's name is no longer, in characters and in words.</summary>
    private const int LongestName = 60, MostWords = 7;

    /// <summary>Whether the line is such a note, and whom it names: empty where it only points there with a link.</summary>
    public static string? Read(string line)
    {
        if (line.Length > LongestNote)
        {
            return null;
        }

        var match = Originally().Match(line);
        match = match.Success ? match : Permission().Match(line);
        match = match.Success ? match : Elsewhere().Match(line);
        match = match.Success ? match : Via().Match(line);
        return match.Success ? NameIn(match.Groups["who"].Value) : null;
    }

    private static string NameIn(string text)
    {
        var name = Article().Replace(End().Split(text.Trim(), 2)[0].Trim(' ', '.', '"', '“', '”', '‘', '’', '*', '_'), "");
        return name.Length is > 1 and <= LongestName && name.Split(' ').Length <= MostWords && name.Any(char.IsUpper) && !IsTime(name) ? name : IsHost(name) ? name : "";
    }

    /// <summary>"First published on Monday", "in March 2019": when, not where.</summary>
    private static bool IsTime(string name)
    {
        var first = name.Split(' ', ',', '.')[0];
        return char.IsDigit(name[0]) || MonthNames.NumberOf(first) > 0 || Weekday().IsMatch(first);
    }

    private static bool IsHost(string name) => name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal) && Uri.CheckHostName(name) == UriHostNameType.Dns;

    [GeneratedRegex("""
        ^\W*(?:(?:editor[’']?s?\ |editorial\ )?(?:note|disclaimer)\W+)?
        (?:(?:(?:a|an)\ (?:\w+\ )?version\ of\ )?(?:this|the|la|cet|cette|este|esta|questo|questa|dieser|dieses|der|dit|deze)\ (?:\w+\ )?(?:article|story|report|post|piece|column|commentary|essay|interview|op-ed|content|item|excerpt|review|beitrag|artikel|text|article|texte|artículo|articolo|artigo|texto|stuk)\ )?
        (?:(?:was|is|has|has\ been|had|wurde|ist|erschien|a\ été|est|fue|è\ stato|è|foi|is|werd)\ )?
        (?:(?:originally|first|previously|initially)\ (?:published|posted|appeared|aired|printed|ran|reported|written)(?:\ (?:\w+\ )?\d{1,2}(?:,\ \d{4})?)?(?:\ (?:by|on|in|at|for|from)|(?=\ here\b))
          |(?:published|posted|appeared)\ (?:originally|first)\ (?:by|on|in|at)
          |(?:zuerst|zunächst|ursprünglich)\ (?:erschienen|veröffentlicht|publiziert)?\s?(?:bei|auf|in|im|von)
          |(?:initialement|d[’']abord|à\ l[’']origine)\ (?:publiée?|parue?)\ (?:sur|dans|par)|(?:publiée?|parue?)\ (?:initialement|d[’']abord|à\ l[’']origine)\ (?:sur|dans|par)
          |publicad[oa]\ (?:originalmente|originariamente|inicialmente)\ (?:en|por|em|no|na|pelo|pela)|originalmente\ publicad[oa]\ (?:en|por|em|no|na)
          |pubblicat[oa]\ (?:originariamente|originalmente|inizialmente)\ (?:su|in|da|sul|sulla|dal|dalla)
          |(?:oorspronkelijk|eerder)\ (?:verschenen|gepubliceerd)\ (?:op|in|bij|door))
        \ (?:the\ \w+\ (?:\w+\ )?(?:issue|edition)\ of\ )?(?<who>.{2,200})$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Originally();

    [GeneratedRegex("""
        ^\W*(?:(?:this|the)\ (?:\w+\ )?(?:article|story|report|post|piece|column|commentary|essay|content)\ (?:is|was|has\ been)\ )?
        (?:re-?published|reprinted|reproduced|syndicated|cross-?posted)\ (?:here\ )?(?:with\ (?:the\ )?(?:kind\ |express\ )?permission\ )?(?:from|of|by)\ (?<who>.{2,200})$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Permission();

    /// <summary>What publishing systems add to feeds: "The post … appeared first on Daily Tribune."</summary>
    [GeneratedRegex(@"^the (?:post|article) .{1,200} (?:first appeared|appeared first) on (?<who>.{2,60})$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^[\s(\[]*(?:via|h/t)\b:?\s+(?<who>(?-i:\p{Lu})[^:]{1,50})$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Via();

    [GeneratedRegex(@"[,;:!?()\[\]|»«]|\.(?:\s|$)|\s(?:and|under|with|as|by|here|in\s(?:19|20)\d\d|on\s\p{Lu}\w+\s\d|on\s\d|und|et|y|e|en)(?=\s|$)", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex End();

    [GeneratedRegex(@"^(?:the|der|die|das|dem|den|le|la|les|el|los|il|lo|o|a|de|het)\s+", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|january|great|print|english|french|german)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Weekday();
}
