using System.Text;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace NewsBot.Ingestion.Formats;

/// <summary>Reads the text of a PDF file as one article.</summary>
internal static class PdfExtractor
{
    /// <summary>The name and version of this way of reading.</summary>
    public const string Version = "pdf/1";

    /// <summary>A title in the file's properties that is longer is a sentence, and one that ends so is a file's name.</summary>
    private const int LongestTitle = 200;

    /// <summary>The article, or why the file is none.</summary>
    public static ExtractionResult Extract(Document document)
    {
        try
        {
            using var pdf = PdfDocument.Open(document.Bytes);
            var text = ArticleText.Normalise(string.Join("\n\n", pdf.GetPages().Select(page => Paragraphs(ContentOrderTextExtractor.GetText(page, addDoubleNewline: true))))).Trim();
            if (text.Length == 0)
            {
                return new ExtractionResult.NotAnArticle("the PDF holds no text, it may be a scan; run text recognition on it first");
            }

            var title = TitleOf(pdf.Information.Title, text);
            return new ExtractionResult.Extracted(new ArticleContent
            {
                Title = title,
                Text = text.StartsWith(title + "\n\n", StringComparison.Ordinal) ? text[(title.Length + 2)..] : text,
                Url = document.Url,
                Authors = string.IsNullOrWhiteSpace(pdf.Information.Author) ? [] : [pdf.Information.Author.Trim()],
                Extractor = Version,
            });
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ExtractionResult.NotAnArticle("the PDF is locked with a password; save an unlocked copy and ingest that");
        }
        catch (Exception exception) when (exception is PdfDocumentFormatException or InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentException or KeyNotFoundException)
        {
            return new ExtractionResult.NotAnArticle("it is not readable as PDF; open it in a viewer and save it again");
        }
    }

    private static string TitleOf(string? stated, string text)
    {
        var isTitle = !string.IsNullOrWhiteSpace(stated) && stated.Length <= LongestTitle && !stated.Contains(".doc", StringComparison.OrdinalIgnoreCase) && !stated.Contains(".indd", StringComparison.OrdinalIgnoreCase);
        return isTitle ? stated!.Trim() : text.Split('\n', 2)[0] is { Length: <= LongestTitle } first ? first : "";
    }

    /// <summary>Lines of a paragraph are joined; words that were divided at a line's end are put together.</summary>
    private static string Paragraphs(string page)
    {
        var text = new StringBuilder();
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Length == 0)
            {
                text.Append(text.Length > 0 && text[^1] != '\n' ? "\n\n" : "");
            }
            else if (text.Length > 1 && text[^1] == '-' && char.IsLetter(text[^2]) && char.IsLower(line[0]))
            {
                text.Length--;
                text.Append(line);
            }
            else
            {
                text.Append(text.Length > 0 && text[^1] != '\n' ? " " : "").Append(line);
            }
        }

        return text.ToString().Trim();
    }
}
