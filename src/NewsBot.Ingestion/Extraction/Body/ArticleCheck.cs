using System.Text.RegularExpressions;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Tells pages that hold no article: errors, checks for robots, log-in walls, index pages. Only a page with little text of its own is
/// suspected, because articles report about all of these.
/// </summary>
internal static partial class ArticleCheck
{
    /// <summary>Less text than this, in characters, is no article by itself.</summary>
    private const int LeastText = 80;

    /// <summary>An article with more text than this is believed whatever words it uses.</summary>
    private const int SuspiciousText = 700;

    /// <summary>Next to a front page's teasers, or in front of a wall, stands less text than this.</summary>
    private const int LeastTextBeside = 300;

    /// <summary>What kind of page it is stands in its first blocks.</summary>
    private const int BlocksThatTell = 40;

    /// <summary>And at their beginning.</summary>
    private const int CharactersThatTell = 1_000;

    /// <summary>An index page has this many teasers, and more text in them than anywhere else.</summary>
    private const int ManyTeasers = 8;

    /// <summary>Why the page is no article and what to do, or null if it is one.</summary>
    public static string? WhyNot(HtmlPage page, PageBlocks blocks, ArticleBody body, string title)
    {
        var length = body.Paragraphs.Sum(paragraph => paragraph.Length);
        if (length >= SuspiciousText)
        {
            return null;
        }

        var words = string.Join('\n', blocks.Blocks.Take(BlocksThatTell).Select(block => block.Text).Prepend(title).Prepend(page.Document.Title ?? "").Select(text => text[..Math.Min(text.Length, CharactersThatTell)]));
        return words switch
        {
            _ when RobotCheck().IsMatch(words) => "the site shows a check for robots instead of the article; open the page in a browser, save it and ingest the file",
            _ when Missing().IsMatch(words) => "the site says that the page does not exist; check the address, or look for a copy in a web archive",
            _ when length < LeastTextBeside && page.Document.QuerySelector("input[type=password]") is not null && LogIn().IsMatch(words) => "the page asks to log in; save it from a browser where you are logged in and ingest the file",
            _ when length < LeastTextBeside && IsIndex(blocks, body, length) => Index,
            _ when length < LeastText => "the page has no article text; give the address of a single article",
            _ => null,
        };
    }

    private const string Index = "the page is a list of articles, not one; give the addresses of its articles, or its feed";

    private static bool IsIndex(PageBlocks blocks, ArticleBody body, int length)
    {
        var teasers = blocks.Blocks.Index().Where(block => body.IsTeaser[block.Index] && block.Item.IsProse).Select(block => block.Item.Text.Length).ToList();
        return teasers.Count >= ManyTeasers && teasers.Sum() > 2 * length;
    }

    [GeneratedRegex(@"\b(?:are you a (?:robot|human)|unusual traffic|verify (?:that )?you are (?:a )?human|checking your browser|just a moment|access denied|attention required|captcha|enable javascript and cookies|bot detection|pardon our interruption)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex RobotCheck();

    [GeneratedRegex(@"(?:\b(?:error 404|404 error|404 not found|page not found|not found|page (?:could not|can't|cannot) be found|page (?:you (?:are looking for|requested) )?(?:doesn't|does not|no longer) exists?|no longer available|seite (?:wurde )?nicht gefunden|page introuvable|p[áa]gina no encontrada|p[áa]gina n[ãa]o encontrada|pagina non trovata|pagina niet gevonden)\b)|^404\b", RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Missing();

    [GeneratedRegex(@"\b(?:log ?in|sign ?in|subscribe|subscriber|register|anmelden|einloggen|abonnent|connexion|s'identifier|iniciar sesi[óo]n|accedi|inloggen|entrar)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex LogIn();
}
