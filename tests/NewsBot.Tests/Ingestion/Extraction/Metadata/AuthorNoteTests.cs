using NewsBot.Ingestion.Extraction;
using static NewsBot.Tests.Ingestion.Extraction.HarbourStory;

namespace NewsBot.Tests.Ingestion.Extraction.Metadata;

/// <summary>What a publication says of the author below the article is kept beside the text, and an article about the same person stays whole.</summary>
public sealed class AuthorNoteTests
{
    private const string Byline = "<h1>Harbour to be dredged</h1><div class=byline>By Ada Finch</div>";

    [Theory]
    [InlineData("Ada Finch is a senior reporter of the Example Post who has written about harbours since 2009.")]
    [InlineData("Ada Finch covers the harbour for the Example Post.")]
    [InlineData("About the author: Ada Finch writes about ports and lives in Port Example.")]
    [InlineData("Ada Finch ist Redakteurin der Example Post und schreibt über Häfen.")]
    public void The_note_below_the_text_is_kept_beside_it(string note)
    {
        var article = HtmlExtractor.Extract(Pages.Of(Page($"<body><article>{Byline}<p>{First}</p><p>{Second}</p><p>{Third}</p><p><em>{note}</em></p></article></body>"))).Article();

        article.Text.ShouldBe(Whole);
        article.AuthorNote.ShouldBe(note);
    }

    [Fact]
    public void The_note_in_a_box_of_its_own_is_found()
    {
        var article = HtmlExtractor.Extract(Pages.Of(Page($"<body><article>{Byline}<p>{First}</p><p>{Second}</p><p>{Third}</p></article><div class='author-bio'><p>Ada Finch covers the harbour for the Example Post.</p></div></body>"))).Article();

        article.Text.ShouldBe(Whole);
        article.AuthorNote.ShouldBe("Ada Finch covers the harbour for the Example Post.");
    }

    [Theory]
    [InlineData("Tom Reed is a reporter who was at the meeting and took the bucket home with him.", "somebody else")]
    [InlineData("Ada Finch fell into the harbour on her way home from the meeting of the council.", "no occupation")]
    public void A_last_paragraph_that_is_no_note_stays(string last, string why) =>
        HtmlExtractor.Extract(Pages.Of(Page($"<body><article>{Byline}<p>{First}</p><p>{Second}</p><p>{Third}</p><p>{last}</p></article></body>"))).Article().Text.ShouldEndWith(last, Case.Sensitive, why);

    [Fact]
    public void An_article_about_its_author_stays_whole() => HtmlExtractor.Extract(Pages.Of(Page(
        $"<body><article>{Byline}<p>On Monday Ada Finch received the harbour's medal for her reports, the council said after the meeting.</p><p>{Second}</p><p>{Third}</p><p>Ada Finch is a reporter of this paper and has lived here since 1999.</p></article></body>")))
        .Article().Text.ShouldEndWith("has lived here since 1999.");
}
