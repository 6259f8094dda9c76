using NewsBot.Retrieval.Dense.Encoders;

namespace NewsBot.Retrieval.Dense.Models;

/// <summary>A model, on this machine or to be had.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHere">Whether its files are here.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Dimensions">How many numbers its vectors have; null where nothing says.</param>
/// <param name="Licence">Its licence; null where nothing says.</param>
/// <param name="Problem">What is missing or damaged, or null.</param>
public sealed record ListedModel(string Name, bool IsHere, long Bytes, int? Dimensions, string? Licence, string? Problem);

/// <summary>The folder of models: one folder a model.</summary>
public sealed class ModelLibrary(string folder, EmbeddingsOptions options, TimeProvider clock)
{
    /// <summary>More than any encoder that one machine would run.</summary>
    private const long MostBytes = 4L << 30;

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The folder of a model: in the library, or where a path points.</summary>
    public string FolderOf(string model) =>
        Path.IsPathRooted(model) || model.Contains('/', StringComparison.Ordinal) || model.Contains('\\', StringComparison.Ordinal)
            ? Path.GetFullPath(model)
            : Path.Combine(folder, model.ToLowerInvariant());

    /// <summary>The models that are here and those that can be pulled by name, by name.</summary>
    public IReadOnlyList<ListedModel> List()
    {
        var here = Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(Here).ToList() : [];
        var absent = ModelCatalogue.Models
            .Where(model => here.All(known => !string.Equals(known.Name, model.Card.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(model => new ListedModel(model.Card.Name, IsHere: false, model.Bytes, model.Card.Dimensions, model.Card.Licence, Problem: null));
        return [.. here.Concat(absent).OrderBy(model => model.Name, StringComparer.Ordinal)];
    }

    /// <summary>Pulls a model of the catalogue. Returns its folder.</summary>
    /// <exception cref="ModelPullException">It is unknown, cannot be had, or is other than pinned.</exception>
    public async Task<string> PullAsync(string name, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var model = ModelCatalogue.Find(name) ?? throw new ModelPullException(
            $"There is no model '{name}' to pull. Known: {string.Join(", ", ModelCatalogue.Models.Select(known => known.Card.Name))}; any other with 'models pull URL --sha256 HASH'.");
        var target = FolderOf(model.Card.Name);
        using var client = Client();
        var download = new ModelDownload(client, clock);
        foreach (var part in model.Parts)
        {
            await download.BringAsync(AddressOf(model, part), Path.Combine(target, Path.GetFileName(part.Path)), part.Sha256, part.Bytes, progress, cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(target, EncoderCard.FileName), model.Card.ToJson(), cancellationToken);
        return target;
    }

    /// <summary>Pulls one file from an address into a model's folder. Returns its path.</summary>
    /// <param name="address">Where the file is.</param>
    /// <param name="sha256">The hash that it must have.</param>
    /// <param name="name">The model it belongs to; null takes the repository's name out of the address.</param>
    /// <param name="progress">Told now and then; null for none.</param>
    /// <param name="cancellationToken">Cancels it; what is downloaded stays.</param>
    /// <exception cref="ModelPullException">It cannot be had, or is another file.</exception>
    public async Task<string> PullAsync(Uri address, string sha256, string? name, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(address.LocalPath);
        var target = Path.Combine(FolderOf(name ?? NameIn(address)), file.Length > 0 ? file : "model.onnx");
        using var client = Client();
        await new ModelDownload(client, clock).BringAsync(address, target, sha256, MostBytes, progress, cancellationToken);
        return target;
    }

    /// <summary>The model's name in an address: the repository before "resolve", else the folder that the file lies in.</summary>
    private static string NameIn(Uri address)
    {
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(parts, "resolve") is > 0 and var resolve ? resolve - 1 : parts.Length - 2;
        var name = at >= 0 ? Uri.UnescapeDataString(parts[at]) : address.Host;
        return string.Concat(name.Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_')).Trim('.') is { Length: > 0 } clean
            ? clean
            : throw new ModelPullException($"No name can be read out of {address}: give one with --name.");
    }

    private static HttpClient Client() => new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(15) }) { Timeout = Timeout.InfiniteTimeSpan };

    private static ListedModel Here(string path)
    {
        var bytes = Directory.GetFiles(path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        var name = Path.GetFileName(path);
        try
        {
            var card = ModelFolder.Open(path).Card;
            return new ListedModel(name, IsHere: true, bytes, card.Dimensions, card.Licence, File.Exists(Path.Combine(path, "vocab.txt")) || File.Exists(Path.Combine(path, "tokenizer.json")) ? null : "its vocabulary is missing: pull vocab.txt or tokenizer.json too");
        }
        catch (EmbeddingUnavailableException failure)
        {
            return new ListedModel(name, IsHere: true, bytes, Dimensions: null, Licence: null, failure.Message);
        }
    }

    private Uri AddressOf(CataloguedModel model, ModelPart part) => new($"{options.ModelSource.TrimEnd('/')}/{model.Repository}/resolve/{model.Revision}/{part.Path}");
}
