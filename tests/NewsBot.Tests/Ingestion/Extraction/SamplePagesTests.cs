using NewsBot.Fakes;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>The sample archive's pages have many layouts; each must come out whole and clean.</summary>
public sealed class SamplePagesTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder(), "*.html").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sample_page_has_title_source_date_and_text(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder(), file));

        var article = HtmlExtractor.Extract(Pages.Of(bytes)).Article();

        article.Title.ShouldNotBeEmpty();
        article.Text.Length.ShouldBeGreaterThan(300);
    }

    private static string Folder() => Path.Combine(SharedData.ProjectRoot()!, "src", "NewsBot", "Sample", "html");
}
