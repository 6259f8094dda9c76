using NewsBot.EndToEnd.Programs;
using NewsBot.EndToEnd.Sample;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary><c>check</c> as editors use it: a text, claims with their own source, a report.</summary>
public sealed class CheckTests(SampleArchiveFixture archive) : IClassFixture<SampleArchiveFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_draft_is_checked_sentence_by_sentence_and_every_quote_stands_in_the_archive()
    {
        var draft = "The increase is mainly due to a second escape shaft on the eastern bank. The increase is mainly due to a fifth escape shaft on the eastern bank.";

        var run = await NewsBotProgram.RunInAsync(null, draft, "check", "-", "--json", "--data", archive.DataFolder);

        run.ExitCode.ShouldBe(0, run.Errors);
        var claims = run.JsonLines();
        claims.Select(claim => claim.GetProperty("id").GetString()).ShouldBe(["1", "2"]);
        claims[0].GetProperty("verdict").GetString().ShouldBe("supported");
        claims[1].GetProperty("verdict").GetString().ShouldNotBe("supported");
        claims[0].GetProperty("support")[0].GetProperty("quote").GetString()!.ShouldContain("second escape shaft");
    }

    [Fact]
    public async Task A_claim_with_a_source_is_checked_against_that_source_only_and_offsets_are_exact()
    {
        const string source = "The bridge cost 14 million euros. It opened in May.";
        var lines = $$"""
            {"id":"right","claim":"The bridge cost 14 million euros.","source":"{{source}}"}
            {"id":"wrong","claim":"The bridge cost 40 million euros.","source":"{{source}}"}
            """;
        await File.WriteAllTextAsync(_folder.File("claims.jsonl"), lines);

        var run = await NewsBotProgram.RunAsync("check", "--jsonl", _folder.File("claims.jsonl"), "--data", _folder.File("empty"));

        run.ExitCode.ShouldBe(0, run.Errors);
        var results = run.JsonLines();
        results[0].GetProperty("verdict").GetString().ShouldBe("supported");
        results[1].GetProperty("verdict").GetString().ShouldNotBe("supported");
        var support = results[0].GetProperty("support")[0];
        source[support.GetProperty("start").GetInt32()..support.GetProperty("end").GetInt32()].ShouldBe(support.GetProperty("quote").GetString());
    }

    [Fact]
    public async Task The_report_is_a_page_of_its_own()
    {
        var report = _folder.File("report.html");

        var run = await NewsBotProgram.RunInAsync(null, "The ferry sank <b>yesterday</b>.", "check", "-", "--report", report, "--data", archive.DataFolder);

        run.ExitCode.ShouldBe(0, run.Errors);
        var page = await File.ReadAllTextAsync(report);
        page.ShouldStartWith("<!doctype html>", Case.Insensitive);
        page.ShouldContain("&lt;");
        page.ShouldNotContain("<b>yesterday");
    }

    [Fact]
    public async Task A_given_answer_is_checked_again_by_its_id()
    {
        var asked = await NewsBotProgram.RunAsync("ask", "What will the flood wall in Upper Thennock cost?", "--json", "--data", archive.DataFolder);
        var id = asked.JsonLines()[0].GetProperty("id").GetString()!;

        var run = await NewsBotProgram.RunAsync("check", "--answer", id, "--json", "--data", archive.DataFolder);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.JsonLines().ShouldAllBe(claim => claim.GetProperty("verdict").GetString() == "supported");
        (await NewsBotProgram.RunAsync("check", "--answer", Guid.Empty.ToString(), "--data", archive.DataFolder)).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_judge_without_a_model_is_refused_with_what_to_set()
    {
        var run = await NewsBotProgram.RunInAsync(null, "The ferry sank.", "check", "-", "--judge", "--data", archive.DataFolder);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Chat:Endpoint");
    }
}
