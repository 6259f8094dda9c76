using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>What becomes of an article that is changed and then removed, and of the answers that cite it, as the terminal tells it.</summary>
public sealed class CorrectedAndRemovedTests : IDisposable
{
    private const string First = "The heron sanctuary at Quillfen opened on Sunday.\n\nThe boardwalk at Quillfen cost $214,000 and was built by volunteers.";

    private const string Question = "What did the boardwalk at Quillfen cost?";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_changed_figure_shows_word_by_word_in_answers_and_in_checks()
    {
        await IngestAsync(First);
        var before = await AskAsync();
        await IngestAsync(First.Replace("214", "241", StringComparison.Ordinal));

        var shown = (await RunAsync("articles", "show", "herons", "--history")).Output;
        shown.ShouldContain("[-$214,000-]{+$241,000+}");
        shown.ShouldMatch(@"\nCorrected on \d+ \w+ \d{4}: \$214,000 → \$241,000\n");
        (await RunAsync("articles", "show", "herons", "--json")).Json().GetProperty("correction").GetString().ShouldBe("$214,000 → $241,000");
        (await RunAsync("ask", Question)).Output.ShouldContain("[1] was corrected on ");
        (await RunAsync("check", "--answer", before)).Output.ShouldContain("outdated");
        (await RunAsync("check", await FileAsync("claim.txt", "The boardwalk at Quillfen cost $214,000."))).Output.ShouldContain("outdated");
    }

    [Fact]
    public async Task A_removed_article_leaves_no_word_behind_and_is_explained_by_its_id_and_by_that_of_the_answer()
    {
        await IngestAsync(First);
        var answer = await AskAsync();

        (await RunAsync("articles", "remove", "herons", "--reason", "asked for by the author")).Output.ShouldContain("Backups");

        (await RunAsync("articles", "show", "herons")).Errors.ShouldContain("asked for by the author");
        (await RunAsync("check", "--answer", answer)).Errors.ShouldContain("asked for by the author");
        (await RunAsync("search", "Quillfen")).Output.ShouldContain("Nothing found");
        Directory.EnumerateFiles(_folder.File("data"), "*", SearchOption.AllDirectories)
            .Where(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("quillfen", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();
    }

    private async Task<string> AskAsync() => (await RunAsync("ask", Question, "--json")).Json().GetProperty("id").GetString()!;

    private async Task IngestAsync(string text)
    {
        var file = await FileAsync("herons.json", System.Text.Json.JsonSerializer.Serialize(new { id = "herons", title = "Heron sanctuary opens", text, source = "Harbor Herald" }));
        (await RunAsync("ingest", file)).ExitCode.ShouldBe(0);
    }

    private async Task<string> FileAsync(string name, string text)
    {
        await File.WriteAllTextAsync(_folder.File(name), text);
        return _folder.File(name);
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => NewsBotProgram.RunAsync([.. arguments, "--data", _folder.File("data")]);
}
