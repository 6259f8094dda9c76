using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

public sealed class MarkdownExtractorTests
{
    [Fact]
    public void Head_lines_become_metadata_and_marks_are_dropped()
    {
        var article = MarkdownExtractor.Extract(Pages.Of("""
            # Path round the lake *closed*

            By Ada Finch
            Source: Harbour Post
            Published: 2024-02-03T10:00:00+01:00

            The path is **closed**, says the [parish](https://example.org).

            > Two slabs are loose.

            - Bring boots
            - Bring patience

            ![a slab](slab.jpg)
            """)).Article();

        article.Title.ShouldBe("Path round the lake closed");
        article.Authors.ShouldBe(["Ada Finch"]);
        article.Source.ShouldBe("Harbour Post");
        article.Published!.Value.ToString().ShouldBe("2024-02-03T10:00:00+01:00");
        article.Text.ShouldBe("The path is closed, says the parish.\n\nTwo slabs are loose.\n\nBring boots\n\nBring patience");
    }

    [Fact]
    public void Front_matter_is_metadata()
    {
        var article = MarkdownExtractor.Extract(Pages.Of("---\ntitle: \"The lake\"\nauthor: Ada Finch\ndate: 2024-02-03\nsource: Harbour Post\n---\n\nThe lake is deep.\n")).Article();

        article.Title.ShouldBe("The lake");
        article.Authors.ShouldBe(["Ada Finch"]);
        article.Published.ShouldBe(NewsTime.OfDay(new DateOnly(2024, 2, 3)));
        article.Text.ShouldBe("The lake is deep.");
    }
}
