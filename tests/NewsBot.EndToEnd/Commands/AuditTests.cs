using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>What an operator does at the terminal is on record, with who did it.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_act_at_the_terminal_leaves_one_line_that_says_who_did_what()
    {
        await File.WriteAllTextAsync(_folder.File("one.json"), """{"id":"bridge","title":"Bridge opens","text":"The new bridge over the Ember opened on Monday."}""");
        await RunAsync("ingest", _folder.File("one.json"));
        await RunAsync("archives", "bind", "42", "default");
        await RunAsync("articles", "reextract");
        await RunAsync("reindex");
        await RunAsync("backup", _folder.File("copy.db"));
        await RunAsync("articles", "remove", "bridge", "--reason", "asked for");
        (await LinesAsync()).Select(line => line.Action).ShouldBe(["articles remove", "backup", "reindex", "articles reextract", "archives bind", "ingest"]);

        await RunAsync("restore", _folder.File("copy.db"));

        var lines = await LinesAsync();
        lines[0].Action.ShouldBe("restore");
        lines[0].Detail.ShouldContain("copy.db");
        lines.ShouldAllBe(line => line.User == $"terminal ({Environment.UserName})");
    }

    private async Task<List<(string User, string Action, string Detail)>> LinesAsync() =>
    [
        .. (await RunAsync("audit", "--json")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)
            .Select(line => (line.GetProperty("user").GetString()!, line.GetProperty("action").GetString()!, line.GetProperty("detail").GetString()!)),
    ];

    private async Task<string> RunAsync(params string[] arguments)
    {
        var run = await NewsBotProgram.RunAsync([.. arguments, "--data", _folder.File("data")]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output;
    }
}
