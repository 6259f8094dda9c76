using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Qdrant;

/// <summary>The built program with <c>Qdrant:Endpoint</c> set: the same answers from another store.</summary>
public sealed class QdrantTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FakeQdrantServer _qdrant = null!;

    public async ValueTask InitializeAsync() => _qdrant = await FakeQdrantServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _qdrant.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_sample_is_ingested_into_Qdrant_verified_and_answered_from_there()
    {
        var ingest = await RunAsync("ingest", "--sample");
        var verify = await RunAsync("verify");
        var ask = await RunAsync("ask", "Why did the cost of the harbour tunnel increase?", "--json");

        ingest.ExitCode.ShouldBe(0, ingest.Errors);
        verify.ExitCode.ShouldBe(0, verify.Errors + verify.Output);
        ask.ExitCode.ShouldBe(0, ask.Errors);
        ask.Json().GetProperty("answer").GetString()!.ShouldContain("second escape shaft");
        _qdrant.Calls.ShouldContain(call => call.Method.EndsWith("Query", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_doctor_tries_a_server_and_says_what_it_found()
    {
        var run = await NewsBotProgram.RunAsync("doctor", "--qdrant", _qdrant.Endpoint.ToString(), "--data", _folder.File("data"));

        run.Output.ShouldContain("ok    Qdrant");
        run.Output.ShouldNotContain("FAIL  Qdrant");
    }

    [Fact]
    public async Task While_the_server_is_away_the_embedded_index_answers_and_says_so()
    {
        (await RunAsync("ingest", "--sample")).ExitCode.ShouldBe(0);
        _qdrant.Faults.IsUnavailable = true;

        var ask = await RunAsync("ask", "Why did the cost of the harbour tunnel increase?");

        ask.ExitCode.ShouldBe(0, ask.Errors);
        ask.Output.ShouldContain("second escape shaft");
        (ask.Output + ask.Errors).ShouldContain("could not be asked");
    }

    [Fact]
    public async Task A_server_that_is_away_is_never_an_empty_archive()
    {
        (await RunAsync("ingest", "--sample")).ExitCode.ShouldBe(0);
        _qdrant.Faults.IsUnavailable = true;

        var ask = await RunAsync("ask", "Why did the cost of the harbour tunnel increase?", standby: false);

        ask.ExitCode.ShouldBe(1);
        ask.Output.ShouldBeEmpty();
        ask.Errors.ShouldContain("Qdrant");
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => RunAsync(arguments, standby: true);

    private Task<ProgramRun> RunAsync(string verb, string argument, bool standby) => RunAsync([verb, argument], standby);

    private Task<ProgramRun> RunAsync(string[] arguments, bool standby) => NewsBotProgram.RunWithAsync(
        new Dictionary<string, string>
        {
            ["NEWSBOT_Qdrant__Endpoint"] = _qdrant.Endpoint.GetLeftPart(UriPartial.Authority),
            ["NEWSBOT_Qdrant__Standby"] = standby ? "true" : "false",
        },
        [.. arguments, "--data", _folder.File("data")]);
}
