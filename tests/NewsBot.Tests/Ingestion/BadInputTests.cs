using System.IO.Compression;
using System.Text;
using NewsBot.Archive;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion;

/// <summary>Whatever is wrong with what is ingested, the reason says what it is and what to do, and nothing else suffers.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Fact]
    public async Task A_missing_path_is_named() => (await FailureOf(ingest.Folder.File("nowhere"))).ShouldBe("there is no such file or folder; check the path");

    [Fact]
    public async Task An_empty_folder_says_so() => (await FailureOf(ingest.Folder.File("in"))).ShouldContain("holds no files");

    [Theory]
    [InlineData("a.html", "", "empty")]
    [InlineData("a.jsonl.gz", "", "empty")]
    [InlineData("a.json", "{\"title\":\"T\"}", "give it as 'content', 'text' or 'body'")]
    [InlineData("a.json", "[1]", "not an object")]
    [InlineData("a.json", "{\"title\":", "it ends in the middle")]
    [InlineData("a.json", "{\"title\": \"T\" \"text\": \"B\"}", "from here on it is not JSON (line 1, byte 15)")]
    [InlineData("a.jsonl", "{\"title\":\"T\",\"text\":\"B\"", "it ends in the middle")]
    [InlineData("a.json", "{\"title\":\"T\",\"text\":\"B.\",\"published\":\"soon\"}", "'soon' is no date; write it as YYYY-MM-DD")]
    [InlineData("a.xml", "<catalogue><book/></catalogue>", "not readable as a feed")]
    [InlineData("a.xml", "<rss version='2.0'><channel><title>T</title></channel></rss>", "no entries")]
    [InlineData("a.pdf", "%PDF-1.4 nothing more", "not readable as PDF")]
    [InlineData("a.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nshort", "ends inside this record")]
    [InlineData("a.txt", "Title alone\n\nBy Nobody\n", "add the article's text")]
    public async Task Each_kind_of_damage_has_its_own_reason(string name, string text, string reason)
    {
        ingest.Write(name, text);

        (await FailureOf(ingest.Folder.File("in"))).ShouldContain(reason);
    }

    [Theory]
    [InlineData("""{"title":"T","text":"B"}""", "JSON")]
    [InlineData("<rss version='2.0'><channel><title>T</title></channel></rss>", "a feed")]
    [InlineData("<urlset><url><loc>https://a.example/1</loc></url></urlset>", "a sitemap or a list of addresses")]
    [InlineData("%PDF-1.4", "a PDF file")]
    [InlineData("WARC/1.0\r\n", "a web archive")]
    public async Task What_is_no_page_is_not_stored_as_one_however_it_is_called(string text, string what)
    {
        var request = new IngestRequest { Archive = ArchiveName.Default, Targets = [ingest.Write("a", text)], Kind = "page" };

        var summary = await ingest.Pipeline.IngestToEndAsync(request, progress: null, TestContext.Current.CancellationToken);

        summary.Failed.Single().Reason.ShouldBe($"it is {what}, not a web page; ingest it by itself, without --kind page");
    }

    [Fact]
    public async Task A_pipe_in_a_folder_keeps_nobody_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        ingest.Write("story.txt", "Title\n\nText.");
        using var made = System.Diagnostics.Process.Start("mkfifo", ingest.Folder.File("in/pipe"));
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        (summary.Added, summary.Failed.Single().Reason).ShouldBe((1, "it is empty; fetch or write it again"));
    }

    [Theory]
    [InlineData("picture.html")]
    [InlineData("program.txt")]
    [InlineData("data.md")]
    [InlineData("thing.bin")]
    public async Task Bytes_that_are_no_text_are_called_so_whatever_their_name(string name)
    {
        ingest.Write(name, [.. Enumerable.Range(0, 2_000).Select(number => (byte)(number * 7))]);

        (await FailureOf(ingest.Folder.File("in"))).ShouldMatch("binary|no kind of file");
    }

    [Fact]
    public async Task A_packed_file_that_ends_in_the_middle_keeps_what_came_before()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 5_000).Select(number => $$"""{"id":"{{number}}","title":"Story {{number}}","text":"Text {{number * 7919}} of story."}"""));
        ingest.Write("a.jsonl.gz", Packed(lines)[..20_000]);

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Added.ShouldBeGreaterThan(500);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldBe("it is damaged or ends in the middle; fetch it again");
    }

    [Fact]
    public async Task A_page_of_fifty_megabytes_is_refused_without_filling_the_memory()
    {
        ingest.Write("a.html", "<html><body>" + new string('x', 50_000_000));

        (await FailureOf(ingest.Folder.File("in"))).ShouldBe("it is larger than 20 MB; raise Ingestion:MaximumDocumentBytes if it is one article or a feed");
    }

    [Fact]
    public async Task A_small_file_that_unpacks_without_end_is_stopped()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < 60; i++)
            {
                await gzip.WriteAsync(Encoding.UTF8.GetBytes(new string(' ', 1_000_000)));
            }
        }

        ingest.Write("a.txt.gz", bomb.ToArray());

        (await FailureOf(ingest.Folder.File("in"))).ShouldMatch("MaximumUnpackingRatio|larger than");
    }

    [Fact]
    public async Task Names_in_a_zip_file_lead_nowhere()
    {
        ingest.Write("a.zip", Zip(("../../evil.txt", "Evil\n\nA text with a bad name."), ("good.txt", "Good\n\nA text."), ("inner/page.html", "")));

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Added.ShouldBe(1);
        summary.Failed.Single().Reason.ShouldContain("leads out of the zip file");
        File.Exists(ingest.Folder.File("evil.txt")).ShouldBeFalse();
        Directory.GetFiles(ingest.Folder.Path, "evil*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Zip_files_in_zip_files_end_somewhere()
    {
        var zip = Zip(("a.txt", "A\n\nText."));
        for (var depth = 0; depth < 5; depth++)
        {
            zip = Zip(("next.zip", zip));
        }

        ingest.Write("deep.zip", zip);

        (await FailureOf(ingest.Folder.File("in"))).ShouldContain("too deep");
    }

    [Theory]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("windows-1252", "utf-8")]
    public async Task A_wrong_charset_label_does_not_spoil_the_letters(string written, string label)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = $"<html><head><meta charset='{label}'><title>Café</title></head><body><article><h1>Café öffnet</h1><p>Die Bürgermeisterin Zoë Müller eröffnete am Montag das Café an der Mühlstraße mit einer langen Rede.</p><p>Über hundert Gäste kamen und aßen Käsekuchen bis in den späten Abend hinein.</p></article></body></html>";
        ingest.Write("a.html", Encoding.GetEncoding(written).GetBytes(page));

        await ingest.IngestAsync(ingest.Folder.File("in"));

        ingest.Articles().Single().Text.ShouldContain("Zoë Müller");
    }

    [Fact]
    public async Task Broken_utf8_in_a_line_costs_only_its_letters()
    {
        ingest.Write("a.jsonl", [.. "{\"title\":\"T\",\"text\":\"Caf"u8, 0xE9, .. " opens.\"}\n{\"title\":\"U\",\"text\":\"Fine.\"}\n"u8]);

        (await ingest.IngestAsync(ingest.Folder.File("in"))).Added.ShouldBe(2);
    }

    [Fact]
    public async Task Text_with_control_characters_and_mentions_is_kept_as_harmless_text()
    {
        ingest.Write("a.jsonl", """{"id":"a","title":"@everyone \u0000","text":"<script>alert(1)</script> \u0000\u202E[x](http://y) @here"}""");

        await ingest.IngestAsync(ingest.Folder.File("in"));

        var article = ingest.Articles().Single();
        article.Title.ShouldBe("@everyone");
        article.Text.ShouldBe("<script>alert(1)</script> \u202E[x](http://y) @here");
    }

    [Fact]
    public async Task A_text_that_no_article_can_be_is_refused_and_what_stands_beside_it_is_kept()
    {
        ingest.Write("a.jsonl", """{"id":"a","text":"The first."}""" + "\n{\"id\":\"b\",\"text\":\"" + new string('x', 10_000_001) + "\"}\n" + """{"id":"c","text":"The last."}""");

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Articles.ShouldBe(["a", "c"]);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldBe("the text has more than 10 million characters, which no article has; part it into its articles");
    }

    [Fact]
    public async Task A_full_disk_pauses_the_job_with_a_clear_message_and_it_goes_on_later()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 1_500).Select(number => $$"""{"id":"{{number}}","title":"Story {{number}}","text":"{{new string('x', 400)}} {{number}}."}"""));
        var path = ingest.Write("many.jsonl", lines);
        ingest.Store.LimitSize(pages: 150);

        var full = await Should.ThrowAsync<ArchiveUnavailableException>(() => ingest.IngestAsync(path));

        full.Message.ShouldContain("free space");
        ingest.Store.LimitSize(pages: 1_000_000);
        var summary = await ingest.IngestAsync(path);
        (summary.Added, summary.Failed.Count).ShouldBe((1_500, 0));
        ingest.Store.Jobs.List().Count.ShouldBe(1);
    }

    [Fact]
    public void An_unknown_kind_lists_the_known_ones() =>
        Should.Throw<ArgumentException>(() => TargetKinds.Parse("video")).Message.ShouldContain("auto, page, feed, sitemap, warc, json");

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, object Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        }

        return bytes.ToArray();
    }

    private async Task<string> FailureOf(string target)
    {
        var summary = await ingest.IngestAsync(target);
        summary.Succeeded.ShouldBeFalse();
        return summary.Failed.Single().Reason;
    }
}
