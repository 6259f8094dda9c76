using System.Security.Cryptography;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>An embedding model from the repository to the found article, all by the built program.</summary>
public sealed class ModelsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FakeModelRepository _repository = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _repository = await FakeModelRepository.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _repository.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_model_is_pulled_listed_and_used()
    {
        var made = TinyEncoder.Write(_folder.File("made"));
        foreach (var file in Directory.GetFiles(made))
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancellation);
            var path = $"/someone/tiny/resolve/main/{Path.GetFileName(file)}";
            _repository.Files[path] = bytes;
            var pull = await RunAsync([], "models", "pull", _repository.Address + path, "--sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)));
            pull.ExitCode.ShouldBe(0, pull.Errors);
        }

        await File.WriteAllTextAsync(
            _folder.File("news.jsonl"),
            """
            {"id":"ship","headline":"Vessel left","content":"The vessel left."}
            {"id":"school","headline":"School closed","content":"The school closed."}
            """,
            Cancellation);
        (await RunAsync([], "ingest", _folder.File("news.jsonl"))).ExitCode.ShouldBe(0);
        (string, string)[] configured = [("NEWSBOT_Embeddings__Provider", "onnx"), ("NEWSBOT_Embeddings__Model", "tiny")];

        var embed = await RunAsync(configured, "models", "embed");
        embed.ExitCode.ShouldBe(0, embed.Errors);
        embed.Output.ShouldContain("2 of 2 articles have vectors of tiny (4 dimensions)");
        (await RunAsync(configured, "stats")).Output.ShouldContain("2 of 2 articles");
        (await RunAsync(configured, "search", "boat", "--json")).Json().GetProperty("results")[0].GetProperty("article").GetString().ShouldBe("ship");
        (await RunAsync([], "search", "boat", "--json")).Json().GetProperty("results").GetArrayLength().ShouldBe(0);

        var listed = (await RunAsync(configured, "models", "list", "--json")).Json().GetProperty("models").EnumerateArray().Single(model => model.GetProperty("name").GetString() == "tiny");
        listed.GetProperty("used").GetBoolean().ShouldBeTrue();
        listed.GetProperty("dimensions").GetInt32().ShouldBe(TinyEncoder.Dimensions);
    }

    [Fact]
    public async Task A_host_makes_vectors_by_itself_and_health_tells_how_far_it_is()
    {
        var environment = new Dictionary<string, string> { ["NEWSBOT_Embeddings__Provider"] = "onnx", ["NEWSBOT_Embeddings__Model"] = TinyEncoder.Write(_folder.File("tiny")) };
        await using var host = await ServingProgram.StartAsync(_folder.File("data"), verb: null, environment);

        await host.WaitUntilAsync("Made 40 vectors");

        using var client = new HttpClient { BaseAddress = host.Address };
        (await client.GetStringAsync(new Uri("/healthz/ready", UriKind.Relative), Cancellation)).ShouldContain("every article has its vectors");
    }

    [Fact]
    public async Task Without_a_model_configured_no_runtime_for_models_is_loaded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        using var host = NewsBotProgram.Start(["--data", _folder.File("data")], environment: new Dictionary<string, string> { ["NEWSBOT_Web__Urls"] = "http://127.0.0.1:0" });
        try
        {
            var output = "";
            while (!output.Contains("citations checked", StringComparison.Ordinal))
            {
                output += await host.StandardOutput.ReadLineAsync(Cancellation) ?? throw new InvalidOperationException("The host ended: " + await host.StandardError.ReadToEndAsync(Cancellation));
            }

            // It has ingested, searched and answered.
            (await File.ReadAllTextAsync($"/proc/{host.Id}/maps", Cancellation)).ShouldNotContain("onnxruntime", Case.Insensitive);
        }
        finally
        {
            host.Kill(entireProcessTree: true);
        }
    }

    private Task<ProgramRun> RunAsync((string Name, string Value)[] settings, params string[] arguments) =>
        NewsBotProgram.RunWithAsync(settings.ToDictionary(setting => setting.Name, setting => setting.Value), [.. arguments, "--data", _folder.File("data")]);
}
