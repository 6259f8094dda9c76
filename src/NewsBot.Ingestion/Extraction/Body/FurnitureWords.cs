using System.Collections.Frozen;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// The words in class names and ids by which publishers call page furniture. They are those that news templates share across publishers and systems, never
/// one site's own. Looking them up allocates nothing: it is done for every element of every page.
/// </summary>
internal static class FurnitureWords
{
    private const int LongestWord = 24;

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

    /// <summary>Judges an element by its class names, or by its id; null is judged as none.</summary>
    public static Furniture Judge(string? names)
    {
        if (string.IsNullOrEmpty(names))
        {
            return Furniture.None;
        }

        foreach (var part in names.AsSpan().SplitAny(" \t\n\r\f"))
        {
            var name = names.AsSpan(part);
            if (!SaysHowNotWhat(name) && JudgeOne(name) is var found && found != Furniture.None)
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
    private static Furniture JudgeOne(ReadOnlySpan<char> name)
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
