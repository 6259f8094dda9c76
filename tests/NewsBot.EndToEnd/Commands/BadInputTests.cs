using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>What people get wrong ends with one clear line and the right exit code.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("--nonsense", "--nonsense")]
    [InlineData("ask", "QUESTION")]
    [InlineData("ask|Who won?|--as-of|tomorrow", "YYYY-MM-DD")]
    [InlineData("ask|Who won?|--since|2024-13-01", "YYYY-MM-DD")]
    [InlineData("stats|--archive|No Such Name", "a-z, 0-9 and '-'")]
    [InlineData("search|harbour|--limit|0", "1 to 100")]
    public async Task A_wrong_command_line_ends_with_2_and_says_what_is_wrong(string arguments, string expected)
    {
        var run = await NewsBotProgram.RunAsync([.. arguments.Split('|'), "--data", _folder.Path]);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain(expected);
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("de_DE.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public async Task The_terminal_speaks_one_language_whatever_the_machine_speaks(string locale)
    {
        var environment = new Dictionary<string, string> { ["LC_ALL"] = locale, ["LANG"] = locale };

        var help = await NewsBotProgram.RunWithAsync(environment, "search", "--help");
        var wrong = await NewsBotProgram.RunWithAsync(environment, "search", "harbour", "--limit");

        help.Output.ShouldContain("Usage:");
        help.Output.ShouldContain("Options:");
        wrong.Errors.ShouldContain("Required argument missing for option: '--limit'.");
    }

    [Fact]
    public async Task An_unknown_archive_ends_with_1_and_says_how_to_create_it()
    {
        await IngestOneArticleAsync();

        var run = await NewsBotProgram.RunAsync("ask", "Who won?", "--archive", "nowhere", "--data", _folder.Path);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("no archive 'nowhere'");
        run.Errors.ShouldContain("ingest");
    }

    [Fact]
    public async Task An_empty_data_folder_ends_with_1_and_says_to_ingest_first()
    {
        var run = await NewsBotProgram.RunAsync("ask", "Who won?", "--data", _folder.Path);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("ingest");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_question_ends_with_2(string question)
    {
        await IngestOneArticleAsync();

        var run = await NewsBotProgram.RunAsync("ask", question, "--data", _folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("empty");
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_ends_with_2_and_names_the_limit()
    {
        await IngestOneArticleAsync();

        var run = await NewsBotProgram.RunAsync("ask", new string('x', 10_000), "--data", _folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("2,000");
    }

    [Fact]
    public async Task A_file_that_does_not_exist_fails_with_a_reason()
    {
        var run = await NewsBotProgram.RunAsync("ingest", _folder.File("missing.html"), "--json", "--data", _folder.File("data"));

        run.ExitCode.ShouldBe(1);
        run.Json().GetProperty("failed")[0].GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named_with_what_to_do()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "");

        var run = await NewsBotProgram.RunAsync("ingest", "--sample", "--data", Path.Combine(_folder.File("file"), "data"));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("--data");
        run.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Help_explains_every_verb()
    {
        var run = await NewsBotProgram.RunAsync("--help");

        run.ExitCode.ShouldBe(0);
        foreach (var verb in new[] { "serve", "ingest", "ask", "search", "check", "extract", "articles", "archives", "jobs", "feeds", "stats", "eval", "backup", "register-commands", "doctor" })
        {
            run.Output.ShouldContain(verb);
        }
    }

    private async Task IngestOneArticleAsync()
    {
        var file = _folder.File("article.txt");
        await File.WriteAllTextAsync(file, "Bridge opens in Eastmoor\n\nThe new bridge over the Ember opened on Monday. Mayor Ines Calder cut the ribbon at noon.\n");
        (await NewsBotProgram.RunAsync("ingest", file, "--data", _folder.Path)).ExitCode.ShouldBe(0);
    }
}
