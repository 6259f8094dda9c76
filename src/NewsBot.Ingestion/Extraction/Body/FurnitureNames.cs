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
/// Tells page furniture by what publishers call it: elements made for it (nav, aside, figure), and the words in class names and ids (<see cref="FurnitureWords"/>).
/// </summary>
internal static class FurnitureNames
{
    private static readonly FrozenSet<string> Elements = new[]
    {
        "nav", "aside", "footer", "form", "figcaption", "figure", "menu", "dialog", "search", "picture",
    }.ToFrozenSet();

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

        var byClass = ListsTopics(element.ClassName) ? Furniture.None : FurnitureWords.Judge(element.ClassName);
        return byClass != Furniture.None ? byClass : FurnitureWords.Judge(element.Id);
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
}
