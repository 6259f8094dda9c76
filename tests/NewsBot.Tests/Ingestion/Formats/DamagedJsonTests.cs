using System.Text;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion.Formats;

/// <summary>JSON that is not as it should be loses what is damaged and nothing else.</summary>
public sealed class DamagedJsonTests : IDisposable
{
    private const string One = """{"id":"1","title":"One","text":"The text of story one."}""";
    private const string Two = """{"id":"2","title":"Two","text":"The text of story two."}""";

    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Fact]
    public async Task A_broken_line_costs_only_itself_wherever_it_stands()
    {
        foreach (var (place, lines) in new[] { "{\"id\":\"x\",\n" + One + "\n" + Two, One + "\n{\"id\":\"x\"\n" + Two, One + "\n" + Two + "\n{\"id\":\"x\"" }.Index())
        {
            ingest.Write($"{place}.jsonl", lines);

            var summary = await ingest.IngestAsync(ingest.Folder.File($"in/{place}.jsonl"));

            summary.Articles.ShouldBe(["1", "2"]);
            summary.Failed.ShouldHaveSingleItem().Item.ShouldEndWith($".jsonl:{place + 1}");
        }
    }

    [Fact]
    public async Task A_line_that_is_too_long_costs_only_itself()
    {
        ingest.Options.MaximumDocumentBytes = 1_000_000;
        ingest.Write("a.jsonl", One + "\n{\"id\":\"x\",\"text\":\"" + new string('x', 5_000_000) + "\"}\n" + Two + "\n");

        var summary = await IngestAsync();

        summary.Articles.ShouldBe(["1", "2"]);
        var failed = summary.Failed.ShouldHaveSingleItem();
        failed.Item.ShouldEndWith("a.jsonl:2");
        failed.Reason.ShouldStartWith("the line is longer than 1.9 MB");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Lines_and_arrays_of_more_bytes_a_letter_are_read(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        ingest.Write("a.jsonl", [.. encoding.GetPreamble(), .. encoding.GetBytes(One.Replace("story", "ſtörý ✓"))]);
        ingest.Write("b.json", [.. encoding.GetPreamble(), .. encoding.GetBytes($"[{Two}]")]);

        var summary = await IngestAsync();

        summary.Articles.ShouldBe(["1", "2"]);
        ingest.Articles().ShouldContain(article => article.Text.Contains("ſtörý ✓"));
    }

    [Fact]
    public async Task Lines_of_two_bytes_a_letter_are_read_without_a_mark_too()
    {
        ingest.Write("a.jsonl", Encoding.Unicode.GetBytes(One + "\n" + Two));

        (await IngestAsync()).Articles.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Letters_of_an_older_encoding_stay_what_they_are()
    {
        ingest.Write("a.jsonl", Encoding.Latin1.GetBytes("""{"id":"1","title":"Café","text":"Le café de la gare est fermé depuis le début de l'été."}"""));

        await IngestAsync();

        ingest.Articles().Single().Text.ShouldBe("Le café de la gare est fermé depuis le début de l'été.");
    }

    [Theory]
    [InlineData("[{0}, {1}, {{\"id\": 3 \"title\": \"x\"}}]", "from here on it is not JSON (line 1, byte")]
    [InlineData("[\n{0},\n{1}\n,{{", "it ends in the middle")]
    [InlineData("[\n{0},\n{1}\n", "it ends in the middle")]
    [InlineData("[{0}, {1}] and more", "from here on it is not JSON")]
    [InlineData("[{0}, {1},\n\n  oops]", "from here on it is not JSON (line 3, byte 3)")]
    public async Task What_stands_before_a_mistake_in_an_array_is_read(string layout, string reason)
    {
        ingest.Write("a.json", layout.Replace("{{", "{").Replace("}}", "}").Replace("{0}", One).Replace("{1}", Two));

        var summary = await IngestAsync();

        summary.Articles.ShouldBe(["1", "2"]);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldContain(reason);
    }

    [Fact]
    public async Task Objects_that_span_lines_are_read_one_after_the_other()
    {
        ingest.Write("a.json", "\uFEFF" + One.Replace(",", ",\n  ").Replace("{", "{\n") + "\n" + Two.Replace(",", ",\n"));

        (await IngestAsync()).Articles.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task An_article_of_an_array_may_be_large_and_one_that_never_ends_is_given_up()
    {
        ingest.Options.MaximumDocumentBytes = 1_000_000;
        ingest.Write("a.json", "[" + One.Replace("text of", "text of " + new string('x', 1_500_000)) + ", {\"text\": \"" + new string('y', 3_000_000) + "\"}]");

        var summary = await IngestAsync();

        summary.Articles.ShouldBe(["1"]);
        summary.Failed.ShouldHaveSingleItem().Reason.ShouldStartWith("an article in it is longer than 1.9 MB, so the reading ends there");
    }

    private Task<IngestSummary> IngestAsync() => ingest.IngestAsync(ingest.Folder.File("in"));
}
