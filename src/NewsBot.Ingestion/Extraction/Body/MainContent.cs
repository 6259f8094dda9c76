using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;
using SmartReader;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>Finds the part of a page that is the article, and nothing else of it.</summary>
internal static class MainContent
{
    /// <summary>Stands in for an address that is unknown; the reader needs one to resolve links, which are then dropped.</summary>
    private const string NoAddress = "http://page.invalid/";

    /// <summary>The element that holds the article, or null where the page has no body of text.</summary>
    public static string? FindText(HtmlPage page)
    {
        string? text = null;
        using var reader = new Reader(page.Address?.AbsoluteUri ?? NoAddress, page.Document);
        reader.AddCustomOperationEnd(article =>
        {
            text = BodyText.Of(article);
            article.InnerHtml = "";
        });
        var outcome = reader.GetArticle();
        return outcome.Errors.Count > 0 ? throw outcome.Errors[0] : text;
    }
}
