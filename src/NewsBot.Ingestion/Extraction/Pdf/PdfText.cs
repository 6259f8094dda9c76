using System.Text;
using NewsBot.Ingestion.Extraction.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace NewsBot.Ingestion.Extraction.Pdf;

/// <summary>The text of a PDF as paragraphs.</summary>
internal static class PdfText
{
    /// <summary>More pages are a book or a report, and layout analysis takes time for each.</summary>
    public const int MostPages = 200;

    /// <summary>A full page of a newspaper has 30,000 letters and 5,000 words; of more the places tell nothing, and finding out takes long.</summary>
    private const int MostLettersOnPage = 40_000, MostWordsOnPage = 8_000;

    /// <summary>A line that stands at the edge of this many pages is a running head.</summary>
    private const int FewestRepeats = 3;

    /// <summary>By how many points edges may differ and still be in one line: the detector's own default.</summary>
    private const double Tolerance = 5;

    /// <summary>The part of a page's height, at the top and at the bottom, where running heads and page numbers stand.</summary>
    private const double Edge = 0.08;

    /// <summary>The paragraphs in reading order.</summary>
    public static IReadOnlyList<string> Read(PdfDocument pdf)
    {
        var pages = pdf.GetPages().Take(MostPages).Select(Blocks).ToList();
        var running = RunningHeads(pages);
        var paragraphs = new List<string>();
        foreach (var block in pages.SelectMany(page => page).Where(block => !(block.IsAtEdge && (running.Contains(Shape(block.Text)) || IsPageNumber(block.Text)))))
        {
            Add(paragraphs, block.Text);
        }

        return paragraphs;
    }

    private static List<(string Text, bool IsAtEdge)> Blocks(Page page)
    {
        var words = page.Letters.Count > MostLettersOnPage ? [] : page.GetWords(NearestNeighbourWordExtractor.Instance).ToList();
        if (words.Count is 0 or > MostWordsOnPage)
        {
            return string.IsNullOrWhiteSpace(page.Text) ? [] : [(ElementText.OneLine(page.Text), false)];
        }

        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return
        [
            .. new UnsupervisedReadingOrderDetector(Tolerance, UnsupervisedReadingOrderDetector.SpatialReasoningRules.ColumnWise, useRenderingOrder: false).Get(blocks)
                .Select(block => (Text(block), block.BoundingBox.Bottom > (1 - Edge) * page.Height || block.BoundingBox.Top < Edge * page.Height))
                .Where(block => block.Item1.Length > 0),
        ];
    }

    /// <summary>A block's lines as one; a word broken by a hyphen at a line's end is one word again.</summary>
    private static string Text(TextBlock block)
    {
        var text = new StringBuilder();
        foreach (var line in block.TextLines.Select(line => line.Text.Trim()).Where(line => line.Length > 0))
        {
            if (text.Length > 1 && text[^1] is '-' or '\u00AD' && char.IsLetter(text[^2]) && char.IsLower(line[0]))
            {
                text.Length--;
            }
            else if (text.Length > 0)
            {
                text.Append(' ');
            }

            text.Append(line);
        }

        return text.ToString();
    }

    /// <summary>A paragraph that a column or a page cuts goes on in the next block, in the middle of its sentence.</summary>
    private static void Add(List<string> paragraphs, string block)
    {
        if (paragraphs.Count > 0 && char.IsLower(block[0]) && paragraphs[^1][^1] is not ('.' or '!' or '?' or '”' or '"'))
        {
            var isBroken = paragraphs[^1].EndsWith('-');
            paragraphs[^1] = isBroken ? paragraphs[^1][..^1] + block : paragraphs[^1] + " " + block;
        }
        else
        {
            paragraphs.Add(block);
        }
    }

    private static HashSet<string> RunningHeads(List<List<(string Text, bool IsAtEdge)>> pages) =>
    [
        .. pages.SelectMany(page => page.Where(block => block.IsAtEdge).Select(block => Shape(block.Text)).Distinct(StringComparer.Ordinal))
            .GroupBy(shape => shape, StringComparer.Ordinal)
            .Where(group => group.Count() >= FewestRepeats)
            .Select(group => group.Key),
    ];

    /// <summary>The block with its numbers blurred, so that "Page 3" and "Page 4" are the same.</summary>
    private static string Shape(string block) => string.Concat(block.Select(c => char.IsDigit(c) ? '#' : c));

    private static bool IsPageNumber(string block) =>
        block.Length <= 12 && block.Any(char.IsDigit) && block.All(c => char.IsDigit(c) || c is ' ' or '-' or '–' or '/' or '|' or '.');
}
