using Microsoft.Data.Sqlite;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Storage;

public sealed class ArchiveStoreTests : IDisposable
{
    private static readonly ArchiveName Archive = ArchiveName.Default;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Articles_that_are_removed_together_are_one_line_of_the_record()
    {
        using var store = Open();
        store.Store(Archive, [.. Enumerable.Range(1, 40).Select(number => new ArticleContent { Title = $"Sample {number}", Text = "Invented.", ExternalId = $"s{number}" })]);

        store.RemoveAll(Archive, _ => true, "the sample ended").ShouldBe(40);

        store.Readers.Audit(10).ShouldHaveSingleItem().Detail.ShouldBe($"40 articles of archive '{Archive}': the sample ended");
    }

    [Fact]
    public void What_was_stored_is_read_back_to_the_letter()
    {
        using var store = Open();
        var content = new ArticleContent
        {
            Title = "Harbor bridge opens",
            Text = "The bridge opened on Monday.\n\nIt cost 3 million.",
            ExternalId = "bridge-1",
            Url = "https://www.example.org/bridge?utm_source=x",
            Authors = ["Ada Quill", "Ben \"Benny\" Ito"],
            Source = "Harbor Herald",
            Published = NewsTime.OfInstant(new DateTimeOffset(2024, 3, 5, 9, 30, 0, TimeSpan.FromHours(-5))),
            Modified = NewsTime.OfDay(new DateOnly(2024, 3, 6)),
            Language = "en",
            SyndicatedFrom = "Coastline Press",
            IsTruncated = true,
            Extractor = "html/7",
        };

        var outcome = store.Store(Archive, [content]).Single();
        var found = store.Find(Archive, "bridge-1").ShouldNotBeNull();

        outcome.ShouldBe(new StoreOutcome(StoreResult.Added, found.Id, 1, "bridge-1"));
        found.Content.Authors.ShouldBe(content.Authors);
        (found.Content with { Authors = [] }).ShouldBe(content with { Authors = [], Url = "https://www.example.org/bridge" });
        store.PassagesOf(Archive, found.Id, 1).Single().Range.Of(found.Text).ShouldBe(found.Text);
    }

