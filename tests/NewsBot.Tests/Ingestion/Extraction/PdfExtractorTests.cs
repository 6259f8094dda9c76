using NewsBot.Ingestion.Extraction;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace NewsBot.Tests.Ingestion.Extraction;

public sealed class PdfExtractorTests
{
    [Fact]
    public void Columns_are_read_one_after_the_other_and_broken_words_made_whole()
    {
        var text = PdfExtractor.Extract(Pages.Of(TwoColumns())).Article().Text;

        text.ShouldContain("The harbour will be dredged");
        text.ShouldNotContain("harb-");
        text.IndexOf("left column", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("right column", StringComparison.Ordinal));
        text.ShouldNotContain("Harbour Post, page");
    }

    [Fact]
    public void A_damaged_file_says_so() => PdfExtractor.Extract(Pages.Of("%PDF-1.7 and then nothing"u8.ToArray())).Reason().ShouldContain("not readable as PDF");

    [Fact]
    public void A_file_without_text_says_so()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);

        PdfExtractor.Extract(Pages.Of(builder.Build())).Reason().ShouldContain("no text");
    }

    private static byte[] TwoColumns()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 1; number <= 3; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText($"Harbour Post, page {number}", 8, new PdfPoint(40, 810), font);
            Column(page, 40, ["The harb-", "our will be dredged in the", $"left column of page {number}, said", "the master of the harbour."]);
            Column(page, 320, ["And the ferries will be moved", $"in the right column of page {number},", "which nobody at the pier was", "surprised to hear from him."]);
        }

        return builder.Build();

        void Column(PdfPageBuilder page, double left, string[] lines)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                page.AddText(lines[i], 11, new PdfPoint(left, 760 - (i * 14)), font);
            }
        }
    }
}
