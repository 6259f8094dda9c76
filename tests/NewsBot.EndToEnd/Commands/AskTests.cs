using NewsBot.EndToEnd.Programs;
using NewsBot.EndToEnd.Sample;

namespace NewsBot.EndToEnd.Commands;

/// <summary><c>ask</c> as people use it beyond the thirty questions of the sample.</summary>
public class AskTests(SampleArchiveFixture archive) : IClassFixture<SampleArchiveFixture>
{
    [Theory]
    [InlineData("What is the latest on the harbour tunnel?", "950 metres")]
    [InlineData("Any news about the Ostrey ferry?", "7 to 6")]
    [InlineData("What's new with the library?", "reopened on 10 May 2025")]
    public async Task Asked_for_the_latest_it_tells_what_the_newest_report_says(string question, string expected)
    {
        var run = await NewsBotProgram.RunAsync("ask", question, "--json", "--data", archive.DataFolder);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Json().GetProperty("answer").GetString()!.ShouldContain(expected);
    }

    [Fact]
    public async Task Asked_for_the_latest_of_what_the_archive_does_not_know_it_says_so()
    {
        var run = await NewsBotProgram.RunAsync("ask", "What is the latest on the moon base?", "--data", archive.DataFolder);

        run.ExitCode.ShouldBe(3);
        run.Output.ShouldContain("Not in the archive");
    }

    [Fact]
    public async Task The_same_question_has_another_answer_as_of_an_earlier_day()
    {
        var now = await NewsBotProgram.RunAsync("ask", "What is the latest on the Ostrey ferry?", "--json", "--data", archive.DataFolder);
        var then = await NewsBotProgram.RunAsync("ask", "What is the latest on the Ostrey ferry?", "--as-of", "2025-03-31", "--json", "--data", archive.DataFolder);

        now.Json().GetProperty("answer").GetString()!.ShouldContain("$3.50");
        then.Json().GetProperty("answer").GetString()!.ShouldContain("free");
        then.Json().GetProperty("citations").EnumerateArray().ShouldAllBe(citation => string.CompareOrdinal(citation.GetProperty("published").GetString(), "2025-04") < 0);
    }

    [Fact]
    public async Task A_follow_up_question_knows_what_it_follows()
    {
        var first = await NewsBotProgram.RunAsync("ask", "When did the town library reopen?", "--json", "--data", archive.DataFolder);
        var id = first.Json().GetProperty("id").GetString()!;

        var second = await NewsBotProgram.RunAsync("ask", "and why was it closed?", "--after", id, "--json", "--data", archive.DataFolder);

        second.ExitCode.ShouldBeOneOf(0, 3);
        second.Json().GetProperty("notes").EnumerateArray().ShouldContain(note => note.GetString()!.Contains("library", StringComparison.OrdinalIgnoreCase));
    }
}
