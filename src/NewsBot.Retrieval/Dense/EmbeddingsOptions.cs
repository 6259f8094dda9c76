using System.Globalization;
using Microsoft.Extensions.Options;

namespace NewsBot.Retrieval.Dense;

/// <summary>Section <c>Embeddings</c>: the model that makes vectors of articles and questions. Without one, articles are found by words alone.</summary>
public sealed class EmbeddingsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Embeddings";

    /// <summary>No vectors: words alone.</summary>
    public const string None = "none";

    /// <summary>Vectors of an ONNX sentence encoder on this machine.</summary>
    public const string Onnx = "onnx";

    /// <summary>Vectors of an OpenAI-compatible endpoint.</summary>
    public const string OpenAI = "openai";

    /// <summary>Where vectors come from: none, onnx or openai. Default none.</summary>
    public string? Provider { get; set; }

    /// <summary>The model: a name that <c>models list</c> shows, the path of a folder with an ONNX model, or the endpoint's name for it.</summary>
    public string? Model { get; set; }

    /// <summary>The folder that <c>models pull</c> writes to and models are looked for in. Default: <c>models</c> in the data folder.</summary>
    public string? ModelFolder { get; set; }

    /// <summary>Where <c>models pull NAME</c> downloads from. Default <c>https://huggingface.co</c>.</summary>
    public string ModelSource { get; set; } = "https://huggingface.co";

    /// <summary>Threads of the ONNX encoder, 0 to 64; 0 takes half of the processors, so that questions stay quick while articles are embedded. Default 0.</summary>
    public int Threads { get; set; }

    /// <summary>Whether passages get vectors too, after all articles have one for title and lead. Default true.</summary>
    public bool Passages { get; set; } = true;

    /// <summary>The base address of an OpenAI-compatible API, e.g. <c>https://api.openai.com/v1</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The endpoint's key, where it wants one.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How many numbers the endpoint's vectors have, 1 to 8192; required for an endpoint, and every answer is checked against it.</summary>
    public int Dimensions { get; set; }

    /// <summary>Texts of one request, 1 to 2048. Default 64.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>Seconds that a question waits for its vector before it is answered by words alone, .1 to 60. Default 3.</summary>
    public double QuestionSeconds { get; set; } = 3;

    /// <summary>Seconds that a request for articles may take, 1 to 600. Default 60.</summary>
    public double RequestSeconds { get; set; } = 60;

    /// <summary>What a million tokens cost, in any currency, to tell what was spent; 0 is not told. Default 0.</summary>
    public double PricePerMillionTokens { get; set; }

    /// <summary>What goes before a question, where the model wants something there. Default: what is known of the model.</summary>
    public string? QuestionPrefix { get; set; }

    /// <summary>What goes before a passage.</summary>
    public string? PassagePrefix { get; set; }

    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Provider) && !Is(None);

    /// <summary>Whether vectors come from there, in whatever case it is written.</summary>
    public bool Is(string provider) => string.Equals(Provider?.Trim(), provider, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Names the setting that is wrong and says what it may be.</summary>
internal sealed class EmbeddingsOptionsValidator : IValidateOptions<EmbeddingsOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingsOptions options)
    {
        if (!options.IsOn)
        {
            return ValidateOptionsResult.Success;
        }

        List<string?> found =
        [
            options.Is(EmbeddingsOptions.Onnx) || options.Is(EmbeddingsOptions.OpenAI) ? null : $"Embeddings:Provider is '{options.Provider}'; set it to none, onnx or openai.",
            string.IsNullOrWhiteSpace(options.Model) ? "Embeddings:Model is not set; name a model that 'models list' shows, or the endpoint's." : null,
            Outside(nameof(options.Threads), options.Threads, 0, 64),
            Outside(nameof(options.BatchSize), options.BatchSize, 1, 2_048),
            Outside(nameof(options.QuestionSeconds), options.QuestionSeconds, .1, 60),
            Outside(nameof(options.RequestSeconds), options.RequestSeconds, 1, 600),
            Outside(nameof(options.PricePerMillionTokens), options.PricePerMillionTokens, 0, 1_000_000),
            .. EndpointFailures(options),
        ];
        var failures = found.OfType<string>().ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string?> EndpointFailures(EmbeddingsOptions options)
    {
        if (!options.Is(EmbeddingsOptions.OpenAI))
        {
            yield break;
        }

        yield return Outside(nameof(options.Dimensions), options.Dimensions, 1, VectorModel.MostDimensions);
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            yield return $"Embeddings:Endpoint is '{options.Endpoint}'; set it to the API's base, e.g. https://api.openai.com/v1 or http://127.0.0.1:11434/v1.";
        }
        else if (options.ApiKey is { Length: > 0 } && endpoint.Scheme == "http" && !endpoint.IsLoopback && endpoint.Host.Contains('.', StringComparison.Ordinal))
        {
            yield return $"Embeddings:ApiKey would go to {endpoint.Host} unencrypted; use https in Embeddings:Endpoint.";
        }
    }

    private static string? Outside(string setting, double value, double least, double most) => value < least || value > most
        ? string.Create(CultureInfo.InvariantCulture, $"Embeddings:{setting} is {value}; set it to a number from {least} to {most}.")
        : null;
}
