using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>The sample archive's pages have many layouts; each must come out whole and clean.</summary>
public sealed class SamplePagesTests
{
    private static readonly string[] Clutter = ["Advertisement", "click here", "cookie", "Cookie", "Share", "All rights reserved", "©", "Newsletter", "newsletter", "Subscribe", "Sign up"];

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder(), "*.html").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sample_page_comes_out_whole_and_clean(string file)
    {
        var article = Read(file);

        article.Title.ShouldNotBeEmpty();
        article.Title.ShouldNotContain("(invented sample)");
        article.Source.ShouldNotBeNull().ShouldEndWith("(invented sample)");
        article.Published.ShouldNotBeNull().Day.ShouldBe(DateOnly.Parse(file.Split('-')[1] + "-" + file.Split('-')[2] + "-" + file.Split('-')[3]));
        article.Language.ShouldBe(file.StartsWith("courrier", StringComparison.Ordinal) ? "fr" : file.StartsWith("kuestenbote", StringComparison.Ordinal) ? "de" : "en");
        article.Text.Length.ShouldBeGreaterThan(600);
        foreach (var clutter in Clutter)
        {
            Spoken(article).ShouldNotContain(clutter, Case.Sensitive);
        }
    }

    /// <summary>One page carries an injection attempt that asks to click; it is the article's text and stays.</summary>
    private static string Spoken(ArticleContent article) => article.Text.Replace("[click here for the full story]", "", StringComparison.Ordinal);

    private static ArticleContent Read(string file) => HtmlExtractor.Extract(Pages.Of(File.ReadAllBytes(Path.Combine(Folder(), file)))).Article();

    private static string Folder() => Path.Combine(SharedData.ProjectRoot()!, "src", "NewsBot", "Sample", "html");
}
