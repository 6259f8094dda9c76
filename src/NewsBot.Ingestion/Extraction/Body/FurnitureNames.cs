using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>How sure it is that a section is not part of the article.</summary>
internal enum Furniture
{
    /// <summary>Nothing speaks against it.</summary>
    None,

    /// <summary>Its name says so; templates also put such names on the article itself, so its share of the page's text can overrule it.</summary>
    ByName,

    /// <summary>Its name leaves hardly a doubt (comments, sidebar, cookie notice): such parts are often longer than the article, so length alone does not overrule it.</summary>
    Certain,
}

/// <summary>
/// Tells page furniture by what publishers call it: the words in class names and ids, and elements made for it (nav, aside, figure).
/// The words are those that news templates share across publishers and systems, never one site's own.
/// </summary>
internal static class FurnitureNames
{
    private const int LongestWord = 24;

    private static readonly FrozenSet<string> Elements = new[]
    {
        "nav", "aside", "footer", "form", "figcaption", "figure", "menu", "dialog", "search", "picture",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> CertainWords = new[]
    {
        "comment", "comments", "commentlist", "commentarea", "disqus", "respond", "commenting", "fbcomments", "livefyre", "kommentare", "comentarios", "commentaires",
        "sidebar", "footer", "cookie", "cookies", "consent", "gdpr", "popup", "modal", "newsletter", "newsletters", "outbrain", "taboola", "revcontent", "masthead",
        "breadcrumb", "breadcrumbs", "navbar", "menu", "related", "relatedposts", "relatedcontent", "relatedarticles", "recirc", "recirculation", "trending",
        "mostread", "mostpopular", "recommended", "recommendations", "yarpp", "jetpack",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Words = new[]
    {
        // advertising
        "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertising", "adbox", "adslot", "adwrap", "adsense", "dfp", "gpt", "sponsor", "sponsored",
        "sponsors", "promo", "promos", "promotion", "promoted", "promobox", "marketing", "cta", "werbung", "anzeige", "publicite",
        // sharing and subscribing
        "share", "shares", "sharing", "sharebar", "sharebox", "sharebuttons", "sharedaddy", "addthis", "addtoany", "social", "socials", "socialmedia", "follow",
        "subscribe", "subscription", "signup", "optin", "mailchimp", "mailinglist", "donate", "donation",
        // other articles
        "recommend", "popular", "readmore", "seealso", "upnext", "nextup", "latest", "recent", "morenews", "crosslink", "teaser", "teasers", "rail", "swiper", "prev",
        // the page
        "nav", "navigation", "toolbar", "tools", "pagination", "pager", "paging", "banner", "popover", "lightbox", "tooltip", "skip", "hidden", "noprint", "toc",
        "sronly", "visuallyhidden", "rating", "ratings", "login", "search", "print",
        // pictures
        "caption", "captions", "figcaption", "credit", "credits", "copyright", "photographer", "thumbnail", "thumb", "gallery", "slideshow", "carousel", "slider",
        "photo", "photos", "imagecaption", "photocaption", "playlist",
        // what is metadata
        "standfirst", "dek", "deck", "subtitle", "subheadline", "strapline", "byline", "bylines", "author", "authors", "authorbox", "authorinfo", "bio",
        "timestamp", "meta", "postmeta", "metadata", "tag", "tags", "taglist", "topics", "keywords", "pubdate", "team",
    }.ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CertainLookup = CertainWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Compounds that publishers write as one word: "relatedlinks", "commentlist", "newslettersignup".</summary>
    private static readonly string[] CertainBeginnings = ["comment", "kommentar", "related", "recommend", "newsletter", "cookie", "sidebar", "footer", "breadcrumb"];

    private static readonly string[] Beginnings = ["advert", "sponsor", "social", "share", "subscri", "promo", "caption", "thumbnail"];

    /// <summary>Opinion pieces; "comment" is what readers leave.</summary>
    private const string Opinion = "commentar";

    /// <summary>Judges one element by itself.</summary>
    public static Furniture Judge(IElement element)
    {
        if (IsEmbeddedPost(element) || IsEmbeddedPost(element.ChildNodes.OfType<IElement>().FirstOrDefault()))
        {
            return Furniture.None;
        }

        if (IsHidden(element))
        {
            return Furniture.Certain;
        }

        if (Elements.Contains(element.LocalName))
        {
            return element.LocalName == "figure" && element.QuerySelector("table, pre") is not null ? Furniture.None : Furniture.ByName;
        }

        // A page has one main element, so it cannot be beside the article.
        if (element.LocalName == "main")
        {
            return Furniture.None;
        }

        var byClass = ListsTopics(element.ClassName) ? Furniture.None : JudgeNames(element.ClassName);
        return byClass != Furniture.None ? byClass : JudgeNames(element.Id);
    }

    /// <summary>
    /// The element that a publishing system makes for the article itself lists the article's topics and states among its names ("tag-adverts", "format-gallery").
    /// </summary>
    private static bool ListsTopics(string? names) =>
        names is not null && (names.Contains("hentry", StringComparison.Ordinal) || names.Contains("type-post", StringComparison.Ordinal) || names.Contains("status-publish", StringComparison.Ordinal));

    /// <summary>A post of a social network that the article quotes is part of what it reports.</summary>
    private static bool IsEmbeddedPost(IElement? element) =>
        element?.LocalName == "blockquote" && element.ClassName is { } name
        && (name.Contains("twitter-", StringComparison.Ordinal) || name.Contains("instagram-media", StringComparison.Ordinal));

    private static bool IsHidden(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return false;
        }

        var style = element.GetAttribute("style");
        return element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true"
            || (style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)));
    }

    private static Furniture JudgeNames(string? names)
    {
        if (string.IsNullOrEmpty(names))
        {
            return Furniture.None;
        }

        foreach (var part in names.AsSpan().SplitAny(" \t\n\r\f"))
        {
            var name = names.AsSpan(part);
            if (!SaysHowNotWhat(name) && JudgeName(name) is var found && found != Furniture.None)
            {
                return found;
            }
        }

        return Furniture.None;
    }

    /// <summary>Names for scripts, for the width of a screen and for the state of a content system tell nothing about what an element holds.</summary>
    private static bool SaysHowNotWhat(ReadOnlySpan<char> name) =>
        name.StartsWith("js-") || name.StartsWith("js_") || name.StartsWith("node-") || name.StartsWith("overflow-") || name.Contains(':') || name.EndsWith("label-hidden");

    /// <summary>Looks up the words of a name: parts between hyphens, underscores and changes to upper case.</summary>
    private static Furniture JudgeName(ReadOnlySpan<char> name)
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var isDenied = false;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : ' ';
            var startsWord = char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if (!char.IsAsciiLetter(c) || startsWord)
            {
                if (!isDenied && Look(word[..length], isLast: i == name.Length) is var found && found != Furniture.None)
                {
                    return found;
                }

                isDenied = length > 0 ? IsDenial(word[..length]) : isDenied;
                length = 0;
            }

            if (char.IsAsciiLetter(c) && length < word.Length)
            {
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        return Furniture.None;
    }

    /// <summary>"with-sidebar" and "no-comments" speak of something beside the element, not of the element.</summary>
    private static bool IsDenial(ReadOnlySpan<char> word) => word is "with" or "has" or "have" or "no" or "non" or "without" or "after" or "before" or "hide";

    private static Furniture Look(ReadOnlySpan<char> word, bool isLast)
    {
        // "hidden-xs" is hidden on small screens only.
        if (word.Length < 2 || (word is "hidden" && !isLast))
        {
            return Furniture.None;
        }

        if (CertainLookup.Contains(word) || Begins(word, CertainBeginnings))
        {
            return Furniture.Certain;
        }

        return WordLookup.Contains(word) || Begins(word, Beginnings) ? Furniture.ByName : Furniture.None;
    }

    private static bool Begins(ReadOnlySpan<char> word, string[] beginnings)
    {
        if (word.StartsWith(Opinion) && !word.StartsWith("kommentar"))
        {
            return false;
        }

        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }
}
