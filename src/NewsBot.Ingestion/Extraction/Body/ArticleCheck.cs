using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Tells pages that hold no article: errors, checks for robots, walls, index pages, shells of programs. Only a page with little text of its own is
/// suspected, because articles report about all of these.
/// </summary>
internal static class ArticleCheck
{
    /// <summary>Less text than this, in characters, is no article by itself.</summary>
    private const int LeastText = 80;

    /// <summary>An article with more text than this is believed whatever words it uses.</summary>
    private const int SuspiciousText = 700;

    /// <summary>Next to a front page's teasers, or in front of a wall, stands less text than this.</summary>
    private const int LeastTextBeside = 300;

    /// <summary>A question about cookies tells at length who wants to know what.</summary>
    private const int LongestConsent = 4_000;

    /// <summary>What kind of page it is stands in its first blocks.</summary>
    private const int BlocksThatTell = 40;

    /// <summary>What a page says of itself is short; a longer paragraph that holds such words reports about them.</summary>
    private const int LongestNotice = 120;

    /// <summary>An index page has this many teasers, and more text in them than anywhere else.</summary>
    private const int ManyTeasers = 8;

    /// <summary>Why the page is no article and what to do, or null if it is one.</summary>
    public static string? WhyNot(HtmlPage page, PageBlocks blocks, ArticleBody body, string title)
    {
        var length = body.Paragraphs.Sum(paragraph => paragraph.Length);
        var titles = string.Join('\n', Short(title), Short(page.Document.Title ?? ""));
        if (length < LongestConsent && PageNotices.AsksForConsent(titles, body.Paragraphs))
        {
            return "the page only asks about cookies; answer in a browser, save the article from there and ingest the file";
        }

        return length >= SuspiciousText ? null : WhyNot(page, blocks, body, titles, length);
    }

    private static string? WhyNot(HtmlPage page, PageBlocks blocks, ArticleBody body, string titles, int length)
    {
        var notices = titles + "\n" + string.Join('\n', blocks.Blocks.Take(BlocksThatTell).Select(block => block.Text).Where(text => text.Length <= LongestNotice));
        return notices switch
        {
            _ when PageNotices.ChecksForRobots(notices) => "the site shows a check for robots instead of the article; open the page in a browser, save it and ingest the file",
            _ when PageNotices.SaysMissing(notices) => "the site says that the page does not exist; check the address, or look for a copy in a web archive",
            _ when length < LeastTextBeside && AsksForPassword(page) && PageNotices.AsksToLogIn(notices) => "the page asks to log in; save it from a browser where you are logged in and ingest the file",
            _ when length < LeastTextBeside && IsIndex(blocks, body, length) => "the page is a list of articles, not one; give the addresses of its articles, or its feed",
            _ when length >= LeastText => null,
            _ when LeadsOn(page) is { } address => $"the page only leads on to {address}; give that address",
            _ when IsMadeByProgram(page) => "the page makes its text with a program in the browser; open it there, save it and ingest the file",
            _ when IsVideo(page) => "the page shows a video without its text; give the address of an article or a transcript",
            _ => "the page has no article text; give the address of a single article",
        };
    }

    private static string Short(string text) => text.Length <= LongestNotice ? text : "";

    private static bool AsksForPassword(HtmlPage page) => page.Document.QuerySelector("input[type=password]") is not null;

    private static bool IsIndex(PageBlocks blocks, ArticleBody body, int length)
    {
        var teasers = blocks.Blocks.Index().Where(block => body.IsTeaser[block.Index] && block.Item.IsProse).Select(block => block.Item.Text.Length).ToList();
        return teasers.Count >= ManyTeasers && teasers.Sum() > 2 * length;
    }

    /// <summary>Where a page that refreshes itself at once leads to.</summary>
    private static string? LeadsOn(HtmlPage page)
    {
        var refresh = page.Meta("refresh") ?? "";
        var at = refresh.IndexOf("url=", StringComparison.OrdinalIgnoreCase);
        var target = at < 0 ? "" : refresh[(at + "url=".Length)..].Trim(' ', '\'', '"');
        return target.Length is > 0 and <= LongestNotice ? target : null;
    }

    /// <summary>The empty element that a program fills, or the words for readers without one.</summary>
    private static bool IsMadeByProgram(HtmlPage page) =>
        page.Document.QuerySelectorAll("#root, #app, #__next, #__nuxt, app-root, [data-reactroot]").Any(root => root.TextContent.AsSpan().Trim().IsEmpty)
        || page.Document.QuerySelectorAll("noscript").Any(words => words.TextContent.Contains("JavaScript", StringComparison.OrdinalIgnoreCase));

    private static bool IsVideo(HtmlPage page) =>
        page.Meta("og:type")?.StartsWith("video", StringComparison.OrdinalIgnoreCase) == true || page.Document.QuerySelector("video, iframe[src*=youtube], iframe[src*=vimeo]") is not null;
}
