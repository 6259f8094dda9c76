using System.ComponentModel.DataAnnotations;

namespace NewsBot.Retrieval.Reranking;

/// <summary>
/// Section <c>Reranking</c>: an ONNX cross-encoder that reads the question together with the best passage of each of the first articles. Off until a model is
/// named; it costs a run of the model an article, so <c>eval retrieval</c> prints its gain and its cost.
/// </summary>
public sealed class RerankingOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Reranking";

    /// <summary>The model: a name in the folder of models, or the path of a folder. Unset: no reranker.</summary>
    public string? Model { get; set; }

    /// <summary>How many articles are read anew. Default 30.</summary>
    [Range(2, 100, ErrorMessage = "Reranking:Depth must lie between 2 and 100 articles.")]
    public int Depth { get; set; } = 30;

    /// <summary>The share of the reranker beside the ranking's own score. Default .5.</summary>
    [Range(0, 1, ErrorMessage = "Reranking:Weight must lie between 0 (the ranking alone) and 1 (the reranker alone).")]
    public double Weight { get; set; } = .5;

    /// <summary>Seconds that a question waits for it before the ranking stays as it is. Default 5.</summary>
    [Range(.1, 60, ErrorMessage = "Reranking:Seconds must lie between 0.1 and 60.")]
    public double Seconds { get; set; } = 5;

    /// <summary>Whether a model is named.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Model);
}
