using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsBot.Archive;
using NewsBot.Retrieval;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval;

/// <summary>The index is derived: whatever happens to its files, the store's articles are found again.</summary>
public class IndexRecoveryTests
{
    private static readonly ArticleContent[] Articles =
        [.. Enumerable.Range(0, 50).Select(i => Article($"a{i}", $"Headline {i}", $"The mayor spoke about topic{i} and the harbor. {i} people came.", "2025-06-01"))];

    private static string FolderOf(IndexedArchive archive) => Path.Combine(archive.IndexFolder, "default");

    [Fact]
    public async Task Articles_stored_while_no_index_was_open_are_found_at_the_next_start()
    {
        using var archive = new IndexedArchive().With(Articles[..10]);
        archive.Index.Dispose();
        archive.Store.Store(ArchiveName.Default, Articles[10..]);

        archive.Restart();

        (await archive.FoundAsync("topic42")).ShouldBe(["a42"]);
    }

    [Fact]
    public async Task A_missing_index_is_built_from_the_store()
    {
        using var archive = new IndexedArchive().With(Articles);
        archive.Index.Dispose();
        System.IO.Directory.Delete(FolderOf(archive), recursive: true);

        archive.Restart();

        (await archive.FoundAsync("topic7")).ShouldBe(["a7"]);
    }

    [Fact]
    public async Task A_damaged_index_is_built_from_the_store()
    {
        using var archive = new IndexedArchive().With(Articles);
        archive.Index.Dispose();
        foreach (var file in System.IO.Directory.EnumerateFiles(FolderOf(archive)).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await File.WriteAllBytesAsync(file, [1, 2, 3], TestContext.Current.CancellationToken);
        }

        archive.Restart();

        (await archive.FoundAsync("topic7")).ShouldBe(["a7"]);
    }

    [Fact]
    public async Task Every_way_of_cutting_off_a_file_is_survived()
    {
        using var archive = new IndexedArchive().With(Articles);
        archive.Index.Dispose();
        foreach (var name in System.IO.Directory.EnumerateFiles(FolderOf(archive)).Select(Path.GetFileName).OfType<string>().ToList())
        {
            archive.Restart();
            await archive.FoundAsync("topic7");
            archive.Index.Dispose();
            if (File.Exists(Path.Combine(FolderOf(archive), name)))
            {
                Truncate(Path.Combine(FolderOf(archive), name));
            }

            archive.Restart();

            (await archive.FoundAsync("topic7")).ShouldBe(["a7"], $"after cutting off {name}");
            archive.Index.Dispose();
        }
    }

    [Fact]
    public async Task An_index_written_by_a_newer_version_is_built_from_the_store()
    {
        using var archive = new IndexedArchive().With(Articles);
        archive.Index.Dispose();
        WriteCommit(FolderOf(archive), ("format", "999; of tomorrow"), ("sequence", "1000000"));

        archive.Restart();

        (await archive.FoundAsync("topic7")).ShouldBe(["a7"]);
        archive.Index.ArticleCount(ArchiveName.Default).ShouldBe(Articles.Length);
    }

    [Fact]
    public async Task Segments_of_a_newer_library_are_built_from_the_store()
    {
        using var archive = new IndexedArchive().With(Articles);
        archive.Index.Dispose();
        foreach (var file in System.IO.Directory.EnumerateFiles(FolderOf(archive), "segments_*"))
        {
            // The fourth to eighth byte is the length of the codec's name, behind which its version stands.
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var version = 4 + 1 + bytes[4];
            bytes[version + 3] = 99;
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        }

        archive.Restart();

        (await archive.FoundAsync("topic7")).ShouldBe(["a7"]);
    }

