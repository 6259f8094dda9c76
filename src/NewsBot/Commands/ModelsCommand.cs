using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Embedding;
using NewsBot.Retrieval.Dense.Models;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>models list|pull|embed</c>: the embedding models that are here, bringing one, and making the vectors of an archive now.</summary>
internal static class ModelsCommand
{
    private static readonly TimeSpan TellInterval = TimeSpan.FromSeconds(5);

    public static Command Create(CommonOptions common) => new("models", "Embedding models: which are here, bringing one, making vectors.")
    {
        CreateList(common),
        CreatePull(common),
        CreateEmbed(common),
    };

    private static Command CreateList(CommonOptions common)
    {
        var command = new Command("list", "The models that are here and those that 'models pull NAME' knows.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            var library = verb.Get<ModelLibrary>();
            var options = verb.Get<IOptions<EmbeddingsOptions>>().Value;
            var used = options.Is(EmbeddingsOptions.Onnx) ? Path.GetFileName(library.FolderOf(options.Model!)) : null;
            var models = library.List();
            if (verb.Json)
            {
                var json = new ModelsJson(library.Folder, [.. models.Select(model => ModelJson.From(model, IsUsed(model)))]);
                Console.WriteLine(JsonSerializer.Serialize(json, ContractJson.ForTerminals.ModelsJson));
                return Task.FromResult(ExitCode.Done);
            }

            Console.WriteLine($"{"model",-26} {"state",-10} {"size",9} {"dimension",9}  licence");
            foreach (var model in models)
            {
                Console.WriteLine(HarmlessText.OneLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{model.Name,-26} {(IsUsed(model) ? "in use" : model.IsHere ? "here" : "to pull"),-10} {model.Bytes / 1e6,6:F1} MB {model.Dimensions?.ToString(CultureInfo.InvariantCulture) ?? "?",9}  {model.Licence ?? "?"}")));
                if (model.Problem is { } problem)
                {
                    Console.WriteLine("    " + HarmlessText.OneLine(problem));
                }
            }

            return Task.FromResult(ExitCode.Done);

            bool IsUsed(ListedModel model) => string.Equals(model.Name, used, StringComparison.OrdinalIgnoreCase);
        });
        return command;
    }

    private static Command CreatePull(CommonOptions common)
    {
        var model = new Argument<string>("NAME_OR_URL") { Description = "A name that 'models list' shows, or the address of one file of a model." };
        var hash = new Option<string?>("--sha256") { Description = "The SHA-256 that the file must have; required with an address.", HelpName = "HASH" };
        var name = new Option<string?>("--name") { Description = "The model that the file belongs to; else the repository's name in the address.", HelpName = "NAME" };
        var command = new Command("pull", "Bring a model; what was begun is gone on with, what has another hash is refused.") { model, hash, name };
        Verb.SetAction(command, common, StoreAccess.Read, async (verb, parsed, cancellationToken) =>
        {
            try
            {
                var place = await PullAsync(verb.Get<ModelLibrary>(), parsed.GetRequiredValue(model), parsed.GetValue(hash), parsed.GetValue(name), cancellationToken);
                Console.WriteLine($"The model is in {place}.");
                return ExitCode.Done;
            }
            catch (ModelPullException failure)
            {
                throw CommandFailure.Failed(failure.Message);
            }
        });
        return command;
    }

    private static Task<string> PullAsync(ModelLibrary library, string model, string? hash, string? name, CancellationToken cancellationToken)
    {
        var told = DateTimeOffset.MinValue;
        var progress = new Told<DownloadProgress>(download =>
        {
            if (DateTimeOffset.UtcNow - told > TellInterval)
            {
                told = DateTimeOffset.UtcNow;
                Console.Error.WriteLine(FormattableString.Invariant($"{download.File}: {download.Bytes / 1e6:F1} MB{(download.All is { } all ? FormattableString.Invariant($" of {all / 1e6:F1}") : "")}"));
            }
        });
        if (!Uri.TryCreate(model, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return library.PullAsync(model, progress, cancellationToken);
        }

        return hash is { Length: 64 } && hash.All(char.IsAsciiHexDigit)
            ? library.PullAsync(address, hash.ToLowerInvariant(), name, progress, cancellationToken)
            : throw CommandFailure.Usage("An address needs --sha256 with the 64 hexadecimal digits that the file must have: only so is it the file you mean.");
    }

    private static Command CreateEmbed(CommonOptions common)
    {
        var command = new Command("embed", "Make the vectors that the archive lacks, now; a running host does it by itself.");
        Verb.SetAction(command, common, StoreAccess.Read, async (verb, _, cancellationToken) =>
        {
            var archive = verb.ExistingArchive();
            var embedding = verb.Find<IArticleEmbedding>()
                ?? throw CommandFailure.Failed("No embedding model is configured: set Embeddings:Provider to onnx or openai, and Embeddings:Model ('newsbot models list' shows the names).");
            await verb.BringIndexUpToDateAsync(cancellationToken);
            var told = DateTimeOffset.MinValue;
            var made = await embedding.EmbedMissingAsync(archive, new Told<EmbeddingProgress>(Tell), cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"{made:N0} vectors made: {embedding.ProgressOf(archive)}."));
            if (verb.Find<TextEncoders>()?.Configured.GetService(typeof(EmbeddingUsage)) is EmbeddingUsage usage)
            {
                Console.WriteLine($"The endpoint used {usage}.");
            }

            return ExitCode.Done;

            void Tell(EmbeddingProgress progress)
            {
                if (DateTimeOffset.UtcNow - told > TellInterval)
                {
                    told = DateTimeOffset.UtcNow;
                    Console.Error.WriteLine(progress);
                }
            }
        });
        return command;
    }

    /// <summary>Tells on the thread that reports, so that nothing comes after the end.</summary>
    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
