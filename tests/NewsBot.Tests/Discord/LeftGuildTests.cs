using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Privacy;
using NewsBot.Discord.Settings;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

/// <summary>A server that puts NewsBot out is forgotten after a while.</summary>
public class LeftGuildTests
{
    private static readonly Snowflake Guild = Snowflake.Parse(InteractionJson.Guild);

    [Fact]
    public async Task A_server_that_Discord_no_longer_lists_is_due_after_the_set_time_and_not_before()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var roll = host.Services.GetRequiredService<GuildRoll>();
        await roll.CallAsync(CancellationToken.None);
        host.Discord.LeaveGuild(InteractionJson.Guild);

        await roll.CallAsync(CancellationToken.None);

        roll.LeftBefore(DateTimeOffset.UtcNow.AddMinutes(-1)).ShouldBeEmpty();
        roll.LeftBefore(DateTimeOffset.UtcNow.AddMinutes(1)).ShouldBe([Guild]);
    }

    [Fact]
    public async Task A_server_that_takes_the_bot_in_again_is_not_due()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        var roll = host.Services.GetRequiredService<GuildRoll>();
        roll.Here(Guild);
        roll.Left(Guild);

        await roll.CallAsync(CancellationToken.None);

        roll.LeftBefore(DateTimeOffset.UtcNow.AddYears(1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Purging_deletes_what_is_kept_of_the_server_and_nothing_of_others()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:ArchivePerGuild"] = "true" });
        var other = new FakePlace { Guild = "1118605777305731072", User = "77" };
        await host.StoreAsync($"guild-{Guild}", Answers.Vote);
        await host.StoreAsync($"guild-{other.Guild}", Answers.Vote);
        await (await host.AskAsync(Answers.Question)).FinalAsync();
        await (await host.AskAsync(Answers.Question, other)).FinalAsync();
        await host.Discord.SendAsync(host.Endpoint, InteractionJson.Command("archive settings", FakePlace.Editor, ("private", true)));
        await host.Discord.SendAsync(host.Endpoint, InteractionJson.Command("ingest feed add", FakePlace.Editor, ("url", "https://news.example.org/rss")));

        host.Services.GetRequiredService<GuildRoll>().Purge(Guild);

        host.Store.Readers.CountOf(new FakePlace().User).ShouldBe(new KeptOfReader(0, 0, 0));
        host.Store.Readers.AuditOf(InteractionJson.Guild, 5).ShouldBeEmpty();
        host.Store.Feeds.List().ShouldBeEmpty();
        host.Store.Statistics(ArchiveName.Parse($"guild-{Guild}")).Articles.ShouldBe(0);
        host.Services.GetRequiredService<GuildBook>().SettingsOf(Guild).IsPrivate.ShouldBeFalse();
        host.Store.Readers.CountOf("77").Answers.ShouldBe(1);
        host.Store.Statistics(ArchiveName.Parse($"guild-{other.Guild}")).Articles.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_may_have_its_answers_kept_for_fewer_days_than_the_operators()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());
        await host.StoreAsync("default", Answers.Vote, Answers.Estimate);
        await (await host.AskAsync(Answers.Question)).FinalAsync();
        await (await host.AskAsync(Answers.Question, new FakePlace { Guild = "1118605777305731072", User = "77" })).FinalAsync();

        host.Store.Readers.ForgetBefore(DateTimeOffset.UtcNow.AddMinutes(1), InteractionJson.Guild);

        host.Store.Readers.CountOf(new FakePlace().User).Answers.ShouldBe(0);
        host.Store.Readers.CountOf("77").Answers.ShouldBe(1);
    }
}
