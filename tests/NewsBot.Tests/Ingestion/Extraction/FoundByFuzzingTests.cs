using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>What damaged files once broke, each as the smallest file that did.</summary>
public sealed class FoundByFuzzingTests : IDisposable
{
    private const string Story = "<p>The ferry was late on Monday, and nobody at the pier was surprised to hear of it.</p><p>It had been late before, said the master of the harbour.</p>";

    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"Ferry late \ud83d"}""")]
    [InlineData("""{"@type":"NewsArticle","headline":"Ferry late \ude00"}""")]
    [InlineData("""{"@type":"NewsArticle","headline":"Ferry late","\ud800":1,"author":{"@id":"\ud800"}}""")]
    public void Half_a_character_in_structured_data_goes_and_the_rest_counts(string json) =>
        HtmlExtractor.Extract(Pages.Of($"<script type='application/ld+json'>{json}</script><body>{Story}")).Article().Title.ShouldBe("Ferry late");

    [Fact]
    public void A_whole_character_in_two_escapes_stays() =>
        HtmlExtractor.Extract(Pages.Of($$"""<script type='application/ld+json'>{"@type":"NewsArticle","headline":"Ferry \ud83d\ude00 \\ud83d late"}</script><body>{{Story}}""")).Article().Title.ShouldBe("Ferry \U0001F600 \\ud83d late");

    [Theory]
    [InlineData("a.jsonl", """{"title":"Ferry late \ud83d","text":"The ferry was late."}""")]
    [InlineData("a.json", """[{"title":"Ferry late \ud83d","text":"The ferry was late."}]""")]
    [InlineData("a.json", """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Ferry late \ud83d","content_text":"The ferry was late."}]}""")]
    public async Task Half_a_character_in_json_costs_only_itself(string name, string json)
    {
        ingest.Write(name, json);

        (await ingest.IngestAsync(ingest.Folder.File("in"))).Failed.ShouldBeEmpty();

        ingest.Articles().Single().Title.ShouldBe("Ferry late");
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_in_an_array_of_json_cost_only_themselves()
    {
        ingest.Write("a.json", [.. "[{\"title\":\"Ferry\",\"text\":\"Caf"u8, 0xE9, .. " opens.\"},\n{\"title\":\"Bridge\",\"text\":\"Fine.\"}]"u8]);

        (await ingest.IngestAsync(ingest.Folder.File("in"))).Added.ShouldBe(2);
    }

    [Theory]
    [InlineData("<title>")]
    [InlineData("<noembed>")]
    [InlineData("<noframes>")]
    public void What_no_browser_shows_is_no_text(string open)
    {
        var text = HtmlExtractor.Extract(Pages.Of("<body><article>" + Story + open + "<p>Hidden words of a template that never ends and that nobody sees.</p></article>")).Article().Text;

        text.ShouldContain("master of the harbour");
        text.ShouldNotContain("Hidden words");
    }

    [Fact]
    public void Names_are_kept_in_the_normal_form_of_text()
    {
        var article = HtmlExtractor.Extract(Pages.Of($"<meta name=author content='Zoe\u0308 Finch'><meta property='og:site_name' content='Ku\u0308sten&#7;bote'><title>Fa\u0308hre</title><body>{Story}")).Article();

        article.Authors.ShouldBe(["Zoë Finch"]);
        article.Source.ShouldBe("Küstenbote");
        article.Title.ShouldBe("Fähre");
    }

    [Fact]
    public void A_paragraph_that_begins_like_a_head_line_is_text()
    {
        var paragraph = "Source: the " + string.Concat(Enumerable.Repeat("harbour and its master, who tells it to whoever asks him, ", 12)) + "as he always did.";

        var article = TextExtractor.Extract(Pages.Of("Ferry late\n\nBy Ada Finch\n\n" + paragraph)).Article();

        article.Source.ShouldBeNull();
        article.Text.ShouldBe(paragraph);
    }

    [Fact]
    public void Entities_in_markdown_bring_no_control_characters_into_the_text() =>
        MarkdownExtractor.Extract(Pages.Of("Ferry late\n\nThe ferry&#7; was&#x2028; late, u&#x308;ber an hour.\n")).Article().Text.ShouldBe("The ferry was\u2028 late, über an hour.");

    [Fact]
    public void A_host_that_no_name_may_have_is_a_host_all_the_same()
    {
        var page = $"<link rel=canonical href='https://post\uFFFD\u2FFE.example/2024/a'><body>{Story}";

        HtmlExtractor.Extract(Pages.Of(page, "https://x\u2FFE.example/a")).Article().Text.ShouldContain("master of the harbour");
        CanonicalUrl.Key("https://x\u2FFE.example/a").ShouldContain("example/a");
    }

    [Fact]
    public async Task A_damaged_body_in_a_web_archive_is_taken_as_it_is_and_the_next_record_is_read()
    {
        ingest.Write("a.warc", Record("br", Encoding.UTF8.GetBytes("<html><body>" + Story)) + Record("identity", Encoding.UTF8.GetBytes("<html><body>" + Story.Replace("Monday", "Tuesday", StringComparison.Ordinal))));

        (await ingest.IngestAsync(ingest.Folder.File("in"))).Failed.ShouldBeEmpty();

        ingest.Articles().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_bomb_in_a_web_archive_is_a_failed_item_and_the_next_record_is_read()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[30_000_000]);
        }

        ingest.Write("a.warc", [.. Encoding.Latin1.GetBytes(Record("gzip", packed.ToArray())), .. Encoding.Latin1.GetBytes(Record("identity", Encoding.UTF8.GetBytes("<html><body>" + Story)))]);

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Added.ShouldBe(1);
        summary.Failed.Single().Reason.ShouldMatch("as a bomb does; if it is to be trusted, raise Ingestion:MaximumUnpackingRatio");
    }

    private static string Record(string encoding, byte[] body)
    {
        var block = $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\n\r\n{Encoding.Latin1.GetString(body)}";
        return string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{encoding}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n{block}\r\n\r\n");
    }

    [Fact]
    public async Task A_feed_whose_text_is_built_to_be_expensive_says_to_read_the_page()
    {
        var bomb = string.Concat(Enumerable.Range(0, 900).Select(i => $"<b id='{i}'><i id='{i}'><p>x"));
        ingest.Write("a.xml", $"<rss version='2.0'><channel><title>Post</title><item><title>Ferry</title><description><![CDATA[{bomb}]]></description></item></channel></rss>");

        (await ingest.IngestAsync(ingest.Folder.File("in"))).Failed.Single().Reason.ShouldBe("the entry's text is empty; ingest the linked page itself");
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a **b ")]
    public void Markdown_that_nests_without_end_is_text_or_has_a_reason(string mark)
    {
        var markdown = "Ferry late\n\n" + string.Concat(Enumerable.Repeat(mark, 20_000)) + "The ferry was late.\n\nNobody was surprised.\n";

        var result = MarkdownExtractor.Extract(Pages.Of(markdown));

        if (result is ExtractionResult.NotAnArticle refused)
        {
            refused.Reason.ShouldBe("the Markdown nests its marks without end; save it as plain text and ingest that");
        }
        else
        {
            result.Article().Text.ShouldEndWith("Nobody was surprised.");
        }
    }
}
