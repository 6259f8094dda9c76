using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>A list of nothing says so to people, and what to do; programs read no line.</summary>
public sealed class EmptyListsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_list_says_that_it_is_empty_and_how_that_changes()
    {
        await RunAsync("ingest", _folder.File("missing.json"));

        (await RunAsync("feeds", "list")).Output.ShouldContain("'newsbot feeds add URL'");
        (await RunAsync("archives", "list")).Output.ShouldContain("'newsbot ingest PATH_OR_URL'");
        (await RunAsync("feeds", "list", "--json")).Output.ShouldBeEmpty();
        (await RunAsync("archives", "list", "--json")).Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_feed_can_be_the_first_thing_that_an_operator_adds()
    {
        (await RunAsync("feeds", "add", "https://news.example/feed")).ExitCode.ShouldBe(0);

        (await RunAsync("feeds", "list")).Output.ShouldContain("https://news.example/feed");
        (await RunAsync("archives", "bind", "42", "default")).ExitCode.ShouldBe(0);
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => NewsBotProgram.RunAsync([.. arguments, "--data", _folder.File("data")]);
}