    [Fact]
    public async Task An_index_that_is_ahead_of_its_store_is_built_anew()
    {
        using var archive = new IndexedArchive().With(Articles);
        using var other = new IndexedArchive().With(Articles[..3]);
        archive.Index.Dispose();
        other.Index.Dispose();
        System.IO.Directory.Delete(FolderOf(other), recursive: true);
        System.IO.Directory.CreateDirectory(other.IndexFolder);
        System.IO.Directory.Move(FolderOf(archive), FolderOf(other));

        other.Restart();

        (await other.FoundAsync("topic7")).ShouldBeEmpty();
        other.Index.ArticleCount(ArchiveName.Default).ShouldBe(3);
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_says_so_and_goes_on_when_it_can()
    {
        using var archive = new IndexedArchive().With(Articles[..10]);
        System.IO.Directory.Move(FolderOf(archive), FolderOf(archive) + ".away");
        archive.Store.Store(ArchiveName.Default, Articles[10..]);

        await Should.ThrowAsync<IndexUnavailableException>(async () => await archive.Index.CatchUpAsync(ArchiveName.Default, TestContext.Current.CancellationToken));
        System.IO.Directory.Move(FolderOf(archive) + ".away", FolderOf(archive));

        await archive.Index.CatchUpAsync(ArchiveName.Default, TestContext.Current.CancellationToken);
        (await archive.FoundAsync("topic42")).ShouldBe(["a42"]);
    }

    [Fact]
    public async Task An_index_that_could_not_be_written_is_searched_as_it_stands_and_follows_who_can_write_it()
    {
        using var archive = new IndexedArchive().With(Articles[..10]);
        System.IO.Directory.Move(FolderOf(archive), FolderOf(archive) + ".away");
        archive.Store.Store(ArchiveName.Default, Articles[10..]);

        var failure = await Should.ThrowAsync<IndexUnavailableException>(async () => await archive.Index.CatchUpAsync(ArchiveName.Default, TestContext.Current.CancellationToken));

        failure.CanBeSearched.ShouldBeTrue();
        archive.Clock.Advance(TimeSpan.FromMinutes(1));
        (await archive.FoundAsync("topic7")).ShouldBe(["a7"]);

        System.IO.Directory.Move(FolderOf(archive) + ".away", FolderOf(archive));
        using var other = archive.OpenIndex();
        await other.CatchUpAsync(ArchiveName.Default, TestContext.Current.CancellationToken);
        archive.Clock.Advance(TimeSpan.FromMinutes(1));
        (await archive.FoundAsync("topic42")).ShouldBe(["a42"]);
    }

    [Fact]
    public async Task Rebuilding_changes_nothing_that_is_found()
    {
        using var archive = new IndexedArchive().With(Articles);
        var before = await archive.SearchAsync("mayor topic7 harbor");

        await archive.Index.RebuildAsync(ArchiveName.Default, TestContext.Current.CancellationToken);
        var after = await archive.SearchAsync("mayor topic7 harbor");

        after.Hits.Select(hit => (hit.Article.PublicId, hit.Score)).ShouldBe(before.Hits.Select(hit => (hit.Article.PublicId, hit.Score)));
    }

    [Fact]
    public async Task Checking_finds_a_flipped_byte()
    {
        using var archive = new IndexedArchive().With(Articles);
        await archive.Index.VerifyAsync(ArchiveName.Default, TestContext.Current.CancellationToken);
        archive.Index.Dispose();
        var terms = System.IO.Directory.EnumerateFiles(FolderOf(archive), "*.tim").First();
        var bytes = await File.ReadAllBytesAsync(terms, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0x40;
        await File.WriteAllBytesAsync(terms, bytes, TestContext.Current.CancellationToken);

        archive.Restart();

        var exception = await Should.ThrowAsync<IndexUnavailableException>(async () =>
            await archive.Index.VerifyAsync(ArchiveName.Default, TestContext.Current.CancellationToken));
        exception.Message.ShouldContain("reindex --archive default");
    }

    private static void WriteCommit(string folder, params (string Key, string Value)[] data)
    {
        using var directory = FSDirectory.Open(folder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null));
        writer.SetCommitData(data.ToDictionary(pair => pair.Key, pair => pair.Value));
        writer.Commit();
    }

    private static void Truncate(string path)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(file.Length / 2);
    }
}
