using System.Security.Cryptography;
using NewsBot.Fakes;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Models;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>Models are brought from a repository by their hash; what broke off is gone on with, what is other than pinned is refused.</summary>
public sealed class ModelLibraryTests : IAsyncLifetime, IDisposable
{
    private const string Path = "/someone/tiny-model/resolve/abc123/onnx/model.onnx";

    private readonly TemporaryFolder folder = new();
    private readonly byte[] file = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31))];
    private FakeModelRepository repository = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Hash => Convert.ToHexStringLower(SHA256.HashData(file));

    private Uri Address => new(repository.Address + Path);

    public async ValueTask InitializeAsync()
    {
        repository = await FakeModelRepository.StartAsync();
        repository.Files[Path] = file;
    }

    public ValueTask DisposeAsync() => repository.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_goes_to_the_folder_of_its_repository()
    {
        var path = await Library().PullAsync(Address, Hash, name: null, progress: null, Cancellation);

        path.ShouldEndWith(System.IO.Path.Combine("tiny-model", "model.onnx"));
        (await File.ReadAllBytesAsync(path, Cancellation)).ShouldBe(file);
        Directory.GetFiles(System.IO.Path.GetDirectoryName(path)!).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_gone_on_with()
    {
        repository.BreakAfter = 100_000;

        var path = await Library().PullAsync(Address, Hash, name: null, progress: null, Cancellation);

        (await File.ReadAllBytesAsync(path, Cancellation)).ShouldBe(file);
        repository.Ranges.Count.ShouldBe(2);
        repository.Ranges.Last().ShouldNotBeNull().ShouldStartWith("bytes=");
    }

    [Fact]
    public async Task What_an_earlier_run_left_is_gone_on_with_and_a_server_without_ranges_begins_again()
    {
        var target = folder.File("models/tiny-model/model.onnx.part");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        await File.WriteAllBytesAsync(target, file[..50_000], Cancellation);
        repository.KnowsRanges = false;

        var path = await Library().PullAsync(Address, Hash, name: null, progress: null, Cancellation);

        repository.Ranges.ShouldBe(["bytes=50000-"]);
        (await File.ReadAllBytesAsync(path, Cancellation)).ShouldBe(file);
    }

    [Fact]
    public async Task A_file_with_another_hash_is_refused_and_thrown_away()
    {
        var wanted = new string('0', 64);

        var failure = await Should.ThrowAsync<ModelPullException>(() => Library().PullAsync(Address, wanted, name: null, progress: null, Cancellation));

        failure.Message.ShouldContain(Hash);
        Directory.GetFiles(folder.File("models"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_here_is_not_asked_for_again()
    {
        await Library().PullAsync(Address, Hash, "mine", progress: null, Cancellation);
        await Library().PullAsync(Address, Hash, "mine", progress: null, Cancellation);

        repository.Ranges.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_of_the_catalogue_is_asked_for_by_its_revision_and_one_of_another_size_is_refused()
    {
        var model = ModelCatalogue.Find("All-MiniLM-L6-v2")!;
        repository.Files[$"/{model.Repository}/resolve/{model.Revision}/{model.Parts[0].Path}"] = file;

        (await Should.ThrowAsync<ModelPullException>(() => Library().PullAsync("all-minilm-l6-v2", progress: null, Cancellation))).Message.ShouldContain("another file than expected");
        (await Should.ThrowAsync<ModelPullException>(() => Library().PullAsync("bge-small-en-v1.5", progress: null, Cancellation))).Message.ShouldContain("404");
        (await Should.ThrowAsync<ModelPullException>(() => Library().PullAsync("gpt-9", progress: null, Cancellation))).Message.ShouldContain("bge-small-en-v1.5");
    }

    [Fact]
    public void The_list_shows_what_is_here_with_size_and_dimension_and_what_can_be_pulled_with_its_licence()
    {
        TinyEncoder.Write(folder.File("models/tiny"));
        Directory.CreateDirectory(folder.File("models/empty"));

        var models = Library().List().ToDictionary(model => model.Name);

        models["tiny"].ShouldSatisfyAllConditions(
            model => model.IsHere.ShouldBeTrue(), model => model.Dimensions.ShouldBe(TinyEncoder.Dimensions), model => model.Bytes.ShouldBeGreaterThan(100), model => model.Problem.ShouldBeNull());
        models["empty"].Problem.ShouldNotBeNull().ShouldContain("no .onnx file");
        models["bge-small-en-v1.5"].ShouldBe(new ListedModel("bge-small-en-v1.5", IsHere: false, 133_804_886, 384, "MIT", Problem: null));
    }

    private ModelLibrary Library() => new(folder.File("models"), new EmbeddingsOptions { ModelSource = repository.Address }, TimeProvider.System);
}
