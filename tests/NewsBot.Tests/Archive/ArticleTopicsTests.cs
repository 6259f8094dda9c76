using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive;

/// <summary>Section, tags and the note of the author are kept with each version.</summary>
public sealed class ArticleTopicsTests : IDisposable
{
    private static readonly ArticleContent Ferry = new() { Title = "Ferry late", Text = "The ferry was late again on Monday.", ExternalId = "ferry" };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void They_are_read_back_as_stored_and_another_section_makes_another_version()
    {
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        var filed = Ferry with { Section = "Town", Tags = ["ferry", "Port Example"], AuthorNote = "Ada Finch covers the harbour." };

        store.Store(ArchiveName.Default, [Ferry])[0].Result.ShouldBe(StoreResult.Added);
        store.Store(ArchiveName.Default, [filed])[0].Result.ShouldBe(StoreResult.Updated);
        store.Store(ArchiveName.Default, [filed with { Tags = ["Port Example", "ferry"] }])[0].Result.ShouldBe(StoreResult.Unchanged, "the order of tags says nothing");

        var kept = store.Find(ArchiveName.Default, "ferry")!.Content;
        (kept.Section, kept.AuthorNote).ShouldBe(("Town", "Ada Finch covers the harbour."));
        kept.Tags.ShouldBe(["ferry", "Port Example"]);
    }
}
