using System.Text.Json;
using NewsBot.Archive;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;
using NewsBot.Fakes.Measuring;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.EndToEnd.Commands;

/// <summary><c>extract</c> with the built program: the same article as the benchmark measures, and a page that people can read.</summary>
public sealed class ExtractTests : IDisposable
{
    private const string Address = "https://herald.example/harbour";

    private const string Page = """
        <html lang="en"><head><title>Harbour to be dredged | The Herald</title><link rel="canonical" href="https://herald.example/harbour"><meta property="article:section" content="Town"><meta property="article:tag" content="harbour">
        <meta property="og:site_name" content="The Herald"><meta property="article:published_time" content="2026-02-28T08:00:00Z"></head><body><nav><a href="/">Home</a></nav><article><h1>Harbour to be dredged</h1><div class="byline">By Ada Finch</div>
        <p>PORT EXAMPLE (AP) - The harbour of Port Example will be dredged from March, the council decided on Monday after a debate of four hours.</p>
        <p>"We have waited for ten years," said the harbour master, who had brought a bucket of mud to the meeting as evidence.</p><p>Ada Finch covers the harbour for The Herald.</p></article></body></html>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_give_the_same_articles_as_the_extractor_that_the_benchmark_measures()
    {
        var set = SharedData.PathOf("data", "html-extraction");
        Assert.SkipWhen(set.Length == 0, SharedData.AbsenceReason);
        var pages = MarkedPage.ReadAll(set).Where((_, number) => number % 4 == 0).ToList();
        var lines = _folder.File("pages.jsonl");
        await File.WriteAllLinesAsync(lines, pages.Select(page => JsonSerializer.Serialize(new { id = page.Id, file = Path.Combine(set, "html", page.Id + ".html.gz"), url = page.Url })));

        var run = await NewsBotProgram.RunAsync("extract", "--jsonl", lines, "--data", _folder.File("data"));

        run.ExitCode.ShouldBe(0, run.Errors);
        var results = run.JsonLines();
        results.Select(result => result.GetProperty("id").GetString()).ShouldBe(pages.Select(page => page.Id));
        foreach (var (page, result) in pages.Zip(results))
        {
            var measured = HtmlExtractor.Extract(new Document { Bytes = page.Html, Url = page.Url, ContentType = "text/html", FetchedAt = TimeProvider.System.GetUtcNow(), Name = page.Id })
                .ShouldBeOfType<ExtractionResult.Extracted>().Article;
            result.GetProperty("text").GetString().ShouldBe(measured.Text);
            result.GetProperty("title").GetString().ShouldBe(measured.Title);
            result.GetProperty("published").GetString().ShouldBe(measured.Published?.ToString());
        }
    }

    [Fact]
    public async Task A_page_is_shown_as_an_article_with_what_is_known_of_it()
    {
        await File.WriteAllTextAsync(_folder.File("page.html"), Page);

        var run = await NewsBotProgram.RunAsync("extract", _folder.File("page.html"), "--data", _folder.File("data"));

        run.ExitCode.ShouldBe(0, run.Errors);
        var output = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in new[] { "Harbour to be dredged", "Ada Finch", "The Herald", "28 Feb 2026", Address, "First published by Associated Press", "Town: harbour", "Of the author: Ada Finch covers", "bucket of mud" })
        {
            output.ShouldContain(part);
        }

        output.ShouldNotContain("Home");
    }

    [Fact]
    public async Task The_json_holds_the_contracts_fields_and_those_that_were_added()
    {
        await File.WriteAllTextAsync(_folder.File("page.html"), Page);

        var article = (await NewsBotProgram.RunAsync("extract", _folder.File("page.html"), "--json", "--data", _folder.File("data"))).Json();

        article.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal).ShouldBe(
            ["author_note", "authors", "language", "modified", "published", "section", "source", "syndicated_from", "tags", "text", "title", "url"]);
        article.GetProperty("syndicated_from").GetString().ShouldBe("Associated Press");
        article.GetProperty("tags")[0].GetString().ShouldBe("harbour");
        article.GetProperty("modified").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
