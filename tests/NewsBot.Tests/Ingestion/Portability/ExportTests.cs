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
        var path = second.Write("export.jsonl.gz", []);
        await using (var file = File.Create(path))
        {
            (await ArchiveExport.WriteAsync(first.Store, ArchiveName.Default, file, TestContext.Current.CancellationToken)).ShouldBe(5);
        }

        var summary = await second.IngestAsync(path);

        summary.Failed.ShouldBeEmpty();
        Contents(second).ShouldBe(Contents(first));
    }

    private static List<string> Contents(IngestFixture archive) => [.. archive.Store.List(ArchiveName.Default).OrderBy(article => article.Id)
        .SelectMany(article => archive.Store.History(ArchiveName.Default, article.Id))
        .Select(version => $"{version.Id} {version.Version} {version.StoredAt:O} {version.Standing} {version.Content with { Authors = [] }} {string.Join('|', version.Content.Authors)}")];
}
