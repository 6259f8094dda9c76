using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Metadata;
using NewsBot.Ingestion.Extraction.Pdf;
using NewsBot.Ingestion.Extraction.PlainText;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace NewsBot.Ingestion.Extraction;

/// <summary>
/// Reads an article that is kept as a PDF: blocks in reading order, running heads and page numbers left out, words that were broken at a
/// line's end made whole. Head lines are read as in a text file. The file's own dates are those of the file, not of the article, so they
/// are not used. Of more than 200 pages the first are read, and the article is marked as truncated.
/// </summary>
public static class PdfExtractor
{
    /// <summary>The name and version of this way of reading.</summary>
    public const string Version = "pdf/1";

    /// <summary>A longer title in the file's properties is a sentence.</summary>
    private const int LongestTitle = 200;

    private static readonly string[] FileEndings = [".doc", ".indd", ".pdf", ".qxd", "untitled"];

    /// <summary>The article, or why the file is none.</summary>
    public static ExtractionResult Extract(Document document)
    {
        if (PlainStreams.AreTooCostly(document.Bytes))
        {
            return TooCostly;
        }

        var filters = new BoundedFilters();
        try
        {
            using var pdf = PdfDocument.Open(document.Bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters });
            if (document.Bytes.AsSpan().IndexOf("/Form"u8) >= 0 && FormGraph.IsTooCostly(pdf, filters))
            {
                return TooCostly;
            }

            var blocks = PdfText.Read(pdf);
            return filters.IsTooCostly ? TooCostly : Article(blocks, pdf, document.Url);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ExtractionResult.NotAnArticle("the PDF is locked with a password; save it without one");
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            // What a damaged file makes the library throw is not documented; whatever it is, the file is the cause.
            return filters.IsTooCostly ? TooCostly : new ExtractionResult.NotAnArticle("it is not readable as PDF; open it in a viewer and save it again");
        }
    }

    private static ExtractionResult.NotAnArticle TooCostly => new("the PDF asks for more memory or time than any article does (streams that unpack without end, or drawings in drawings); print it to a new PDF and ingest that");

    private static ExtractionResult Article(IReadOnlyList<string> blocks, PdfDocument pdf, string? url)
    {
        var head = HeadLines.Read(ArticleText.Normalise(string.Join("\n\n", blocks)));
        var text = Paragraphs.Join(head.Body);
        if (text.Length == 0)
        {
            return new ExtractionResult.NotAnArticle("the PDF holds no text, it may be a scan; run text recognition on it first");
        }

        var article = head.ToArticle(text, url, Version);
        return new ExtractionResult.Extracted(WellFormedMetadata.Of(article with
        {
            Title = article.Title.Length > 0 ? article.Title : StatedTitle(pdf.Information.Title),
            Authors = article.Authors.Count > 0 ? article.Authors : Byline.Names(pdf.Information.Author is { Length: > 0 } author ? [author] : []),
            IsTruncated = pdf.NumberOfPages > PdfText.MostPages,
        }));
    }

    /// <summary>The title in the file's properties, unless a program wrote a file's name there.</summary>
    private static string StatedTitle(string? title) =>
        title is { Length: <= LongestTitle } && !FileEndings.Any(end => title.Contains(end, StringComparison.OrdinalIgnoreCase)) ? title.Trim() : "";
}
