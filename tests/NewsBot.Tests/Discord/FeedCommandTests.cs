using NewsBot.Archive;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

/// <summary>Feeds of a server: added, listed and removed from Discord, and nobody else's.</summary>
public class FeedCommandTests
{
    private const string Url = "https://news.example.org/rss.xml";

    private static readonly FakePlace Elsewhere = FakePlace.Editor with { Guild = "1118605777305731072" };

    [Fact]
    public async Task A_feed_is_scheduled_for_the_archive_of_the_server_and_the_deed_is_recorded()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        var added = await SendAsync(host, "ingest feed add", FakePlace.Editor, ("url", Url), ("minutes", 30));

        added.Original!.Text.ShouldContain("Feed 1 is looked at every 30 minutes");
        var feed = host.Store.Feeds.List().ShouldHaveSingleItem();
        (feed.Archive.Value, feed.Url, feed.Every).ShouldBe(("default", Url, TimeSpan.FromMinutes(30)));
        host.Store.Readers.AuditOf(InteractionJson.Guild, 5).ShouldHaveSingleItem().Detail.ShouldBe(Url);
        (await SendAsync(host, "ingest feed list", FakePlace.Editor)).Original!.Text.ShouldContain("rss.xml\n-# every 30 min");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_neither_sees_nor_removes_nor_changes_the_feeds_of_another()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await SendAsync(host, "ingest feed add", FakePlace.Editor, ("url", Url));

        (await SendAsync(host, "ingest feed list", Elsewhere)).Original!.Text.ShouldContain("no feeds");
        (await SendAsync(host, "ingest feed remove", Elsewhere, ("feed", 1))).Original!.Text.ShouldContain("no feed of that number");
        (await SendAsync(host, "ingest feed add", Elsewhere, ("url", Url), ("minutes", 999))).Original!.Text.ShouldContain("already");

        host.Store.Feeds.List().ShouldHaveSingleItem().Every.ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_removed_feed_is_looked_at_no_more()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await SendAsync(host, "ingest feed add", FakePlace.Editor, ("url", Url));

        (await SendAsync(host, "ingest feed remove", FakePlace.Editor, ("feed", 1))).Original!.Text.ShouldContain("Its articles stay");

        host.Store.Feeds.List().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("not an address", null, "begins with http")]
    [InlineData("ftp://news.example.org/rss", null, "begins with http")]
    [InlineData(Url, 0, "every 1 to 43,200 minutes")]
    public async Task What_cannot_be_scheduled_is_refused_with_the_reason(string url, int? minutes, string reason)
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        (string, object)[] options = minutes is { } every ? [("url", url), ("minutes", every)] : [("url", url)];

        (await SendAsync(host, "ingest feed add", FakePlace.Editor, options)).Original!.Text.ShouldContain(reason);

        host.Store.Feeds.List().ShouldBeEmpty();
    }

    private static Task<FakeInteraction> SendAsync(DiscordHost host, string path, FakePlace place, params (string Name, object Value)[] options) =>
        host.Discord.SendAsync(host.Endpoint, InteractionJson.Command(path, place, options));
}
