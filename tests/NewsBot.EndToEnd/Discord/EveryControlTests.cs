using System.Text;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.EndToEnd.Discord;

/// <summary>Every command, button, menu, form and message command, used once through the real program.</summary>
public sealed class EveryControlTests : IAsyncLifetime
{
    private const string Question = "Why did the cost of the harbour tunnel increase?";

    private DiscordProgram _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await DiscordProgram.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Readers_can_use_everything_that_is_for_readers()
    {
        var answer = await _bot.AskAsync(Question, DiscordProgram.Reader(1));
        answer.Text.ShouldContain("**Sources**");
        (await _bot.PressAsync(answer, "Show quotes")).Text.ShouldContain("> ");
        (await _bot.PressAsync(answer, "Check citations")).Text.ShouldContain("**supported**");
        (await _bot.PressAsync(answer, "👍")).Text.ShouldContain("Thanks");
        var complaint = await _bot.OpenAsync(answer, "👎");
        (await _bot.DoAsync(InteractionJson.Form(complaint, null, ("comment", "not quite")))).Text.ShouldContain("newsroom");
        var quotes = await _bot.PressAsync(answer, "Show quotes");
        var menu = quotes.Components.Single(component => component.GetProperty("type").GetInt32() == 3);
        (await _bot.DoAsync(InteractionJson.Component(menu.GetProperty("custom_id").GetString()!, values: ["1"]))).Text.ShouldContain("**");

        var none = await _bot.AskAsync("Who is the president of France?", DiscordProgram.Reader(2));
        none.Text.ShouldStartWith("**No answer in the archive**");
        (await _bot.PressAsync(none, "Tell the newsroom")).Text.ShouldContain("article is missing");
        (await _bot.Discord.SendAsync(_bot.Endpoint, InteractionJson.Component(none.Button("Only this year"), DiscordProgram.Reader(3)))).FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(5);
        var reworded = await _bot.OpenAsync(none, "Ask differently", DiscordProgram.Reader(4));
        (await (await _bot.Discord.SendAsync(_bot.Endpoint, InteractionJson.Form(reworded, DiscordProgram.Reader(4), ("question", Question)))).FinalAsync()).Text.ShouldContain("[1]");

        (await _bot.CommandAsync("search", null, ("query", "harbour tunnel"))).Text.ShouldContain("Articles for “harbour tunnel”");
        (await _bot.CommandAsync("latest", null, ("topic", "harbour tunnel"))).Text.ShouldContain("Latest on");
        var offered = await _bot.Discord.SendAsync(_bot.Endpoint, InteractionJson.Autocomplete("article", "article", null, ("article", "tunnel")));
        var article = offered.FirstResponse!.Value.GetProperty("data").GetProperty("choices")[0].GetProperty("value").GetString()!;
        var card = await _bot.CommandAsync("article", null, ("article", article));
        var about = await _bot.OpenAsync(card, "Ask about this", DiscordProgram.Reader(5));
        (await (await _bot.Discord.SendAsync(_bot.Endpoint, InteractionJson.Form(about, DiscordProgram.Reader(5), ("question", Question)))).FinalAsync()).Text.ShouldContain("[1]");
        (await _bot.Discord.SendAsync(_bot.Endpoint, InteractionJson.Autocomplete("ask", "source", null, ("source", "sel")))).FirstResponse!.Value
            .GetProperty("data").GetProperty("choices").GetArrayLength().ShouldBeGreaterThan(0);
        (await _bot.CommandAsync("help")).Text.ShouldContain("/ask");
        (await _bot.DoAsync(InteractionJson.MessageCommand("Check citations", "The town library reopened on 10 May 2025."))).Text.ShouldContain("**supported**");
        (await _bot.Discord.SendAsync(_bot.Endpoint, InteractionJson.MessageCommand("Ask about this", "The library"))).FirstResponse!.Value.GetProperty("type").GetInt32().ShouldBe(9);
        var privacy = await _bot.CommandAsync("privacy", DiscordProgram.Reader(1));
        (await _bot.PressAsync(privacy, "Delete all of it", DiscordProgram.Reader(1))).Text.ShouldContain("deleted");
        _bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Administrators_can_use_everything_that_is_for_administrators()
    {
        var file = _bot.Discord.Attach("articles.jsonl", Encoding.UTF8.GetBytes(
            """{"id":"ferry-2026","headline":"Ferry gets a new timetable","text":"The ferry sails every forty minutes from 2 May 2026.","source":"Harbor Herald","published":"2026-04-20"}"""));
        var ingest = await _bot.Discord.SendAsync(_bot.Endpoint, InteractionJson.Command("ingest file", FakePlace.Editor, ("file", file)));
        (await ingest.OriginalWhenAsync(message => message.Text.Contains("done", StringComparison.Ordinal))).Text.ShouldContain("1 added");
        (await _bot.AskAsync("How often does the ferry sail from May 2026?", DiscordProgram.Reader(6))).Text.ShouldContain("every forty minutes");

        (await _bot.CommandAsync("ingest status", FakePlace.Editor)).Text.ShouldContain("done");
        (await _bot.CommandAsync("ingest cancel", FakePlace.Editor, ("job", 999))).Text.ShouldContain("no such ingest");
        (await _bot.CommandAsync("ingest retry", FakePlace.Editor, ("job", 999))).Text.ShouldContain("no such ingest");
        (await _bot.CommandAsync("ingest url", FakePlace.Editor, ("url", "nonsense"))).Text.ShouldContain("http://");
        var refused = await _bot.Discord.SendAsync(_bot.Endpoint, InteractionJson.Command("ingest url", FakePlace.Editor, ("url", "http://127.0.0.1:1/secret")));
        (await refused.OriginalWhenAsync(message => message.Text.Contains("1 failed", StringComparison.Ordinal))).Text.ShouldContain("✖");
        (await _bot.CommandAsync("ingest sitemap", FakePlace.Editor, ("url", "nonsense"))).Text.ShouldContain("http://");
        (await _bot.CommandAsync("ingest feed add", FakePlace.Editor, ("url", "http://127.0.0.1:1/feed"))).Text.ShouldContain("Feed 1");
        (await _bot.CommandAsync("ingest feed list", FakePlace.Editor)).Text.ShouldContain("every 15 min");
        (await _bot.CommandAsync("ingest feed remove", FakePlace.Editor, ("feed", 1))).Text.ShouldContain("stay");
        (await _bot.CommandAsync("archive stats", FakePlace.Editor)).Text.ShouldContain("Archive `default`");
        (await _bot.CommandAsync("archive settings", FakePlace.Editor, ("language", "de"))).Text.ShouldContain("Einstellungen");
        (await _bot.CommandAsync("archive settings", FakePlace.Editor, ("language", "auto"))).Text.ShouldContain("Sprache");
        var confirm = await _bot.CommandAsync("archive remove-article", FakePlace.Editor, ("article", "ferry-2026"));
        (await _bot.PressAsync(confirm, "Remove", FakePlace.Editor)).Text.ShouldContain("is removed");
        (await _bot.CommandAsync("audit", FakePlace.Editor)).Text.ShouldContain("`archive remove-article`");
        (await _bot.CommandAsync("audit", new FakePlace())).Text.ShouldContain("Manage Server");
        _bot.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_id_of_a_control_can_be_altered_or_taken_to_another_server()
    {
        var answer = await _bot.AskAsync(Question, DiscordProgram.Reader(1));
        var quotes = await _bot.PressAsync(answer, "Show quotes");
        var none = await _bot.AskAsync("Who is the president of France?", DiscordProgram.Reader(2));
        var card = await _bot.CommandAsync("article", null, ("article", "ferry-stays-free"));
        var privacy = await _bot.CommandAsync("privacy");
        string[] forms = [await _bot.OpenAsync(answer, "👎"), await _bot.OpenAsync(none, "Ask differently")];
        string[] ids = [.. new[] { answer, quotes, none, card, privacy }.SelectMany(message => message.Components)
            .Where(component => component.TryGetProperty("custom_id", out _)).Select(component => component.GetProperty("custom_id").GetString()!)];
        ids.Length.ShouldBeGreaterThanOrEqualTo(9);

        foreach (var id in ids)
        {
            (await _bot.DoAsync(InteractionJson.Component(Altered(id), values: ["1"]))).Text.ShouldContain("expired", Case.Sensitive, id);
            (await _bot.DoAsync(InteractionJson.Component(id, DiscordProgram.Reader(9, "1118605777305731072"), ["1"]))).Text.ShouldContain("expired", Case.Sensitive, id);
        }

        foreach (var id in forms)
        {
            (await _bot.DoAsync(InteractionJson.Form(Altered(id), null, ("question", "x")))).Text.ShouldContain("expired", Case.Sensitive, id);
            (await _bot.DoAsync(InteractionJson.Form(id, DiscordProgram.Reader(9), ("question", "x")))).Text.ShouldContain("expired", Case.Sensitive, id);
        }
    }

    private static string Altered(string id) => id[..^1] + (id[^1] == 'A' ? 'B' : 'A');
}
