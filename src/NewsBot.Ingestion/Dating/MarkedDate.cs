using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Body;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Dating;

/// <summary>
/// Dates in the markup of the text: microdata, hAtom's <c>published</c>, <c>time</c> elements. What stands in comments, sidebars and
/// lists of other articles dates those, and counts only as a last resort.
/// </summary>
internal sealed class MarkedDate
{
    private readonly List<string> published = [];
    private readonly List<string> named = [];
    private readonly List<string> times = [];
    private readonly List<string> modified = [];
    private readonly List<string> elsewhere = [];

    private MarkedDate()
    {
    }

    /// <summary>Texts that microdata marks as the publication, then such ones from the page's margins.</summary>
    public IEnumerable<string> Published => published.Concat(elsewhere);

    /// <summary>
    /// Texts of elements that a class or attribute calls the publication. Templates give such names to the dates of replies and other articles too, so the line
    /// beside the headline is worth more.
    /// </summary>
    public IReadOnlyList<string> Named => named;

    /// <summary>Texts of <c>time</c> elements without any mark.</summary>
    public IReadOnlyList<string> Times => times;

    /// <summary>Texts that are marked as the last change.</summary>
    public IReadOnlyList<string> Modified => modified;

    /// <summary>Collects the texts of a page, in its order.</summary>
    public static MarkedDate Read(HtmlPage page, PageFurniture furniture)
    {
        var found = new MarkedDate();
        foreach (var element in page.Document.All)
        {
            if (found.ListFor(element) is { } list && TextOf(element) is { Length: > 0 } text)
            {
                if (!furniture.CertainlyHolds(element))
                {
                    list.Add(text);
                }
                else if (list == found.published && !IsComment(element))
                {
                    found.elsewhere.Add(text);
                }
            }
        }

        return found;
    }

    private List<string>? ListFor(IElement element)
    {
        var mark = element.GetAttribute("itemprop") ?? element.GetAttribute("property");
        if (mark is not null && (Contains(mark, "datePublished") || Contains(mark, "dateCreated")))
        {
            return published;
        }

        if (mark is not null && Contains(mark, "dateModified"))
        {
            return modified;
        }

        var isTime = element.LocalName == "time";
        if (!isTime && element.LocalName is not ("abbr" or "span"))
        {
            return null;
        }

        var names = element.ClassName ?? "";
        return Contains(names, "published") || element.HasAttribute("pubdate") ? named
            : isTime && (Contains(names, "updated") || Contains(names, "modified")) ? modified
            : isTime || (Contains(names, "updated") && element.HasAttribute("title")) ? times
            : null;
    }

    private static string TextOf(IElement element) =>
        element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.GetAttribute("title") ?? element.Line();

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an element stands among readers' comments.</summary>
    internal static bool IsComment(IElement element)
    {
        for (var around = element; around is not null; around = around.ParentElement)
        {
            if (Contains(around.ClassName ?? "", "comment") || Contains(around.Id ?? "", "comment"))
            {
                return true;
            }
        }

        return false;
    }
}
