using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Fakes.Measuring;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>A floor under the quality on real news pages; one page's worth below what the extraction benchmark measured.</summary>
public sealed class ExtractionFloorTests
{
    [Fact]
    public void Bodies_of_real_news_pages_are_found()
    {
        var folder = SharedData.PathOf("data", "html-extraction");
        Assert.SkipWhen(folder.Length == 0, SharedData.AbsenceReason);

        var (f1, _, recall, _) = BodyScore.Mean([.. MarkedPage.ReadAll(folder).Select(page => BodyScore.Of(page.Body, TextOf(page)))]);

        f1.ShouldBeGreaterThan(0.970);
        recall.ShouldBeGreaterThan(0.978);
    }

    private static string TextOf(MarkedPage page) => HtmlExtractor.Extract(Pages.Of(page.Html, page.Url)) is ExtractionResult.Extracted { Article: ArticleContent article } ? article.Text : "";
}
