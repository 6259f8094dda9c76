using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Ingestion;

/// <summary>While a host runs it does the work; the terminal only steers.</summary>
public sealed class RetryWithHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DataFolder => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_retry_at_the_terminal_has_the_running_host_try_what_failed_again_and_nothing_else()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder);
        var stories = _folder.File("stories.jsonl");
        await File.WriteAllTextAsync(stories, """{"id":"bridge","title":"Bridge opens","text":"The new bridge over the Ember opened on Monday."}""" + "\n{broken\n");
        var first = await RunAsync("ingest", stories, "--json");
        first.Json().GetProperty("failed").GetArrayLength().ShouldBe(1);
        var job = first.Json().GetProperty("job").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);

        await File.WriteAllTextAsync(stories, """{"id":"bridge","title":"Bridge opens","text":"Never read again."}""" + "\n" + """{"id":"lamp","title":"Lamp lit","text":"The lamp on Gannet Point was lit again on Friday."}""" + "\n");
        await RunAsync("jobs", "retry", job);
        var ended = await EndOfAsync(job);

        ended.GetProperty("added").GetInt64().ShouldBe(2);
        ended.GetProperty("failed").GetInt64().ShouldBe(0);
        (await RunAsync("articles", "show", "bridge", "--json")).Json().GetProperty("text").GetString().ShouldBe("The new bridge over the Ember opened on Monday.");
        (await RunAsync("articles", "show", "lamp", "--json")).ExitCode.ShouldBe(0);
        (await RunAsync("audit")).Output.ShouldContain($"jobs retry job {job}");
    }

    private async Task<System.Text.Json.JsonElement> EndOfAsync(string job)
    {
        for (var looked = 0; looked < 100; looked++)
        {
            var shown = (await RunAsync("jobs", "show", job, "--json")).Json();
            if (shown.GetProperty("state").GetString() is "done")
            {
                return shown;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Job {job} did not end.");
    }

    private async Task<ProgramRun> RunAsync(params string[] arguments)
    {
        var run = await NewsBotProgram.RunAsync([.. arguments, "--data", DataFolder]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }
}
