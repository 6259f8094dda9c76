using NewsBot.EndToEnd.Programs;
using NewsBot.EndToEnd.Sample;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary><c>eval</c> as an operator uses it: measure, change a setting, compare, tune.</summary>
public sealed class EvalTests(SampleArchiveFixture archive) : IClassFixture<SampleArchiveFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_run_is_compared_with_an_earlier_one()
    {
        var before = await RunAsync("eval", "retrieval", SampleQuestion.File, "--json");
        before.ExitCode.ShouldBe(0, before.Errors);
        before.Json().GetProperty("overall").GetProperty("hit_at10").GetDouble().ShouldBeGreaterThan(.9);
        await File.WriteAllTextAsync(_folder.File("before.json"), before.Output, TestContext.Current.CancellationToken);

        var compared = await RunAsync("eval", "retrieval", SampleQuestion.File, "--compare", _folder.File("before.json"));

        compared.ExitCode.ShouldBe(0, compared.Errors);
        compared.Output.ShouldContain("MRR@10");
        compared.Output.ShouldContain(".000 [.000, .000]  no difference beyond chance");
        compared.Output.ShouldContain("answerable refused");
    }

    [Fact]
    public async Task Articles_may_be_named_by_their_addresses_and_those_that_the_archive_lacks_are_told()
    {
        await File.WriteAllTextAsync(_folder.File("few.jsonl"), """
            {"id":"1","question":"Who approved the harbour tunnel?","relevant":["https://www.harborherald.example/2024/03/12/council-clears-harbour-tunnel"]}
            {"id":"2","question":"Who won the chess cup?","relevant":["no-such-article"]}
            """, TestContext.Current.CancellationToken);

        var run = await RunAsync("eval", "retrieval", _folder.File("few.jsonl"), "--json");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Json().GetProperty("overall").GetProperty("hit_at5").GetDouble().ShouldBe(1);
        run.Errors.ShouldContain("does not have 1 article that questions name, as 'no-such-article' of question '2'");
    }

    [Fact]
    public async Task A_question_set_that_states_no_short_answers_is_measured_by_its_citations()
    {
        await File.WriteAllTextAsync(_folder.File("few.jsonl"), """
            {"id":"1","question":"Who approved the tunnel?","relevant":["https://www.harborherald.example/2024/03/12/council-clears-harbour-tunnel"],"as_of":"2024-04-01"}
            {"id":"2","question":"Who is the president of France?","answerable":false}
            """, TestContext.Current.CancellationToken);

        var run = await RunAsync("eval", "answers", _folder.File("few.jsonl"));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("cite R");
        run.Output.ShouldNotContain("(none)", Case.Insensitive, "one kind of question is all of them");
        run.Output.ShouldNotContain("misses", Case.Insensitive, "the right article is cited, and what is absent is refused");
    }

    [Fact]
    public async Task Tuning_names_every_weight_and_advises()
    {
        var tuned = await RunAsync("eval", "retrieval", SampleQuestion.File, "--tune");

        tuned.ExitCode.ShouldBe(0, tuned.Errors);
        tuned.Output.ShouldContain("RecencyWeight");
        tuned.Output.ShouldContain("held aside");
        tuned.Output.ShouldContain("keep the present ones");
    }

    [Fact]
    public async Task Answers_are_measured_with_what_each_threshold_would_refuse()
    {
        var measured = await RunAsync("eval", "answers", SampleQuestion.File, "--json");

        measured.ExitCode.ShouldBe(0, measured.Errors);
        var rows = measured.Json().GetProperty("abstention").EnumerateArray().Select(row => row.GetProperty("refused").GetInt32()).ToList();
        rows.ShouldBeInOrder();
        rows.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_run_of_answers_is_compared_with_an_earlier_one()
    {
        await File.WriteAllTextAsync(_folder.File("before.json"), (await RunAsync("eval", "answers", SampleQuestion.File, "--json")).Output, TestContext.Current.CancellationToken);

        var compared = await RunAsync("eval", "answers", SampleQuestion.File, "--compare", _folder.File("before.json"));

        compared.ExitCode.ShouldBe(0, compared.Errors);
        compared.Output.ShouldContain("absent refused");
        compared.Output.ShouldContain(".000 [.000, .000]  within chance");
    }

    [Fact]
    public async Task A_file_that_is_no_earlier_run_is_named()
    {
        var compared = await RunAsync("eval", "retrieval", SampleQuestion.File, "--compare", SampleQuestion.File);

        compared.ExitCode.ShouldBe(1);
        compared.Errors.ShouldContain("is no run of 'eval retrieval'");
    }

    public void Dispose() => _folder.Dispose();

    private Task<ProgramRun> RunAsync(params string[] arguments) => NewsBotProgram.RunAsync([.. arguments, "--data", archive.DataFolder]);
}
