using NewsBot.Archive;
using NewsBot.Ingestion;

namespace NewsBot.Tests.Ingestion.Portability;

public sealed class ExportTests : IDisposable
{
    private readonly IngestFixture first = new();
    private readonly IngestFixture second = new();

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task An_exported_archive_is_read_back_to_the_same_archive()
    {
        var text = string.Join(' ', Enumerable.Repeat("The council approved the tunnel on Monday after a long debate about 64 beds.", 6));
        first.Store.Store(ArchiveName.Default,
        [
            new ArticleContent { Title = "Tunnel", Text = text, Url = "https://herald.example/a", Source = "Herald", Authors = ["Ada Quill", "Ben Ito"], Published = NewsTime.OfDay(new DateOnly(2024, 3, 5)), Language = "en" },
            new ArticleContent { Title = "Tunnel, too", Text = text, ExternalId = "b", SyndicatedFrom = "Herald", Published = NewsTime.OfDay(new DateOnly(2024, 3, 5)), IsTruncated = true, Extractor = "html/3" },
            new ArticleContent { Title = "CORRECTED - Tunnel", Text = text.Replace("64", "46"), ExternalId = "c", Modified = NewsTime.OfDay(new DateOnly(2024, 3, 6)) },
            new ArticleContent { Title = "No name", Text = "A text without an id or an address." },
        ]);
        first.Store.Store(ArchiveName.Default, [new ArticleContent { Title = "Tunnel", Text = text.Replace("64", "65"), Url = "https://herald.example/a", Source = "Herald" }]);
        var summary = await ExportAndIngestAsync(withDocuments: false);

        summary.Failed.ShouldBeEmpty();
        Contents(second).ShouldBe(Contents(first));
    }

    [Fact]
    public async Task An_export_that_is_read_again_adds_no_version()
    {
        var story = new ArticleContent { Title = "Beds", Text = "The wing has 64 beds.", ExternalId = "a" };
        foreach (var beds in new[] { "64", "46", "48", "46" })
        {
            first.Store.Store(ArchiveName.Default, [story with { Text = story.Text.Replace("64", beds) }]);
        }

        await ExportAndIngestAsync(withDocuments: false);
        var again = await ExportAndIngestAsync(withDocuments: false);

        (again.Updated, again.Unchanged).ShouldBe((0, 4));
        Contents(second).ShouldBe(Contents(first));
    }

    [Fact]
    public async Task What_is_left_of_removed_articles_goes_along_and_their_version_numbers_are_not_used_again()
    {
        var story = new ArticleContent { Title = "Tunnel", Text = "The council approved the tunnel.", ExternalId = "a" };
        first.Store.Store(ArchiveName.Default, [story, story with { ExternalId = "b" }, story with { ExternalId = null, Url = "https://herald.example/a" }]);
        first.Store.Store(ArchiveName.Default, [story with { ExternalId = "b", Text = "The council approved the tunnel again." }]);
        foreach (var article in first.Articles())
        {
            first.Store.Remove(ArchiveName.Default, article.Id, "a court said so");
        }

        first.Store.Store(ArchiveName.Default, [story with { ExternalId = "b", Text = "The council approved the tunnel at last." }]);

        var summary = await ExportAndIngestAsync(withDocuments: false);

        (summary.Added, summary.Unchanged, summary.Removed, summary.Failed.Count).ShouldBe((1, 0, 2, 0));
        (await ExportAndIngestAsync(withDocuments: false)).ShouldSatisfyAllConditions(again => again.Removed.ShouldBe(0), again => again.Unchanged.ShouldBe(3));
        second.Articles().Single().Version.ShouldBe(3);
        Contents(second).ShouldBe(Contents(first));
        foreach (var change in first.Store.ChangesAfter(ArchiveName.Default, 0, 10).Where(change => change.Article is null))
        {
            second.Store.FindTombstone(ArchiveName.Default, change.ArticleId).ShouldBe(first.Store.FindTombstone(ArchiveName.Default, change.ArticleId).ShouldNotBeNull());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_bytes_that_articles_were_read_from_go_along_where_that_is_wanted(bool withDocuments)
    {
        await first.IngestAsync(first.Write("page.txt", "Title\n\nA text that was read from a file."));

        await ExportAndIngestAsync(withDocuments);

        var (before, after) = (first.Store.DocumentOf(ArchiveName.Default, first.Articles().Single().Id)!, second.Store.DocumentOf(ArchiveName.Default, second.Articles().Single().Id));
        (after is null ? null : after with { Bytes = [] }).ShouldBe(withDocuments ? before with { Bytes = after!.Bytes.SequenceEqual(before.Bytes) ? [] : before.Bytes } : null);
        Contents(second).ShouldBe(Contents(first));
    }

    [Fact]
    public async Task An_export_that_does_not_come_to_its_end_leaves_the_one_before_it_and_no_other_file()
    {
        first.Store.Store(ArchiveName.Default, [new ArticleContent { Title = "Tunnel", Text = "The council approved the tunnel." }]);
        var path = second.Write("export.jsonl.gz", "the export of yesterday");

        await Should.ThrowAsync<OperationCanceledException>(() => ArchiveExport.WriteAsync(first.Store, ArchiveName.Default, path, withDocuments: false, new CancellationToken(canceled: true)));
        var missing = await Should.ThrowAsync<ArchiveUnavailableException>(
            () => ArchiveExport.WriteAsync(first.Store, ArchiveName.Default, path + "/inside", withDocuments: false, TestContext.Current.CancellationToken));

        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe("the export of yesterday");
        missing.Message.ShouldEndWith("Choose another place, or free space there.");
    }

    private async Task<IngestSummary> ExportAndIngestAsync(bool withDocuments)
    {
        var path = second.Write("export.jsonl.gz", []);
        await using (var file = File.Create(path))
        {
            await ArchiveExport.WriteAsync(first.Store, ArchiveName.Default, file, withDocuments, TestContext.Current.CancellationToken);
        }

        return await second.IngestAsync(path);
    }

    private static List<string> Contents(IngestFixture archive) => [.. archive.Store.List(ArchiveName.Default).OrderBy(article => article.Id)
        .SelectMany(article => archive.Store.History(ArchiveName.Default, article.Id))
        .Select(version => $"{version.Id} {version.Version} {version.StoredAt:O} {version.Standing} {version.Content with { Authors = [] }} {string.Join('|', version.Content.Authors)}")];
}
