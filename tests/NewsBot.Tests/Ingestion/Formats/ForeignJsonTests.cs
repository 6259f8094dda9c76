using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion.Formats;

/// <summary>JSON as other systems write it.</summary>
public sealed class ForeignJsonTests : IDisposable
{
    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Theory]
    [InlineData("""{"status":"ok","totalResults":2,"articles":[{"id":"1","title":"One","content":"The text of story one."},{"id":"2","title":"Two","content":"The text of story two."}]}""")]
    [InlineData("{\"response\":{\"docs\":[{\"id\":1,\"text\":\"The text of story one.\"},\n{\"id\":2,\"text\":\"The text of story two.\"}],\n\"hits\":2}}")]
    [InlineData("{\"articles\":[{\"id\":\"1\",\"text\":\"The text of story one.\"}]}\n{\"articles\":[{\"id\":\"2\",\"text\":\"The text of story two.\"}]}")]
    public async Task The_list_inside_of_an_answer_is_read(string json)
    {
        ingest.Write("a.json", json);

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Articles.ShouldBe(["1", "2"]);
        summary.Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_object_in_the_list_that_is_no_article_is_named_by_its_place()
    {
        ingest.Write("a.json", """{"articles":[{"id":"1","text":"The text of story one."},{"id":"2"}]}""");

        var summary = await ingest.IngestAsync(ingest.Folder.File("in"));

        summary.Articles.ShouldBe(["1"]);
        summary.Failed.ShouldHaveSingleItem().Item.ShouldEndWith("/2");
    }

    [Fact]
    public async Task An_article_with_lists_of_objects_beside_its_text_is_one_article()
    {
        ingest.Write("a.json", """{"id":"1","text":"The text of story one.","images":[{"text":"A bridge."}]}""");

        (await ingest.IngestAsync(ingest.Folder.File("in"))).Articles.ShouldBe(["1"]);
    }

    [Fact]
    public async Task Names_of_other_systems_and_texts_in_html_are_understood()
    {
        ingest.Write("a.json", """
            [{"id":7,"date":"2024-03-05T09:30:00","link":"https://example.org/7","title":{"rendered":"Bridge &amp; ferry"},"content":{"rendered":"<p>The bridge opens on Friday.</p>\n<p>The ferry stops.</p>"}},
             {"id":8,"publishedAt":"2024-03-06T10:00:00Z","source":{"id":null,"name":"Harbour Gazette"},"title":"Mill","articleBody":"The mill burned down.","inLanguage":"en-GB"}]
            """);

        await ingest.IngestAsync(ingest.Folder.File("in"));

        var (bridge, mill) = (ingest.Articles().Single(article => article.PublicId == "7"), ingest.Articles().Single(article => article.PublicId == "8"));
        (bridge.Title, bridge.Text, bridge.Url).ShouldBe(("Bridge & ferry", "The bridge opens on Friday.\n\nThe ferry stops.", "https://example.org/7"));
        bridge.Published!.Value.ToString().ShouldStartWith("2024-03-05");
        (mill.Source, mill.Text).ShouldBe(("Harbour Gazette", "The mill burned down."));
        mill.Published!.Value.ToString().ShouldStartWith("2024-03-06");
    }
}
