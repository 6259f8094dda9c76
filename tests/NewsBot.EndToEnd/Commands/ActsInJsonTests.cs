using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>What a verb did is one JSON document too, where programs ask for it.</summary>
public sealed class ActsInJsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_act_tells_in_json_what_it_did()
    {
        await File.WriteAllTextAsync(_folder.File("one.json"), """{"id":"bridge","title":"Bridge opens","text":"The new bridge opened on Monday."}""");
        await RunAsync("ingest", _folder.File("one.json"));
        await RunAsync("feeds", "add", "https://news.example/feed");

        (await RunAsync("backup", _folder.File("copy.db"))).GetProperty("file").GetString().ShouldBe(_folder.File("copy.db"));
        (await RunAsync("archives", "export", _folder.File("out.gz"))).GetProperty("versions").GetInt64().ShouldBe(1);
        (await RunAsync("archives", "bind", "42", "later")).GetProperty("exists").GetBoolean().ShouldBeFalse();
        (await RunAsync("articles", "reextract")).GetProperty("updated").GetInt64().ShouldBe(0);
        (await RunAsync("reindex")).GetProperty("archive").GetString().ShouldBe("default");
        (await RunAsync("feeds", "remove", "1")).GetProperty("removed").GetInt64().ShouldBe(1);
        (await RunAsync("restore", _folder.File("copy.db"))).GetProperty("kept").GetString()!.ShouldContain("before-restore");
    }

    private async Task<System.Text.Json.JsonElement> RunAsync(params string[] arguments)
    {
        var run = await NewsBotProgram.RunAsync([.. arguments, "--json", "--data", _folder.File("data")]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Json();
    }
}
