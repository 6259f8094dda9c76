using System.Globalization;
using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Security;

namespace NewsBot.Web.Pages;

/// <summary>Moments as people read them.</summary>
internal static class Moments
{
    /// <summary>The day, e.g. "20 September 2024", with the exact moment for machines.</summary>
    public static Html Day(NewsTime time) => Html.Of(
        $"""<time datetime="{time.ToString()}">{time.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}</time>""");

    /// <summary>The day and, where it is known, the time of day with its offset.</summary>
    public static Html Exactly(NewsTime time) => time.Precision == TimePrecision.Day ? Day(time) : Html.Of(
        $"""<time datetime="{time.ToString()}">{time.Instant.ToString(FormatFor(time.Instant.Offset), CultureInfo.InvariantCulture)}</time>""");

    private static string FormatFor(TimeSpan offset) => offset == TimeSpan.Zero ? "d MMMM yyyy, HH:mm 'UTC'" : "d MMMM yyyy, HH:mm 'UTC'zzz";
}

/// <summary>Numbers of things as people read them.</summary>
internal static class Quantities
{
    /// <summary>"1 article", "19,040 articles".</summary>
    public static string Articles(long number) => Of(number, "article");

    /// <summary>"1 job", "2 jobs".</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The word for one of them.</param>
    /// <param name="many">The word for several; null for the first with an s.</param>
    public static string Of(long number, string one, string? many = null) => number == 1 ? "1 " + one : string.Create(CultureInfo.InvariantCulture, $"{number:N0} {many ?? one + "s"}");
}

/// <summary>Headlines as people read them.</summary>
internal static class Titles
{
    private const int LongestBeginning = 80;

    /// <summary>The headline; of a text without one its beginning.</summary>
    public static string Of(Article article)
    {
        if (article.Title.Length > 0)
        {
            return article.Title;
        }

        var firstLine = article.Text.AsSpan().Trim();
        firstLine = firstLine.IndexOf('\n') is var end and >= 0 ? firstLine[..end] : firstLine;
        return firstLine.Length <= LongestBeginning ? firstLine.ToString() : string.Concat(firstLine[..LongestBeginning], "…");
    }
}

/// <summary>
/// Words of an article on a page in English: with the article's language, so that they are spoken, hyphenated and set as what they are, and
/// with a direction of their own.
/// </summary>
internal static class OwnWords
{
    private const string LanguageOfPages = "en";

    /// <summary>The headline.</summary>
    public static Html Title(Article article) => Html.Of($"<bdi{Language(article)}>{Titles.Of(article)}</bdi>");

    /// <summary>The attribute for an element with words of the article; nothing where they are in the page's language, or in one that is not known.</summary>
    public static Html Language(Article article) => Html.If(
        article.Content.Language is not (null or LanguageOfPages), $" lang=\"{article.Content.Language}\"");
}

/// <summary>Who published an article, and when.</summary>
internal static class Bylines
{
    /// <summary>"Harbor Herald · 20 September 2024", as far as it is known.</summary>
    public static Html Of(Article article) => (article.Source, article.Published) switch
    {
        ({ } source, { } published) => Html.Of($"""<bdi>{source}</bdi> · {Moments.Day(published)}"""),
        ({ } source, null) => Html.Of($"""<bdi>{source}</bdi> · date unknown"""),
        (null, { } published) => Moments.Day(published),
        _ => Html.Of($"Source and date unknown"),
    };
}

/// <summary>A list of articles to open.</summary>
internal static class ArticleList
{
    /// <summary>Headline and byline of one article.</summary>
    public static Html Entry(Article article, SignedLinks links) => Html.Of($"""
        <li>
          <p class="source-title"><a href="{links.To(article)}">{OwnWords.Title(article)}</a></p>
          <p class="byline">{Bylines.Of(article)}</p>
        </li>
        """);
}

/// <summary>The way out to the page that an article came from.</summary>
internal static class OriginalLink
{
    /// <summary>A link, where the address is one that a browser may safely open.</summary>
    public static Html To(string? url) => Html.If(
        IsOpenable(url),
        $"""<a class="original" href="{url}" rel="noopener noreferrer nofollow external">Original<span class="visually-hidden"> at {HostOf(url)}</span></a>""");

    /// <summary>Whether an address is absolute and http or https: anything else, such as <c>javascript:</c>, is only text.</summary>
    public static bool IsOpenable(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static string HostOf(string? url) => new Uri(url!).Host;
}
