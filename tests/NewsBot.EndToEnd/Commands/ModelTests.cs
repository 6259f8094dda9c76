using NewsBot.EndToEnd.Programs;
using NewsBot.EndToEnd.Sample;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>The program with a language model, set by environment variables as operators do, and a server in the model's place.</summary>
public class ModelTests(SampleArchiveFixture archive) : IClassFixture<SampleArchiveFixture>
{
    private const string Question = "Why will the second floor of the new wing stay dark?";
    private const string Source = "The second floor will therefore stay dark until November";
    private const string Reworded = "The hospital will leave its second floor closed until November as it lacks staff.";

    [Theory]
    [InlineData("contradicted", Source, true)]
    [InlineData("supported", Source, false)]
    [InlineData("contradicted", "the second floor is brightly lit", false)]
    public async Task A_second_opinion_that_disagrees_with_a_quote_of_the_source_is_told_under_the_answer(string verdict, string quote, bool isTold)
    {
        await using var model = await FakeChatModel.StartAsync(request => new FakeChatReply.Says(
            IsJudge(request) ? $$"""{"verdict":"{{verdict}}","quote":"{{quote}}"}""" : $"{Reworded} [{NumberOf(request, Source)}]"));

        var run = await AskAsync(model, ("SecondOpinion", "true"));

        run.ExitCode.ShouldBe(0, run.Errors);
        var answer = run.Json();
        answer.GetProperty("claims")[0].GetProperty("text").GetString().ShouldBe(Reworded);
        model.Requests.Count(IsJudge).ShouldBe(1);
        answer.GetProperty("notes").EnumerateArray().Any(note => note.GetString()!.Contains($"A second opinion disagrees with “{Reworded}”: {verdict}", StringComparison.Ordinal)).ShouldBe(isTold);
    }

    [Fact]
    public async Task Without_the_setting_no_second_opinion_is_asked_for()
    {
        await using var model = await FakeChatModel.StartAsync(request => new FakeChatReply.Says($"{Reworded} [{NumberOf(request, Source)}]"));

        var run = await AskAsync(model);

        run.Json().GetProperty("claims")[0].GetProperty("text").GetString().ShouldBe(Reworded);
        model.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_the_model_cost_today_counts_in_the_next_process_and_stats_tells_it()
    {
        await using var model = await FakeChatModel.StartAsync(request => new FakeChatReply.Says($"{Reworded} [{NumberOf(request, Source)}]") { Usage = (4_000_000, 1_000) });
        (string, string)[] limit = [("AskerCostPerDay", "3"), ("InputPrice", "1"), ("OutputPrice", "1000")];

        var first = await AskAsync(model, limit);
        var second = await AskAsync(model, limit);
        var stats = await RunAsync(model, limit, "stats", "--json");

        first.Json().GetProperty("notes").EnumerateArray().ShouldBeEmpty();
        second.ExitCode.ShouldBe(0, second.Errors);
        second.Json().GetProperty("notes").EnumerateArray().ShouldContain(note => note.GetString()!.StartsWith("Answered without the model: today's money of the terminal is spent", StringComparison.Ordinal));
        model.Requests.ShouldHaveSingleItem();
        stats.Json().GetProperty("model_cost_today").GetDecimal().ShouldBeGreaterThanOrEqualTo(5);
        stats.Json().GetProperty("model_tokens_today").GetInt64().ShouldBeGreaterThanOrEqualTo(4_001_000);
    }

    [Fact]
    public async Task A_limit_without_prices_is_refused_at_start_with_what_to_set()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says("NOT_IN_ARCHIVE"));

        var run = await AskAsync(model, ("CostPerDay", "3"));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Chat:InputPrice");
    }

    private Task<ProgramRun> AskAsync(FakeChatModel model, params (string Name, string Value)[] settings) => RunAsync(model, settings, "ask", Question, "--json");

    private Task<ProgramRun> RunAsync(FakeChatModel model, (string Name, string Value)[] settings, params string[] arguments)
    {
        var environment = settings.ToDictionary(setting => "NEWSBOT_Chat__" + setting.Name, setting => setting.Value);
        environment["NEWSBOT_Chat__Endpoint"] = model.Endpoint;
        environment["NEWSBOT_Chat__Model"] = "fake";
        return NewsBotProgram.RunWithAsync(environment, [.. arguments, "--data", archive.DataFolder]);
    }

    private static bool IsJudge(FakeChatRequest request) => request.User.Contains("CLAIM", StringComparison.Ordinal);

    private static int NumberOf(FakeChatRequest request, string words)
    {
        var before = request.User[..Math.Max(0, request.User.IndexOf(words, StringComparison.Ordinal))];
        return before.Split("=== EVIDENCE ").Length - 1;
    }
}