    [Fact]
    public void The_same_article_again_is_unchanged_and_another_text_is_a_new_version_that_leaves_the_old_one_readable()
    {
        using var store = Open();
        store.Store(Archive, [Story("a", "The council met on Monday.")]);

        store.Store(Archive, [Story("a", "The council met on Monday.")]).Single().Result.ShouldBe(StoreResult.Unchanged);
        var update = store.Store(Archive, [Story("a", "The council met on Tuesday.")]).Single();

        update.Result.ShouldBe(StoreResult.Updated);
        update.Version.ShouldBe(2);
        store.Find(Archive, update.Id)!.Text.ShouldBe("The council met on Tuesday.");
        store.Find(Archive, update.Id, 1)!.Text.ShouldBe("The council met on Monday.");
        store.History(Archive, update.Id).Select(version => version.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public void Changes_are_told_once_in_order_with_the_last_state()
    {
        using var store = Open();
        store.Store(Archive, [Story("a", "One."), Story("b", "Two.")]);
        store.Store(Archive, [Story("a", "Three.")]);

        var changes = store.ChangesAfter(Archive, 0, 10);

        changes.Select(change => change.Article!.Text).ShouldBe(["Two.", "Three."]);
        changes[^1].Sequence.ShouldBe(store.LastSequence(Archive));
        store.ChangesAfter(Archive, store.LastSequence(Archive), 10).ShouldBeEmpty();
    }

    [Fact]
    public void A_removed_article_leaves_nothing_but_a_tombstone()
    {
        using var store = Open();
        var id = store.Store(Archive, [Story("a", "A secret stands here.")]).Single().Id;
        var answer = Guid.NewGuid();
        store.SaveAnswer(answer, Archive, DateTimeOffset.UnixEpoch, $$"""{"citations":[{"article":"a","quote":"A secret stands here."}]}""");

        store.Remove(Archive, id, "removed by an administrator").ShouldBeTrue();

        store.Find(Archive, id).ShouldBeNull();
        store.FindAnswer(Archive, answer).ShouldBeNull();
        store.ChangesAfter(Archive, 0, 10).Single().Article.ShouldBeNull();
        store.FindTombstone(Archive, id)!.Reason.ShouldBe("removed by an administrator");
        store.Remove(Archive, id, "again").ShouldBeFalse();
        store.Dispose();
        File.ReadAllText(folder.File("newsbot.db")).ShouldNotContain("secret");
    }

    [Fact]
    public void A_removed_article_that_comes_back_gets_a_version_number_that_was_never_used()
    {
        using var store = Open();
        var id = store.Store(Archive, [Story("a", "One.")]).Single().Id;
        store.Remove(Archive, id, "withdrawn");

        var outcome = store.Store(Archive, [Story("a", "Two.")]).Single();

        outcome.Result.ShouldBe(StoreResult.Added);
        outcome.Version.ShouldBe(2);
        store.Find(Archive, id, 1).ShouldBeNull();
    }

    [Fact]
    public void No_call_reads_outside_its_archive()
    {
        using var store = Open();
        var other = ArchiveName.Parse("other");
        var id = store.Store(other, [Story("a", "One.")]).Single().Id;
        store.Store(Archive, [Story("b", "Two.")]);

        store.Find(Archive, id).ShouldBeNull();
        store.Find(Archive, "a").ShouldBeNull();
        store.FindMany(Archive, [id]).ShouldBeEmpty();
        store.PassagesOf(Archive, id, 1).ShouldBeEmpty();
        store.ChangesAfter(Archive, 0, 10).Select(change => change.Article!.PublicId).ShouldBe(["b"]);
        store.List(Archive).Select(article => article.PublicId).ShouldBe(["b"]);
        store.Remove(Archive, id, "not mine").ShouldBeFalse();
        store.Statistics(Archive).Articles.ShouldBe(1);
        store.Archives().ShouldBe([Archive, other]);
    }

    [Fact]
    public void Statistics_count_what_can_be_found()
    {
        using var store = Open();
        store.Store(Archive, [Story("a", "One two.", "2024-03-01"), Story("b", "Three.", "2023-01-01T10:00:00+01:00"), Story("c", "Four.")]);
        store.Store(Archive, [Story("a", "One two three.", "2024-03-01")]);

        store.Statistics(Archive).ShouldBe(new ArchiveStatistics(
            3, 4, 3, "One two three.Three.Four.".Length, NewsTime.OfInstant(DateTimeOffset.Parse("2023-01-01T10:00:00+01:00")), NewsTime.OfDay(new DateOnly(2024, 3, 1))));
    }

    [Fact]
    public void A_second_writer_is_told_who_holds_the_folder_and_readers_may_read()
    {
        using var store = Open();
        store.Store(Archive, [Story("a", "One.")]);
        store.AnnounceHost("http://127.0.0.1:5080");

        var refused = Should.Throw<ArchiveLockedException>(() => Open());
        using var reader = ArchiveStore.Open(folder.Path, StoreAccess.Read, TimeProvider.System);

        refused.Message.ShouldContain($"process {Environment.ProcessId}");
        refused.Holder!.HostAddress.ShouldBe("http://127.0.0.1:5080");
        ArchiveStore.WriterOf(folder.Path)!.ProcessId.ShouldBe(Environment.ProcessId);
        reader.Find(Archive, "a")!.Text.ShouldBe("One.");
        Should.Throw<InvalidOperationException>(() => reader.Store(Archive, [Story("b", "Two.")]));
    }

    [Fact]
    public void Changes_are_read_up_to_the_one_with_which_their_texts_are_enough()
    {
        using var store = Open();
        store.Store(Archive, [Story("a", "Six by."), Story("b", new string('b', 100)), Story("c", "Three.")]);

        store.ChangesAfter(Archive, 0, 10, characters: 50).Select(change => change.Article!.PublicId).ShouldBe(["a", "b"]);
        store.ChangesAfter(Archive, 0, 10, characters: 1).Select(change => change.Article!.PublicId).ShouldBe(["a"]);
    }

    [Fact]
    public void A_writer_that_cannot_say_who_it_is_writes_all_the_same_and_says_it_later()
    {
        var claim = Path.Combine(folder.Path, "writer.json");
        Directory.CreateDirectory(claim);
        using var store = Open();

        store.AnnounceHost("http://127.0.0.1:5080").ShouldBeFalse();
        store.Store(Archive, [Story("a", "One.")]).Single().Result.ShouldBe(StoreResult.Added);
        Should.Throw<ArchiveLockedException>(() => Open()).Message.ShouldContain("another process");

        Directory.Delete(claim);
        store.AnnounceHost("http://127.0.0.1:5080").ShouldBeTrue();
        ArchiveStore.WriterOf(folder.Path)!.HostAddress.ShouldBe("http://127.0.0.1:5080");
    }

    [Fact]
    public void The_folder_is_free_again_when_its_writer_has_closed()
    {
        Open().Dispose();

        ArchiveStore.WriterOf(folder.Path).ShouldBeNull();
        Open().Dispose();
    }

    [Fact]
    public void A_reader_may_keep_an_answer_while_another_process_writes()
    {
        using var store = Open();
        store.Store(Archive, [Story("a", "One.")]);
        using var reader = ArchiveStore.Open(folder.Path, StoreAccess.Read, TimeProvider.System);
        var answer = Guid.NewGuid();

        reader.SaveAnswer(answer, Archive, DateTimeOffset.UnixEpoch, "{}");

        store.FindAnswer(Archive, answer).ShouldBe("{}");
        store.FindAnswer(ArchiveName.Parse("other"), answer).ShouldBeNull();
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_with_what_to_do()
    {
        Open().Dispose();
        using (var connection = new SqliteConnection($"Data Source={folder.File("newsbot.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 9999";
            command.ExecuteNonQuery();
        }

        Should.Throw<ArchiveUnavailableException>(() => Open()).Message.ShouldContain("newer NewsBot");
    }

    [Fact]
    public void A_file_that_is_no_database_is_called_damaged()
    {
        File.WriteAllText(folder.File("newsbot.db"), new string('x', 8192));

        Should.Throw<ArchiveUnavailableException>(() => Open()).Message.ShouldContain("newsbot restore");
    }

    [Fact]
    public void Reading_a_folder_without_an_archive_says_what_to_do() =>
        Should.Throw<ArchiveUnavailableException>(() => ArchiveStore.Open(folder.Path, StoreAccess.Read, TimeProvider.System)).Message.ShouldContain("ingest something first");

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(folder.File("plain"), "a file");

        Should.Throw<ArchiveUnavailableException>(() => ArchiveStore.Open(folder.File("plain/data"), StoreAccess.Write, TimeProvider.System))
            .Message.ShouldContain("--data");
    }

    private static ArticleContent Story(string id, string text, string? published = null) => new()
    {
        Title = "Story " + id,
        Text = text,
        ExternalId = id,
        Published = NewsTime.TryParse(published, out var time) ? time : null,
    };

    private ArchiveStore Open() => ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
}
