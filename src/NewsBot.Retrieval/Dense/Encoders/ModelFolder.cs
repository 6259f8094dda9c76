using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Retrieval.Dense.Encoders;

/// <summary>
/// A folder with an ONNX model, its vocabulary, and what is known of using it: <c>newsbot-model.json</c>, else what the files of sentence-transformers
/// say, else what its family is known to need.
/// </summary>
internal sealed record ModelFolder(string Path, string ModelFile, EncoderCard Card)
{
    /// <summary>Reads a folder without loading the model.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="EmbeddingUnavailableException">There is no model in it, or nothing says how large its vectors are.</exception>
    public static ModelFolder Open(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new EmbeddingUnavailableException($"There is no embedding model in {path}: run 'newsbot models pull NAME' ('newsbot models list' shows the names), or set Embeddings:Model to another.");
        }

        try
        {
            var model = ModelFileIn(path) ?? throw new EmbeddingUnavailableException($"{path} holds no .onnx file: run 'newsbot models pull NAME' again, or set Embeddings:Model to another folder.");
            return new ModelFolder(path, model, CardOf(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new EmbeddingUnavailableException($"The embedding model in {path} cannot be read ({failure.Message.TrimEnd('.')}): run 'newsbot models pull NAME' again.", failure);
        }
    }

    private static string? ModelFileIn(string path)
    {
        var files = Directory.GetFiles(path, "*.onnx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        return files.FirstOrDefault(file => System.IO.Path.GetFileName(file) == "model.onnx") ?? files.FirstOrDefault();
    }

    private static EncoderCard CardOf(string path)
    {
        if (System.IO.Path.Combine(path, EncoderCard.FileName) is var stated && File.Exists(stated))
        {
            return EncoderCard.Parse(File.ReadAllText(stated)) ?? throw new JsonException($"{stated} is empty");
        }

        var name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
        var model = Read(path, "config.json", CardJson.Default.ModelConfiguration);
        var family = ModelFamily.Of(name);
        return family.Card with
        {
            Name = name,
            Dimensions = model?.HiddenSize ?? throw new EmbeddingUnavailableException($"{path} has neither {EncoderCard.FileName} nor a config.json that states hidden_size: nothing says how large its vectors are."),
            Pooling = Read(path, "1_Pooling/config.json", CardJson.Default.PoolingConfiguration) is { } pooling
                ? pooling.PoolingModeClsToken == true ? Pooling.FirstToken : Pooling.Mean
                : family.Card.Pooling,
            MaximumTokens = Math.Min(
                Read(path, "sentence_bert_config.json", CardJson.Default.LengthConfiguration)?.MaxSeqLength ?? family.Card.MaximumTokens,
                model.MaxPositionEmbeddings ?? int.MaxValue),
            LowerCase = Read(path, "tokenizer_config.json", CardJson.Default.TokenizerConfiguration)?.DoLowerCase ?? true,
        };
    }

    private static T? Read<T>(string folder, string file, JsonTypeInfo<T> type)
        where T : class
    {
        var path = System.IO.Path.Combine(folder, file);
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), type) : null;
    }
}

/// <summary>What the cards of a family of models say alike.</summary>
internal sealed record ModelFamily(string Mark, EncoderCard Card)
{
    private static readonly ModelFamily Other = new("", new EncoderCard { Name = "", Dimensions = 0, MaximumTokens = 256 });

    private static readonly ModelFamily[] Known =
    [
        new("bge-", new EncoderCard
        {
            Name = "",
            Dimensions = 0,
            Pooling = Pooling.FirstToken,
            QuestionPrefix = "Represent this sentence for searching relevant passages: ",
        }),
        new("e5-", new EncoderCard { Name = "", Dimensions = 0, QuestionPrefix = "query: ", PassagePrefix = "passage: " }),
    ];

    public static ModelFamily Of(string name) =>
        Known.FirstOrDefault(family => name.Contains(family.Mark, StringComparison.OrdinalIgnoreCase)) ?? Other;
}
