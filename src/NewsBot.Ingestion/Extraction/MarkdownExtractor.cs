using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Extraction.PlainText;

namespace NewsBot.Ingestion.Extraction;

/// <summary>
/// Reads an article that is kept as a Markdown file: front matter or head lines, then text whose marks are dropped. Links keep their
/// text, pictures and HTML go, list items and quoted lines become paragraphs.
/// </summary>
public static class MarkdownExtractor
{
    /// <summary>The name and version of this way of reading.</summary>
    public const string Version = "markdown/1";

    /// <summary>The article, or why the file is none.</summary>
    public static ExtractionResult Extract(Document document)
    {
        if (document.Bytes.Length == 0)
        {
            return new ExtractionResult.NotAnArticle("the file is empty; fetch it again");
        }

        if (TextDecoder.Decode(document.Bytes, document.ContentType) is not { } characters)
        {
            return new ExtractionResult.NotAnArticle("the file is binary, not Markdown; check what it is and rename it");
        }

        if (MarkdownText.Read(ArticleText.Normalise(characters)) is not { } plain)
        {
            return new ExtractionResult.NotAnArticle("the Markdown nests its marks without end; save it as plain text and ingest that");
        }

        // Entities may have become control characters.
        var head = HeadLines.Read(ArticleText.Normalise(plain));
        var text = Paragraphs.Join(head.Body);
        return text.Length == 0
            ? new ExtractionResult.NotAnArticle("the file has no text below its head lines; add the article's text")
            : new ExtractionResult.Extracted(head.ToArticle(text, document.Url, Version));
    }
}
