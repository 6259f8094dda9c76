using NewsBot.Fakes.Hostile;
using NewsBot.Ingestion.Extraction;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace NewsBot.Tests.Ingestion.Extraction;

public sealed class PdfExtractorTests
{
    /// <summary>No measure of speed: what is not bounded takes hours.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(5);

    [Fact]
    public void Columns_are_read_one_after_the_other_and_broken_words_made_whole()
    {
        var text = PdfExtractor.Extract(Pages.Of(TwoColumns())).Article().Text;

        text.ShouldContain("The harbour will be dredged");
        text.ShouldNotContain("harb-");
        text.IndexOf("left column", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("right column", StringComparison.Ordinal));
        text.ShouldNotContain("Harbour Post, page");
    }

    public static TheoryData<HostilePdf> Hostile() => [.. HostilePdf.All];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task A_file_built_to_be_expensive_ends_with_what_it_holds(HostilePdf pdf)
    {
        var result = await Task.Run(() => PdfExtractor.Extract(Pages.Of(pdf.Build()))).WaitAsync(Endless, TestContext.Current.CancellationToken);

        var reason = result is ExtractionResult.NotAnArticle refused ? refused.Reason : null;
        reason.ShouldBe(pdf.Reason);
    }

    [Fact]
    public void Of_a_book_the_first_pages_are_read_and_it_is_marked_as_truncated()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 1; number <= 201; number++)
        {
            builder.AddPage(PageSize.A4).AddText($"This is what stands on leaf {number} of the book.", 11, new PdfPoint(40, 700), font);
        }

        var article = PdfExtractor.Extract(Pages.Of(builder.Build())).Article();

        article.IsTruncated.ShouldBeTrue();
        article.Text.ShouldContain("leaf 200");
        article.Text.ShouldNotContain("leaf 201");
    }

    [Fact]
    public void A_heading_over_two_columns_stands_before_both_and_a_page_number_nowhere()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        page.AddText("Harbour to be dredged", 24, new PdfPoint(40, 780), font);
        for (var line = 0; line < 12; line++)
        {
            page.AddText($"Left line number {line} tells it all", 11, new PdfPoint(40, 740 - (line * 14)), font);
            page.AddText($"Right line number {line} goes on so", 11, new PdfPoint(320, 740 - (line * 14)), font);
        }

        page.AddText("17", 9, new PdfPoint(290, 20), font);

        var article = PdfExtractor.Extract(Pages.Of(builder.Build())).Article();
        var text = article.Title + "\n" + article.Text;

        text.ShouldStartWith("Harbour to be dredged");
        text.IndexOf("Left line number 11", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Right line number 0", StringComparison.Ordinal));
        text.ShouldNotContain("17");
    }

    [Fact]
    public void A_damaged_file_says_so() => PdfExtractor.Extract(Pages.Of("%PDF-1.7 and then nothing"u8.ToArray())).Reason().ShouldBe("it is not readable as PDF; open it in a viewer and save it again");

    [Fact]
    public void A_file_without_text_says_so()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);

        PdfExtractor.Extract(Pages.Of(builder.Build())).Reason().ShouldBe("the PDF holds no text, it may be a scan; run text recognition on it first");
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
