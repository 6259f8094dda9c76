using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Portability;

public sealed class BackupTests : IDisposable
{
    private static readonly ArchiveName Archive = ArchiveName.Default;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_backup_made_while_the_store_is_in_use_restores_what_was_there()
    {
        using (var store = Open("data"))
        {
            store.Store(Archive, [Story("a", "One.")]);
            store.Backup(folder.File("saved/backup.db"));
            store.Store(Archive, [Story("b", "Two.")]);
        }

        var before = ArchiveStore.Restore(folder.File("saved/backup.db"), folder.File("data"), TimeProvider.System);

        using var restored = Open("data");
        restored.List(Archive).Select(article => article.PublicId).ShouldBe(["a"]);
        File.Exists(before).ShouldBeTrue();
    }

    [Fact]
    public void Two_restores_within_a_second_keep_both_of_what_they_replace()
    {
        using (var store = Open("data"))
        {
            store.Store(Archive, [Story("a", "One.")]);
            store.Backup(folder.File("backup.db"));
            store.Store(Archive, [Story("b", "Two.")]);
        }

        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var first = ArchiveStore.Restore(folder.File("backup.db"), folder.File("data"), clock)!;
        var second = ArchiveStore.Restore(folder.File("backup.db"), folder.File("data"), clock)!;

        second.ShouldBe(first + "-2");
        Directory.CreateDirectory(folder.File("kept"));
        File.Copy(first, folder.File("kept/newsbot.db"));
        using var kept = Open("kept");
        kept.List(Archive).Select(article => article.PublicId).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void A_backup_restores_into_an_empty_folder()
    {
        using (var store = Open("data"))
        {
            store.Store(Archive, [Story("a", "One.")]);
            store.Backup(folder.File("backup.db"));
        }

        ArchiveStore.Restore(folder.File("backup.db"), folder.File("fresh"), TimeProvider.System).ShouldBeNull();

        using var restored = Open("fresh");
        restored.Find(Archive, "a")!.Text.ShouldBe("One.");
    }

    [Fact]
    public void What_is_no_backup_is_refused_and_the_folder_stays_as_it_was()
    {
        Open("data").Dispose();
        File.WriteAllText(folder.File("novel.txt"), new string('x', 9_000));

        Should.Throw<ArchiveUnavailableException>(() => ArchiveStore.Restore(folder.File("novel.txt"), folder.File("data"), TimeProvider.System)).Message.ShouldContain("no whole backup of NewsBot, so nothing was changed");
        Should.Throw<ArchiveUnavailableException>(() => ArchiveStore.Restore(folder.File("absent.db"), folder.File("data"), TimeProvider.System)).Message.ShouldContain("check the path");

        Open("data").Dispose();
    }

    [Fact]
    public void A_folder_that_is_being_written_is_not_restored_over()
    {
        using var store = Open("data");
        store.Store(Archive, [Story("a", "One.")]);
        store.Backup(folder.File("backup.db"));

        Should.Throw<ArchiveLockedException>(() => ArchiveStore.Restore(folder.File("backup.db"), folder.File("data"), TimeProvider.System));
    }

    private static ArticleContent Story(string id, string text) => new() { Title = "Story " + id, Text = text, ExternalId = id };

    private ArchiveStore Open(string name) => ArchiveStore.Open(folder.File(name), StoreAccess.Write, TimeProvider.System);
}
