using NewsBot.Ingestion.Extraction;
using static NewsBot.Tests.Ingestion.Extraction.HarbourStory;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>Layouts that only news has, rebuilt small: live blogs, galleries, transcripts, print versions, AMP, pages without an article element.</summary>
public sealed class LayoutsOfNewsTests
{
    private const string Address = "https://post.example/harbour";

    [Fact]
    public void A_live_blog_with_the_newest_post_first_keeps_posts_and_their_headings_and_loses_buttons()
    {
        var posts = string.Concat(Enumerable.Range(1, 5).Select(i =>
            $"<article class='live-post' id='p{i}'><div class='post-meta'><time datetime='2026-02-28T20:{60 - (i * 5)}:00Z'>8.{60 - (i * 5)} p.m.</time> <a href='#p{i}'>Link</a> <button>Share</button></div><h3>Item {i} of the list</h3><p>The council has voted for item number {i}, with two members against it and one of them fast asleep.</p></article>"));

        var text = TextOf($"<body><header>{Navigation}</header><main><h1>Council night, live</h1><p>{First}</p><div class='live-feed'>{posts}</div></main><aside><h3>Most read</h3><ul><li><a href='/a'>Ferry breaks down again near the pier</a></li></ul></aside></body>");

        text.ShouldStartWith(First);
        foreach (var i in Enumerable.Range(1, 5))
        {
            text.ShouldContain($"Item {i} of the list\n\nThe council has voted for item number {i}");
        }

        text.IndexOf("item number 1", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("item number 5", StringComparison.Ordinal));
        text.ShouldNotContain("Share");
        text.ShouldNotContain("Most read");
    }

    [Fact]
    public void A_gallery_inside_an_article_goes_with_its_captions_and_counters() => TextOf($"""
        <body><article><h1>Harbour to be dredged</h1><p>{First}</p><div class="gallery"><div class="slide"><img src="1.jpg"><p class="caption">The dredger on Tuesday. Photo: Tom Reed</p><span>1 of 3</span></div>
        <div class="slide"><img src="2.jpg"><p class="caption">The bucket. Photo: Tom Reed</p><span>2 of 3</span></div></div><p>{Second}</p><p>{Third}</p></article></body>
        """).ShouldBe(Whole);

    [Fact]
    public void A_transcript_keeps_every_speaker_and_the_shortest_answers()
    {
        var text = TextOf("""
            <body><article><h1>The harbour master explains</h1><div class="transcript"><p>ADA FINCH, HOST: Good evening. The harbour of Port Example will be dredged from March. Is that good news?</p>
            <p>TOM REED: Yes.</p><p>FINCH: And how deep will it be when the work is done, which the council says will be in the autumn?</p><p>REED: Nine metres. We have waited for ten years, and I brought a bucket of mud to every meeting.</p>
            <p>FINCH: Thank you.</p><p>REED: Thank you.</p></div></article></body>
            """);

        text.ShouldBe("ADA FINCH, HOST: Good evening. The harbour of Port Example will be dredged from March. Is that good news?\n\nTOM REED: Yes.\n\nFINCH: And how deep will it be when the work is done, which the council says will be in the autumn?\n\nREED: Nine metres. We have waited for ten years, and I brought a bucket of mud to every meeting.\n\nFINCH: Thank you.\n\nREED: Thank you.");
    }

    [Fact]
    public void A_print_version_is_the_article_that_it_prints()
    {
        var print = Page($"<body onload='print()'><div id='printarea'><h1>Harbour to be dredged</h1><p>By Ada Finch</p><p>{First}</p><p>{Second}</p><p>{Third}</p><p>Printed from: {Address}</p></div></body>", $"<link rel='canonical' href='{Address}'>");

        var article = HtmlExtractor.Extract(Pages.Of(print, Address + "?view=print")).Article();

        (article.Url, article.Text).ShouldBe((Address, Whole));
        article.Authors.ShouldBe(["Ada Finch"]);
    }

