using AngleSharp.Dom;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>Tells the element that its publisher calls the article's body.</summary>
internal static class BodyNames
{
    private static readonly string[] Names =
    [
        "articlebody", "article-body", "article_body", "article__body", "storybody", "story-body", "story_body", "story__body", "entry-content", "post-content",
        "post-body", "postbody", "article-content", "articlecontent", "article__content", "article-text", "articletext", "body-copy", "story-text", "storytext",
        "article-copy", "content-body", "story-content", "post-entry", "field-name-body", "field--name-body", "entry-body", "main-text", "news-text", "newstext",
    ];

    /// <summary>Whether the element is marked or named as the body.</summary>
    public static bool Matches(IElement element)
    {
        if (element.LocalName is "body" or "html" or "p")
        {
            return false;
        }

        return element.GetAttribute("itemprop")?.Contains("articleBody", StringComparison.OrdinalIgnoreCase) == true
            || IsName(element.ClassName)
            || IsName(element.Id);
    }

    private static bool IsName(string? name) => name is not null && Names.Any(known => name.Contains(known, StringComparison.OrdinalIgnoreCase));
}
