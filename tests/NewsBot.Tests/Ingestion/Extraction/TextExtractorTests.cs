using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

public sealed class TextExtractorTests
{
    private const string Story = """
        Lighthouse keeper retires after forty years

        By Ada Finch and Tom Reed
        Source: Harbour Post
        Published: 2024-02-03
        URL: https://harbourpost.example/keeper?utm_source=x
        3 February 2024

        GULL POINT — The lamp will be looked after by a clock.

        "I shall miss the fog," the keeper said,
        and locked the door.
        """;

    [Fact]
    public void The_head_lines_become_metadata_and_the_rest_becomes_paragraphs()
    {
        var article = TextExtractor.Extract(Pages.Of(Story, contentType: "text/plain")).Article();

        article.Title.ShouldBe("Lighthouse keeper retires after forty years");
        article.Authors.ShouldBe(["Ada Finch", "Tom Reed"]);
        article.Source.ShouldBe("Harbour Post");
        article.Published.ShouldBe(NewsTime.OfDay(new DateOnly(2024, 2, 3)));
        article.Url.ShouldBe("https://harbourpost.example/keeper");
        article.Text.ShouldBe("GULL POINT — The lamp will be looked after by a clock.\n\n\"I shall miss the fog,\" the keeper said, and locked the door.");
    }

    [Fact]
    public void A_text_without_head_lines_keeps_every_line()
    {
        var article = TextExtractor.Extract(Pages.Of("First line.\nSecond line: still text.", contentType: "text/plain")).Article();

        article.Title.ShouldBeEmpty();
        article.Text.ShouldBe("First line.\n\nSecond line: still text.");
    }

    [Fact]
    public void An_empty_file_says_so() => TextExtractor.Extract(Pages.Of("", contentType: "text/plain")).Reason().ShouldContain("empty");
}
