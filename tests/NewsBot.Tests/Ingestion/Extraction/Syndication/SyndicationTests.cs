using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction.Syndication;

/// <summary>Whom a page has its article from; a page that is itself the origin names nobody.</summary>
public sealed class SyndicationTests
{
    private const string Text = "<p>The ferry to the island was late again on Monday, and nobody at the pier was surprised by it any more.</p><p>The operator promised a new engine, as it had done in each of the last five winters.</p>";

    private static string? Origin(string body, string head = "", string? url = "https://www.harbourpost.example/ferry") =>
        HtmlExtractor.Extract(Pages.Of($"<html><head><title>Ferry late again</title>{head}</head><body><h1>Ferry late again</h1>{body}</body></html>", url)).Article().SyndicatedFrom;

    [Fact]
    public void A_note_below_the_text_names_the_origin() =>
        Origin(Text + "<p><em>This story was originally published by the <a href='https://tribune.example/x'>Daily Tribune</a>.</em></p>").ShouldBe("Daily Tribune");

    [Fact]
    public void A_note_with_a_link_instead_of_a_name_gives_the_links_site() =>
        Origin(Text + "<p>This story was originally published <a href='https://www.tribune.example/x'>here</a>.</p>").ShouldBe("tribune.example");

    [Theory]
    [InlineData("<p>PORT SELWICK (AP) — The ferry to the island was late again on Monday, and nobody was surprised.</p>", "Associated Press")]
    [InlineData("<p>PORT SELWICK, Jan 3 (Reuters) - The ferry to the island was late again on Monday, and nobody was surprised.</p>", "Reuters")]
    [InlineData("<p>Port Selwick (dpa/lno) - The ferry to the island was late again on Monday, and nobody was surprised.</p>", "dpa")]
    public void A_dateline_credits_the_agency(string first, string agency) => Origin(first + Text).ShouldBe(agency);

    [Theory]
    [InlineData("<div>By Ada Finch, Associated Press</div>")]
    [InlineData("<div>Ada Finch, AP Sports Writer</div>")]
    [InlineData("<div>The Associated Press | Jan. 3, 2019</div>")]
    public void A_byline_credits_the_agency(string byline) => Origin(byline + Text).ShouldBe("Associated Press");

    [Fact]
    public void A_copyright_line_credits_the_agency() =>
        Origin(Text + "<div>Copyright 2019 The Associated Press. All rights reserved.</div>").ShouldBe("Associated Press");

    [Fact]
    public void A_canonical_address_on_another_publishers_site_names_that_site() =>
        Origin(Text, "<link rel=canonical href='https://www.tribune.example/ferry'>").ShouldBe("tribune.example");

    [Theory]
    [InlineData("<link rel=canonical href='https://harbourpost.example/ferry'>", "https://amp.harbourpost.example/ferry")]
    [InlineData("<link rel=canonical href='https://www.harbourpost.co.uk/ferry'>", "https://www.harbourpost.com/ferry")]
    [InlineData("<link rel=canonical href='https://www.harbourpost.example/ferry'>", "https://www-harbourpost-example.cdn.ampproject.org/c/s/www.harbourpost.example/ferry.amp")]
    public void Another_door_of_the_same_publisher_is_no_origin(string head, string url) => Origin(Text, head, url).ShouldBeNull();

    [Fact]
    public void An_agency_does_not_syndicate_itself()
    {
        const string dateline = "<p>PORT SELWICK (Reuters) - The ferry to the island was late again on Monday.</p>";

        Origin(dateline + Text, url: "https://www.reuters.com/article/ferry").ShouldBeNull();
        Origin(dateline + Text, "<meta property=og:site_name content=Reuters>", url: null).ShouldBeNull();
    }

    [Fact]
    public void A_page_that_names_itself_as_the_first_publisher_is_the_origin() =>
        Origin(Text + "<p>This story was first published by Harbour Post.</p>", "<meta property=og:site_name content='Harbour Post'>").ShouldBeNull();

    [Fact]
    public void A_plain_article_has_no_origin() => Origin("<div>By Ada Finch</div>" + Text).ShouldBeNull();
}
