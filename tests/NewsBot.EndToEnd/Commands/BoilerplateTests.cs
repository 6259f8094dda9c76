using System.Globalization;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>A site's recurring lines, from the command line: shown, frozen, taken out, brought back, and recorded.</summary>
public sealed class BoilerplateTests : IDisposable
{
    private const string Promotion = "The Herald is printed on recycled paper and read in every house.";

    private readonly TemporaryFolder _folder = new();

    private string DataFolder => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recurring_lines_are_shown_first_then_frozen_and_taken_out_and_can_be_brought_back()
    {
        await IngestPagesAsync();

        (await RunAsync("articles", "boilerplate", "learn", "--dry-run")).ShouldContain(Promotion);
        (await RunAsync("articles", "boilerplate", "show")).ShouldContain("No lines are frozen");

        (await RunAsync("articles", "boilerplate", "learn", "--site", "www.herald.example")).ShouldContain("frozen as revision 1");
        (await RunAsync("articles", "boilerplate", "show")).ShouldContain(Promotion);
        (await RunAsync("articles", "reextract")).ShouldContain("6 updated");
        (await TextsAsync()).ShouldAllBe(text => !text.Contains(Promotion));

        (await RunAsync("articles", "boilerplate", "clear")).ShouldContain("1 list");
        (await RunAsync("articles", "reextract")).ShouldContain("6 updated");
        (await TextsAsync()).ShouldAllBe(text => text.Contains(Promotion));
        (await RunAsync("audit")).ShouldContain("boilerplate learn");
    }

    [Fact]
    public async Task Without_kept_pages_it_says_what_to_do()
    {
        await File.WriteAllTextAsync(_folder.File("one.json"), """{"title":"Bridge opens","text":"The new bridge over the Ember opened on Monday."}""");
        await RunAsync("ingest", _folder.File("one.json"));

        var run = await NewsBotProgram.RunAsync("articles", "boilerplate", "learn", "--data", DataFolder);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("KeepDocuments");
    }

    private async Task IngestPagesAsync()
    {
        var pages = Directory.CreateDirectory(_folder.File("pages")).FullName;
        foreach (var number in Enumerable.Range(1, 6))
        {
            await File.WriteAllTextAsync(Path.Combine(pages, $"{number}.html"), string.Format(CultureInfo.InvariantCulture, """
                <html lang="en"><head><title>Plan {0}</title><link rel="canonical" href="https://www.herald.example/plan/{0}"></head><body><article><h1>Plan {0} of the harbour</h1>
                <p>The council decided on plan number {0} after a debate of four hours in the harbour hall of the old town.</p><p>{1}</p>
                <p>Work on plan number {0} begins in March and will take until the autumn of next year, the harbour master said.</p></article></body></html>
                """, number, Promotion));
        }

        await RunAsync("ingest", pages);
    }

    private async Task<List<string>> TextsAsync()
    {
        var texts = new List<string>();
        foreach (var line in (await NewsBotProgram.RunAsync("articles", "list", "--json", "--data", DataFolder)).JsonLines())
        {
            var show = await NewsBotProgram.RunAsync("articles", "show", line.GetProperty("article").GetString()!, "--json", "--data", DataFolder);
            texts.Add(show.Json().GetProperty("text").GetString()!);
        }

        return texts;
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var run = await NewsBotProgram.RunAsync([.. arguments, "--data", DataFolder]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output;
    }
}
