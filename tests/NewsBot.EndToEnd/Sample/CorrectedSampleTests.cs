using NewsBot.EndToEnd.Programs;

namespace NewsBot.EndToEnd.Sample;

/// <summary>What the program says of the sample's corrected story and of its syndicated ones.</summary>
public class CorrectedSampleTests(SampleArchiveFixture archive) : IClassFixture<SampleArchiveFixture>
{
    [Theory]
    [InlineData("The new wing will have 64 beds, most of them in single rooms.")]
    [InlineData("The new wing of St. Hethel's Hospital will have 64 beds.")]
    public async Task A_claim_from_a_telling_that_was_corrected_is_outdated_and_the_correction_is_named(string claim)
    {
        var file = Path.Combine(archive.DataFolder, "claim.txt");
        await File.WriteAllTextAsync(file, claim, TestContext.Current.CancellationToken);

        var check = (await NewsBotProgram.RunAsync("check", file, "--json", "--data", archive.DataFolder)).JsonLines().Single();

        check.GetProperty("verdict").GetString().ShouldBe("outdated");
        check.GetProperty("reasons")[0].GetString().ShouldNotBeNull().ShouldContain("CORRECTION: St. Hethel’s plans new wing with 46 beds");
    }

    [Fact]
    public void What_a_paper_got_wrong_is_answered_by_its_own_note_and_what_is_right_follows()
    {
        var answer = archive.Answers["sample-26"].GetProperty("answer").GetString().ShouldNotBeNull();

        answer.ShouldContain("gave the number of beds in the new wing as 64. [1] The correct number is 46.");
    }

    [Fact]
    public void An_answer_from_a_syndicated_story_names_who_else_published_it() =>
        archive.Answers["sample-27"].GetProperty("citations")[0].GetProperty("also_published_by").EnumerateArray().Select(paper => paper.ToString())
            .ShouldContain(paper => paper.Contains("Valley Courier", StringComparison.Ordinal));
}
