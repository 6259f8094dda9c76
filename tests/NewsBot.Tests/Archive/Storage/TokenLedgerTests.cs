using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Storage;

public sealed class TokenLedgerTests : IDisposable
{
    private static readonly DateOnly Monday = new(2025, 6, 16);
    private readonly TemporaryFolder folder = new();
    private readonly ArchiveStore store;

    public TokenLedgerTests() => store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);

    [Fact]
    public void What_each_payer_used_on_a_day_adds_up_and_can_be_taken_back()
    {
        store.Tokens.Add(Monday, ["archive default", "guild 1"], new ModelTokens(100, 0));
        store.Tokens.Add(Monday, ["archive default"], new ModelTokens(-20, 30));

        store.Tokens.Of(Monday, "archive default").ShouldBe(new ModelTokens(80, 30));
        store.Tokens.Of(Monday, "guild 1").ShouldBe(new ModelTokens(100, 0));
        store.Tokens.Of(Monday, "guild 2").ShouldBe(default);
        store.Tokens.Of(Monday.AddDays(1), "guild 1").ShouldBe(default);
    }

    [Fact]
    public void When_a_day_begins_who_asked_before_is_forgotten_and_what_archives_used_is_not()
    {
        store.Tokens.Add(Monday, ["archive default", "user 0123"], new ModelTokens(100, 10));

        store.Tokens.Add(Monday.AddDays(1), ["archive default"], new ModelTokens(1, 1));

        store.Tokens.Of(Monday, "archive default").ShouldBe(new ModelTokens(100, 10));
        store.Tokens.Of(Monday, "user 0123").ShouldBe(default);
    }

    [Fact]
    public void A_process_that_only_reads_the_archive_counts_into_the_same_accounts()
    {
        store.Tokens.Add(Monday, ["terminal"], new ModelTokens(100, 10));
        using var reader = ArchiveStore.Open(folder.Path, StoreAccess.Read, TimeProvider.System);

        reader.Tokens.Add(Monday, ["terminal"], new ModelTokens(5, 5));

        store.Tokens.Of(Monday, "terminal").ShouldBe(new ModelTokens(105, 15));
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }
}
