using System.Text;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>Documents made of text, and what comes out of them.</summary>
internal static class Pages
{
    public static readonly DateTimeOffset FetchedAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Document Of(string text, string? url = null, string? contentType = "text/html; charset=utf-8") =>
        Of(Encoding.UTF8.GetBytes(text), url, contentType);

    public static Document Of(byte[] bytes, string? url = null, string? contentType = null) =>
        new() { Bytes = bytes, Url = url, ContentType = contentType, FetchedAt = FetchedAt, Name = url ?? "page.html" };

    public static ArticleContent Article(this ExtractionResult result) => result.ShouldBeOfType<ExtractionResult.Extracted>().Article;

    public static string Reason(this ExtractionResult result) => result.ShouldBeOfType<ExtractionResult.NotAnArticle>().Reason;
}