    [Fact]
    public void An_amp_page_is_the_article_that_it_copies()
    {
        var amp = $"""
            <!doctype html><html ⚡ lang="en"><head><title>Harbour to be dredged</title><link rel="canonical" href="{Address}"></head><body><amp-sidebar layout="nodisplay">{Navigation}</amp-sidebar>
            <article><h1>Harbour to be dredged</h1><amp-img src="x.jpg"></amp-img><p>{First}</p><amp-ad type="doubleclick"></amp-ad><p>{Second}</p><amp-social-share type="email"></amp-social-share><p>{Third}</p></article>
            <amp-consent><div>We use cookies on this page to show you advertisements that you like, as we must tell you.</div></amp-consent></body></html>
            """;

        foreach (var url in new[] { "https://post.example/amp/harbour", "https://post-example.cdn.ampproject.org/c/s/post.example/amp/harbour" })
        {
            var article = HtmlExtractor.Extract(Pages.Of(amp, url)).Article();
            (article.Url, article.Text).ShouldBe((Address, Whole));
        }
    }

    [Fact]
    public void Line_breaks_in_a_table_cell_separate_paragraphs_and_the_cells_beside_it_are_the_page() => TextOf($"""
        <body bgcolor="#ffffff"><table width="100%"><tr><td colspan="2"><a href="/">Home</a> | <a href="/town">Town</a> | <a href="/sport">Sport</a></td></tr><tr><td valign="top"><a href="/1">Tide times</a><br><a href="/2">Ferry times</a><br><a href="/3">Weather</a></td>
        <td><font size="5"><b>Harbour to be dredged</b></font><br><br>{First}<br><br>{Second}<br><br>{Third}<br><br></td></tr><tr><td colspan="2">© Example Post</td></tr></table></body>
        """).ShouldContain(Whole);

    [Fact]
    public void A_page_without_an_article_element_and_with_paragraphs_right_in_the_body_is_read() => TextOf($"""
        <body>{Navigation}<h1>Harbour to be dredged</h1><p>{First}</p><p>{Second}</p><p>{Third}</p><hr><p><a href="/">Home</a> <a href="/imprint">Imprint</a></p></body>
        """).ShouldBe(Whole);

    [Fact]
    public void Questions_in_bold_stay_beside_their_answers() => TextOf($"""
        <body><div class="entry-content"><p><strong>When does it begin?</strong></p><p>{First}</p><p><b>And who is glad?</b></p><p>{Second}</p></div></body>
        """).ShouldBe($"When does it begin?\n\n{First}\n\nAnd who is glad?\n\n{Second}");

    [Fact]
    public void A_promoted_list_goes_with_its_heading_and_a_list_of_the_article_stays() => TextOf($"""
        <body><div class="article-body"><p>{First}</p><ul><li>The eastern pier will be open to ferries only.</li></ul><p>{Second}</p><p>{Third}</p><h4>More great harbour stories</h4><ul><li>The strange life of the <a href="/x">lighthouse</a></li><li>How the <a href="/y">ferry</a> got its name</li></ul></div></body>
        """).ShouldBe($"{First}\n\nThe eastern pier will be open to ferries only.\n\n{Second}\n\n{Third}");

    [Theory]
    [InlineData("Reading time: 3 minutes")]
    [InlineData("3 min read")]
    [InlineData("Lesezeit: 3 Minuten")]
    [InlineData("* * *")]
    [InlineData("___")]
    [InlineData("Updated at 1:23 p.m.")]
    [InlineData("There is more where that came from. Sign up today to get the free daily newsletter delivered to your inbox.")]
    [InlineData("Twelve issues for ten pounds. Click here for more information.")]
    public void Lines_about_the_page_go(string line) => TextOf($"<body><div class='article-body'><p>{First}</p><p>{Second}</p><p>{line}</p><p>{Third}</p></div></body>").ShouldBe(Whole);

    [Theory]
    [InlineData("The council updated its plan on 3 May after a long debate.")]
    [InlineData("The minutes of the meeting fill 30 pages.")]
    public void Sentences_that_only_sound_like_them_stay(string line) => TextOf($"<body><div class='article-body'><p>{First}</p><p>{Second}</p><p>{line}</p><p>{Third}</p></div></body>").ShouldContain(line);
}
