using NewsBot.Ingestion.Extraction;
using static NewsBot.Tests.Ingestion.Extraction.HarbourStory;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>Names that templates give to the article and that sound like something beside it, and the other way round.</summary>
public sealed class LayoutNamesTests
{
    [Fact]
    public void The_topics_among_an_articles_names_do_not_make_it_furniture() => TextOf($"""
        <body><article class="post-7 post type-post status-publish format-gallery category-sponsors tag-comments hentry"><p>{First}</p><p>{Second}</p><p>{Third}</p></article>
        <div><p>The Example Post has been printed since 1890 and is read in every house of the harbour quarter, from the attic to the cellar and back again. Its printers have never missed a
        morning, its readers send in more letters than the paper has lines to print them on, and its archive holds every issue since the first, bound in blue linen and kept in the attic.</p></div></body>
        """).ShouldStartWith(Whole);

    [Theory]
    [InlineData("field field-name-text field-label-hidden")]
    [InlineData("text hidden-xs")]
    [InlineData("text md:hidden")]
    [InlineData("text overflow-hidden")]
    [InlineData("text js-share-anchor")]
    [InlineData("node-promoted node-article")]
    public void A_name_about_labels_screens_scripts_or_states_says_nothing_about_the_text(string name) => TextOf($"""
        <body><div><div class="{name}"><p>{First}</p><p>{Second}</p></div><div><p>{Third}</p></div></div></body>
        """).ShouldBe(Whole);

    [Theory]
    [InlineData("relatedlinks")]
    [InlineData("commentlist-wrapper")]
    [InlineData("newslettersignup")]
    [InlineData("kommentarmodul")]
    public void Names_written_as_one_word_are_understood(string name) => TextOf($"""
        <body><article><p>{First}</p><p>{Second}</p><p>{Third}</p><div class="{name}"><p>The tram was late again today, and so was the ferry, said a reader of this paper.</p></div></article></body>
        """).ShouldBe(Whole);

    [Fact]
    public void The_slides_of_a_gallery_are_the_article_together() => TextOf($"""
        <body><h1>Harbour to be dredged</h1><div><p>Three things to know about the harbour this year, from our own correspondent at the pier.</p>
        <section class="slide gallery-item"><p>{First}</p></section><section class="slide gallery-item on"><p>{Second}</p></section><section class="slide gallery-item"><p>{Third}</p></section></div></body>
        """).ShouldEndWith(Whole);

    [Fact]
    public void A_table_in_a_figure_is_no_picture() => TextOf($"""
        <body><article><p>{First}</p><figure class="block-table"><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>1.2 million</td></tr></table></figure><p>{Second}</p><p>{Third}</p></article></body>
        """).ShouldContain("2023 | 1.2 million");

    [Theory]
    [InlineData("<div class=\"article-teaser\"><p>{0}</p></div>")]
    [InlineData("<p class=\"intro\">{0}</p>")]
    [InlineData("<div><p>{0}</p></div>")]
    public void The_lead_beside_the_headline_is_part_of_the_article(string lead) => TextOf(
        "<body><header><h1>Harbour to be dredged</h1>" + string.Format(null, lead, First) + $"<div class=\"byline\">By Ada Finch</div></header><div class=\"article-body\"><p>{Second}</p><p>{Third}</p><p>{Second[..40]}.</p></div></body>")
        .ShouldStartWith(First + "\n\n" + Second);

    [Theory]
    [InlineData("<h3 class=\"subtitle\">{0}</h3>")]
    [InlineData("<div class=\"sommario\"><p>{0}</p></div>")]
    public void A_lead_that_the_page_tells_machines_is_one_whatever_it_is_called(string markup)
    {
        const string lead = "The harbour of Port Example will be dredged from March: after a debate of four hours the council decided to spend 4.2 million, and the ferries will move";
        var page = Page("<body><header><h1>Harbour to be dredged</h1>" + string.Format(null, markup, lead) + $"</header><div class=\"article-body\"><p>{First}</p><p>{Second}</p><p>{Third}</p></div></body>", $"<meta name=description content=\"{lead[..120]}…\">");

        HtmlExtractor.Extract(Pages.Of(page)).Article().Text.ShouldBe(lead + "\n\n" + Whole);
    }

    [Fact]
    public void A_caption_or_a_subtitle_beside_the_headline_is_no_lead() => TextOf($"""
        <body><header><h1>Harbour to be dredged</h1><p>Council decides after a debate of four hours, and the work will begin in March already</p>
        <div class="photo"><p class="caption">The dredger in the old harbour of Port Example, seen on Tuesday from the lighthouse.</p></div></header>
        <div class="article-body"><p>{First}</p><p>{Second}</p><p>{Third}</p></div></body>
        """).ShouldBe(Whole);

    [Fact]
    public void Teasers_that_break_off_are_other_articles() => TextOf($"""
        <body><div class="page"><h1>Harbour to be dredged</h1><div><p>{First}</p><p>{Second}</p><p>{Third}</p></div><div>
        {string.Concat(Enumerable.Range(1, 5).Select(i => $"<div><h4>Tram {i} late</h4><p>The tram number {i} has been late on every day of this week, the operator said, and asked its passengers for...</p></div>"))}
        </div></div></body>
        """).ShouldBe(Whole);

    [Fact]
    public void An_article_of_one_paragraph_and_a_list_is_more_than_its_list() => TextOf($"""
        <body><div><div class="menu"><a href="/a">Town</a> <a href="/b">Sport</a></div><div id="text"><h1>Harbour to be dredged</h1><p>{First}</p><p><a href="/plan">The plan</a></p>
        <ol><li>{Second}</li><li>{Third}</li></ol></div></div></body>
        """).ShouldBe(Whole);

    [Theory]
    [InlineData("Weitere Informationen")]
    [InlineData("Auch interessant:")]
    [InlineData("Te puede interesar")]
    [InlineData("Tags: harbour, dredging, council")]
    [InlineData("Sie sind aktuell nicht eingeloggt.")]
    [InlineData("Abonnez-vous à notre lettre")]
    public void Labels_of_other_languages_go_too(string label) => TextOf($"""
        <body><div class="post-content"><p>{First}</p><p>{Second}</p><p>{label}</p><p>{Third}</p></div></body>
        """).ShouldBe(Whole);
}
