using System.Text.RegularExpressions;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Sample;

/// <summary>What the README shows is what the program prints: who follows it word for word sees the same.</summary>
public sealed partial class ReadmeTests(SampleArchiveFixture archive) : IClassFixture<SampleArchiveFixture>
{
    private const string Indent = "    ";

    private const string Prompt = Indent + "$ newsbot ";

    public static TheoryData<string> ShownQuestions() => [.. Lines().Where(line => line.StartsWith(Prompt + "ask ", StringComparison.Ordinal)).Select(line => line[Prompt.Length..])];

    [Theory]
    [MemberData(nameof(ShownQuestions))]
    public async Task A_question_of_the_readme_is_answered_as_it_shows(string command)
    {
        string[] arguments = [.. Words().Matches(command).Select(word => word.Value.Trim('"'))];

        var run = await NewsBotProgram.RunAsync([.. arguments, "--data", archive.DataFolder]);

        Today().Replace(run.Output, "today").TrimEnd().ShouldBe(Today().Replace(ShownBehind(command), "today"));
    }

    [Fact]
    public async Task The_check_of_the_readme_gives_the_verdicts_that_it_shows()
    {
        const string command = "check draft.txt";
        var shown = ShownBehind(command);
        var draft = Path.Combine(archive.DataFolder, "draft.txt");
        await File.WriteAllTextAsync(draft, string.Join(' ', Claims().Matches(shown).Select(claim => LineBreak().Replace(claim.Groups["claim"].Value, " "))), TestContext.Current.CancellationToken);

        var run = await NewsBotProgram.RunAsync("check", draft, "--data", archive.DataFolder);

        run.Output.TrimEnd().ShouldBe(shown);
    }

    private static string[] Lines() => File.ReadAllLines(Path.Combine(SharedData.ProjectRoot()!, "README.md"));

    /// <summary>The lines behind a command, up to the next one or the end of the indented block.</summary>
    private static string ShownBehind(string command) => string.Join('\n', Lines()
        .SkipWhile(line => line != Prompt + command).Skip(1)
        .TakeWhile(line => (line.Length == 0 || line.StartsWith(Indent, StringComparison.Ordinal)) && !line.StartsWith(Prompt, StringComparison.Ordinal))
        .Select(line => line.Length == 0 ? line : line[Indent.Length..])).TrimEnd();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex("as of \\d{1,2} [A-Z][a-z]{2} \\d{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Today();

    [GeneratedRegex("^ . +[a-z]+: (?<claim>[^.]+\\.)", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Claims();

    [GeneratedRegex("\\n +", RegexOptions.NonBacktracking)]
    private static partial Regex LineBreak();
}
