using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Security;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class ForgedButtonTests
{
    private static InteractionOrigin Origin(ulong guild, ulong user) => new()
    {
        Id = new Snowflake(1),
        Application = new Snowflake(2),
        Token = new InteractionToken("t"),
        User = new Snowflake(user),
        Guild = new Snowflake(guild),
        InstalledGuild = new Snowflake(guild),
    };

    [Fact]
    public void An_id_works_only_where_and_for_whom_it_was_made()
    {
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        var codes = new ButtonCodes(store, TimeProvider.System);

        var shared = codes.ForPlace(ButtonAction.Quotes, "abc", Origin(1, 10));
        var own = codes.ForUser(ButtonAction.Remove, "abc", Origin(1, 10));

        codes.Read(shared, Origin(1, 10)).ShouldBe(new ButtonCode(ButtonAction.Quotes, "abc"));
        codes.Read(shared, Origin(1, 11)).ShouldNotBeNull();
        codes.Read(shared, Origin(2, 10)).ShouldBeNull();
        codes.Read(own, Origin(1, 10)).ShouldNotBeNull();
        codes.Read(own, Origin(1, 11)).ShouldBeNull();
        codes.Read(own, Origin(2, 10)).ShouldBeNull();
    }

    [Fact]
    public void An_id_survives_a_restart_and_expires_after_thirty_days()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        string id;
        using (var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, time))
        {
            id = new ButtonCodes(store, time).ForPlace(ButtonAction.Quotes, "abc", Origin(1, 10));
        }

        using var reopened = ArchiveStore.Open(folder.Path, StoreAccess.Write, time);
        var codes = new ButtonCodes(reopened, time);
        codes.Read(id, Origin(1, 10)).ShouldNotBeNull();
        time.Advance(TimeSpan.FromDays(ButtonCodes.DaysValid));
        codes.Read(id, Origin(1, 10)).ShouldNotBeNull();
        time.Advance(TimeSpan.FromDays(1));
        codes.Read(id, Origin(1, 10)).ShouldBeNull();
    }

    [Fact]
    public void Changing_any_character_of_an_id_makes_it_worthless()
    {
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        var codes = new ButtonCodes(store, TimeProvider.System);
        var id = codes.ForUser(ButtonAction.Quotes, Guid.NewGuid().ToString("N"), Origin(1, 10));

        id.Length.ShouldBeLessThanOrEqualTo(100);
        for (var i = 0; i < id.Length; i++)
        {
            var changed = id[..i] + (id[i] == 'A' ? 'B' : 'A') + id[(i + 1)..];
            codes.Read(changed, Origin(1, 10)).ShouldBeNull(changed);
        }
    }

    [Theory]
    [InlineData("quotes:q_01JD4Z7V9Q")]
    [InlineData("q:00000000000000000000000000000000:20782:g:AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    [InlineData("q::::")]
    public async Task A_forged_button_or_form_gets_a_private_word_that_it_has_expired(string customId)
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer());

        var button = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Component(customId));
        var form = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Form(customId, null, ("question", "x")));

        button.Original!.Text.ShouldContain("expired");
        button.Original.IsPrivate.ShouldBeTrue();
        form.Original!.Text.ShouldContain("expired");
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_of_one_server_shows_nothing_in_another_by_any_way()
    {
        await using var host = await DiscordHost.StartAsync(new ScriptedAnswerer(), new Dictionary<string, string?> { ["Discord:ArchivePerGuild"] = "true" });
        await host.StoreAsync("guild-" + InteractionJson.Guild, Answers.Vote, Answers.Estimate);
        var answer = await (await host.AskAsync(Answers.Question)).FinalAsync();
        var elsewhere = new FakePlace { Guild = "1118605777305731072" };

        foreach (var (label, _) in answer.Buttons)
        {
            (await host.PressAsync(answer, label, elsewhere)).Original!.Text.ShouldContain("expired", Case.Insensitive, label);
        }

        var article = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Command("article", elsewhere, ("article", "vote")));
        article.Original!.Text.ShouldContain("no such article");
        var choices = await host.Discord.SendAsync(host.Endpoint, InteractionJson.Autocomplete("article", "article", elsewhere, ("article", "")));
        choices.FirstResponse!.Value.GetProperty("data").GetProperty("choices").GetArrayLength().ShouldBe(0);
    }
}
