using NewsBot.Ingestion.Extraction;
using static NewsBot.Tests.Ingestion.Extraction.HarbourStory;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>Layouts that real sites use, rebuilt small; each has the clutter that goes with it.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void Captions_share_bars_related_links_and_newsletter_boxes_go() => TextOf($"""
        <body><nav>{Navigation}</nav><article><h1>Harbour to be dredged</h1><div class="byline">By Ada Finch</div><div class="share-buttons">Share <a href="#">Tweet</a></div>
        <p>{First}</p><figure><img src="x.jpg"><figcaption>The dredger in the old harbour, seen on Tuesday. Photo: Tom Reed</figcaption></figure>
        <p>{Second}</p><div class="newsletter-box"><p>Get the harbour news every morning, delivered to your inbox before breakfast.</p></div>
        <p>{Third}</p><div class="related-articles"><h3>Related</h3><ul><li><a href="/a">Ferry breaks down again</a></li></ul></div></article>
        <footer><p>© Example Post. All rights reserved.</p></footer></body>
        """).ShouldBe(Whole);

    [Fact]
    public void Two_line_breaks_separate_paragraphs() => TextOf($"""
        <body><div>{Navigation}</div><div id="text"><h1>Harbour to be dredged</h1>{First}<br><br>{Second}<br /> <br />{Third}</div></body>
        """).ShouldBe(Whole);

    [Fact]
    public void A_table_that_lays_the_page_out_is_no_table() => TextOf($"""
        <body><table><tr><td>{Navigation}</td></tr><tr><td width="20%"><a href="/x">Tide times</a><br><a href="/y">Ferry times</a></td>
        <td><h1>Harbour to be dredged</h1><p>{First}</p><p>{Second}</p><p>{Third}</p></td></tr></table></body>
        """).ShouldBe(Whole);

    [Fact]
    public void A_table_of_figures_becomes_lines() => TextOf($"""
        <body><div class="post-content"><p>{First}</p><p>{Second}</p><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>1.2 million</td></tr></table><p>{Third}</p></div></body>
        """).ShouldBe($"{First}\n\n{Second}\n\nYear | Cost\n\n2023 | 1.2 million\n\n{Third}");

    [Fact]
    public void Teasers_of_other_articles_are_not_the_article_even_where_they_are_longer() => TextOf($"""
        <body><div class="page"><h1>Harbour to be dredged</h1><div><p>{First}</p><p>{Second}</p><p>{Third}</p></div><div>
        {string.Concat(Enumerable.Range(1, 9).Select(i => $"<div><h3><a href='/t{i}'>Another story about the number {i} tram</a></h3><p>The tram number {i} has been late on every day of this week, the operator said, and asked its passengers for patience.</p></div>"))}
        </div></div></body>
        """).ShouldBe(Whole);

    [Fact]
    public void A_name_that_speaks_of_something_beside_the_text_does_not_remove_the_text() => TextOf($"""
        <body class="single comments-open has-sidebar"><div class="content-with-sidebar"><div class="main-and-newsletter"><p>{First}</p><p>{Second}</p><p>{Third}</p></div>
        <div class="sidebar"><p>The Example Post has been printed since 1890 and is read in every house of the harbour quarter.</p></div></div></body>
        """).ShouldBe(Whole);

    [Fact]
    public void A_live_blog_keeps_its_posts_in_the_order_of_the_page()
    {
        var text = TextOf($"""
            <body><main><h1>Council night, live</h1>{string.Concat(Enumerable.Range(1, 4).Select(i => $"<section class='post' id='p{i}'><time>8.0{i} p.m.</time><h2>Vote number {i}</h2><p>The council has voted for item {i} of its long list, with two members against and one asleep.</p><a href='#p{i}'>Link</a></section>"))}</main></body>
            """);

        text.ShouldContain("Vote number 1\n\nThe council has voted for item 1");
        text.IndexOf("item 1", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("item 4", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_whose_items_begin_with_links_stays() => TextOf($"""
        <body><div class="article-body"><p>{First}</p><ul><li><a href="/one">The eastern pier</a> will be open to ferries only, from six in the morning.</li><li><a href="/two">The western pier</a> will be closed to everybody until the autumn.</li></ul><p>{Third}</p></div></body>
        """).ShouldContain("The eastern pier will be open to ferries only");

    [Fact]
    public void A_quoted_post_of_a_network_is_part_of_the_article() => TextOf($"""
        <body><div class="article-body"><p>{First}</p><div class="social-embed"><blockquote class="twitter-tweet"><p>I have never seen so much mud in one bucket.</p>— Harbour watcher</blockquote></div><p>{Third}</p></div></body>
        """).ShouldContain("so much mud in one bucket");

    [Fact]
    public void A_body_in_two_parts_with_an_advertisement_between_is_put_together() => TextOf($"""
        <body><div class="wrap"><div class="article-body"><p>{First}</p></div><div class="ad-slot">Advertisement</div><div class="article-body"><p>{Second}</p><p>{Third}</p></div></div></body>
        """).ShouldBe(Whole);

    [Fact]
    public void A_hidden_copy_of_the_text_is_not_said_twice() => TextOf($"""
        <body><div style="display:none" itemprop="articleBody">{First} {Second} {Third}</div><div class="story"><p>{First}</p><p>{Second}</p><p>{Third}</p></div></body>
        """).ShouldBe(Whole);

    [Fact]
    public void Lines_that_advertise_the_site_go_and_sentences_that_only_sound_like_it_stay() => TextOf($"""
        <body><div class="post-content"><p>{First}</p><p>To read more, click here.</p><p>Advertisement</p><p>Read more: <a href="/x">Ferry breaks down</a></p>
        <p>Subscribe to our newsletter</p><p>{Second}</p><p>{Third}</p><p>(Reporting by Ada Finch; editing by Tom Reed)</p></div></body>
        """).ShouldBe(Whole);

    [Fact]
    public void A_page_names_its_canonical_address_without_tracking()
    {
        var page = Page($"<body><div class=\"post-content\"><p>{First}</p><p>{Second}</p></div></body>", "<link rel=\"canonical\" href=\"/harbour?utm_source=amp\">");

        HtmlExtractor.Extract(Pages.Of(page, "https://amp.example.org/harbour.amp")).Article().Url.ShouldBe("https://amp.example.org/harbour");
    }

    [Fact]
    public void A_paywalls_teaser_is_marked_as_truncated()
    {
        var teaser = Page($"<body><article><h1>Harbour to be dredged</h1><p>{First}</p><p>The harbour master was …</p><div>Already a subscriber? Log in to read on.</div></article></body>");

        HtmlExtractor.Extract(Pages.Of(teaser)).Article().IsTruncated.ShouldBeTrue();
        HtmlExtractor.Extract(Pages.Of(Page($"<body><p>{First}</p><p>{Second}</p></body>"))).Article().IsTruncated.ShouldBeFalse();
    }
}
