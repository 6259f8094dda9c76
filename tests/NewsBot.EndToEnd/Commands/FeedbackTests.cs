using NewsBot.Archive;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>What readers asked in vain, as a newsroom reads it.</summary>
public sealed class FeedbackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Questions_without_an_answer_are_listed_with_their_day_and_as_lines_of_JSON()
    {
        await File.WriteAllTextAsync(_folder.File("one.json"), """{"id":"bridge","title":"Bridge opens","text":"The new bridge over the Ember opened on Monday."}""", TestContext.Current.CancellationToken);
        (await RunAsync("ingest", _folder.File("one.json"))).ExitCode.ShouldBe(0);
        (await RunAsync("feedback", "gaps")).Output.ShouldContain("Nobody has asked in vain yet.");
        using (var store = ArchiveStore.Open(_folder.File("data"), StoreAccess.Write, TimeProvider.System))
        {
            store.Readers.Add(new Gap(new DateTimeOffset(2026, 11, 25, 15, 8, 0, TimeSpan.Zero), ArchiveName.Default, Guild: "1", User: "2", "Who \"won\" the cup?"));
        }

        var listed = await RunAsync("feedback", "gaps");
        var lines = (await RunAsync("feedback", "gaps", "--json")).JsonLines();

        listed.Output.Trim().ShouldBe("25 Nov 2026  Who \"won\" the cup?");
        var line = lines.ShouldHaveSingleItem();
        line.GetProperty("at").GetString().ShouldBe("2026-11-25T15:08:00Z");
        line.GetProperty("question").GetString().ShouldBe("Who \"won\" the cup?");
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => NewsBotProgram.RunAsync([.. arguments, "--data", _folder.File("data")]);
}
