using NewsBot.Fakes;

namespace NewsBot.Tests.Retrieval.Qdrant.Transcripts;

/// <summary>The emulator is held to what a real server answered.</summary>
public class TranscriptReplayTests(ITestOutputHelper output)
{
    private static readonly string[] KnownNotPlayed =
    [
        "the call grpc.health.v1.Health/Check",
        "the call qdrant.Collections/CollectionClusterInfo",
        "the call qdrant.Collections/CreateShardKey",
        "the call qdrant.Points/Discover",
        "the call qdrant.Points/Recommend",
        "the call qdrant.Points/Search",
        "the call qdrant.Points/SearchBatch",
        "the call qdrant.Points/SearchGroups",
        "the call qdrant.Points/SearchMatrixPairs",
        "the call qdrant.Snapshots/Create",
        "the call qdrant.Snapshots/Delete",
        "the call qdrant.Snapshots/List",
        "the call qdrant.Snapshots/ListFull",
        "the words about bytes that are no message",
        "Context queries",
        "Discover queries",
        "Document as a query",
        "NearestWithMmr queries",
        "Recommend queries",
        "RelevanceFeedback queries",
        "text indexes in other languages",
        "strict mode",
        "vectors looked up in another collection",
    ];

    [Theory]
    [InlineData("collections")]
    [InlineData("payload-indexes")]
    [InlineData("points-upsert")]
    [InlineData("query-dense-filters")]
    [InlineData("query-formula")]
    [InlineData("query-hybrid-fusion")]
    [InlineData("query-other")]
    [InlineData("query-sparse-idf")]
    [InlineData("scroll-facet")]
    [InlineData("service")]
    [InlineData("service-auth")]
    [InlineData("strict-mode")]
    [InlineData("tenancy")]
    public async Task The_emulator_answers_as_a_real_server_did(string scenario)
    {
        Assert.SkipWhen(Transcript.Folder.Length == 0, SharedData.AbsenceReason);
        var outcome = await TranscriptReplay.Play(Transcript.Read(scenario));

        output.WriteLine($"{outcome.Same} calls answered as recorded, {outcome.Unplayed.Count} not played");
        foreach (var call in outcome.Unplayed)
        {
            output.WriteLine($"not played: {call.Rpc}, {call.Step}: {call.Reason}");
        }

        outcome.Differences.ShouldBeEmpty(string.Join(Environment.NewLine, outcome.Differences));
        outcome.Unplayed.Select(call => call.Reason).ShouldBeSubsetOf(KnownNotPlayed);
        outcome.Unplayed.Where(call => call.Reason.StartsWith("the call ", StringComparison.Ordinal)).Select(call => call.Rpc)
            .Intersect(CallsOfTheAdapter()).ShouldBeEmpty();
    }

    /// <summary>The rpcs that the adapter's own definition of the protocol names; it can make no other call.</summary>
    private static IEnumerable<string> CallsOfTheAdapter()
    {
        var folder = Path.Combine(SharedData.ProjectRoot()!, "src", "NewsBot.Retrieval.Qdrant", "Protos");
        foreach (var file in Directory.EnumerateFiles(folder, "*.proto"))
        {
            var service = "";
            foreach (var words in File.ReadLines(file).Select(line => line.Trim().Split(' ', '(')))
            {
                service = words[0] == "service" ? words[1] : service;
                if (words[0] == "rpc")
                {
                    yield return $"qdrant.{service}/{words[1]}";
                }
            }
        }
    }
}
