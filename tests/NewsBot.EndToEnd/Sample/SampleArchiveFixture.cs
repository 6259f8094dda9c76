using System.Text.Json;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Sample;

/// <summary>The sample archive, ingested once by the program, and the program's answers to its thirty questions.</summary>
public sealed class SampleArchiveFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The data folder.</summary>
    public string DataFolder => _folder.File("data");

    /// <summary>What the ingest said.</summary>
    public JsonElement Ingested { get; private set; }

    /// <summary>The answers by question id.</summary>
    public IReadOnlyDictionary<string, JsonElement> Answers { get; private set; } = new Dictionary<string, JsonElement>();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var ingest = await NewsBotProgram.RunAsync("ingest", "--sample", "--json", "--data", DataFolder);
        ingest.ExitCode.ShouldBe(0, ingest.Errors);
        Ingested = ingest.Json();

        var asked = await NewsBotProgram.RunAsync("ask", "--jsonl", SampleQuestion.File, "--data", DataFolder);
        asked.ExitCode.ShouldBe(0, asked.Errors);
        Answers = asked.JsonLines().ToDictionary(answer => answer.GetProperty("id").GetString()!);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
