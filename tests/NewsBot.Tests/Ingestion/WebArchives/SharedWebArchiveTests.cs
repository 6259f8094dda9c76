using NewsBot.Fakes;

namespace NewsBot.Tests.Ingestion.WebArchives;

public sealed class SharedWebArchiveTests : IDisposable
{
    private readonly IngestFixture ingest = new();

    public void Dispose() => ingest.Dispose();

    [Fact]
    public async Task Good_and_broken_archives_are_all_read_as_far_as_they_can_be()
    {
        var folder = SharedData.PathOf("data", "warc");
        Assert.SkipWhen(folder.Length == 0, SharedData.AbsenceReason);

        var summary = await ingest.IngestAsync(folder);

        // Whether a page that was read is an article is the extractor's business; its name ends with its address.
        summary.Failed.Where(failure => !failure.Item.Contains(" http")).Select(failure => Path.GetRelativePath(folder, failure.Item)).ShouldBe(
        [
            "jwarc/gzip_extra_sl.warc.gz",
            "py-wacz/invalid_example_1.wacz!/datapackage.json#1",
            "warcio/bad.arc#1",
            "warcio/bad.arc#3",
            "warcio/example-digest.warc",
            "warcio/example-space-in-target-uri.warc.gz",
            "warcio/example-space-in-url.arc#2",
            "warcio/example-trunc.warc#4",
            "warcio/post-test.warc.gz",
        ]);
        ingest.Store.Jobs.Items(1).Count(item => item.Name.Contains(" http")).ShouldBe(35);
    }
}
