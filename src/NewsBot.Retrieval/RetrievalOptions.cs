using System.ComponentModel.DataAnnotations;

namespace NewsBot.Retrieval;

/// <summary>
/// Section <c>Retrieval</c>: how articles are ranked. The defaults are the flat middle of what was measured on dated news; the table in
/// docs/BENCHMARKS.md shows them beside their neighbours.
/// </summary>
public sealed class RetrievalOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Retrieval";

    /// <summary>
    /// How many times a word of the title counts beside one of the body. Default 8. Another value builds the embedded index anew; Qdrant's
    /// collections keep the defaults of this and of the lead.
    /// </summary>
    [Range(1, 32, ErrorMessage = "Retrieval:TitleWeight must lie between 1 (like the body) and 32.")]
    public int TitleWeight { get; set; } = 8;

    /// <summary>How many times more a word among the first 200 counts. Default 1. Another value builds the embedded index anew.</summary>
    [Range(0, 8, ErrorMessage = "Retrieval:LeadWeight must lie between 0 (like the rest of the body) and 8.")]
    public int LeadWeight { get; set; } = 1;

    /// <summary>How much the prior for recent articles adds at most: 0 is no prior. Default .5.</summary>
    [Range(0, 10, ErrorMessage = "Retrieval:RecencyWeight must lie between 0 (no preference for recent articles) and 10.")]
    public double RecencyWeight { get; set; } = .5;

    /// <summary>Days after which the recency weight has fallen to a third. Default 30.</summary>
    [Range(.1, 36_500, ErrorMessage = "Retrieval:RecencyDays must lie between 0.1 and 36500 days.")]
    public double RecencyDays { get; set; } = 30;

    /// <summary>The same for questions about the latest state ("now", "latest"). Default 1.5.</summary>
    [Range(0, 10, ErrorMessage = "Retrieval:LatestWeight must lie between 0 and 10.")]
    public double LatestWeight { get; set; } = 1.5;

    /// <summary>Days after which that weight has fallen to a third. Default 7.</summary>
    [Range(.1, 36_500, ErrorMessage = "Retrieval:LatestDays must lie between 0.1 and 36500 days.")]
    public double LatestDays { get; set; } = 7;

    /// <summary>How much is added for articles of the days that a question names. Default 1.</summary>
    [Range(0, 10, ErrorMessage = "Retrieval:StatedWeight must lie between 0 and 10.")]
    public double StatedWeight { get; set; } = 1;

    /// <summary>Days from a named day over which that fades to a third; of longer periods, their own length. Default 7.</summary>
    [Range(.1, 36_500, ErrorMessage = "Retrieval:StatedDays must lie between 0.1 and 36500 days.")]
    public double StatedDays { get; set; } = 7;

    /// <summary>The weight of an article's best passage beside the article as a whole. Default .5.</summary>
    [Range(0, 10, ErrorMessage = "Retrieval:PassageWeight must lie between 0 (articles as a whole only) and 10.")]
    public double PassageWeight { get; set; } = .5;

    /// <summary>The weight of other names of the states that a question names ("Bonn" for "Germany"). Default .25.</summary>
    [Range(0, 1, ErrorMessage = "Retrieval:OtherNamesWeight must lie between 0 (only the names as asked) and 1.")]
    public double OtherNamesWeight { get; set; } = .25;

    /// <summary>How much a phrase in quotation marks adds to articles that hold it word for word. Default 1.</summary>
    [Range(0, 10, ErrorMessage = "Retrieval:PhraseWeight must lie between 0 and 10.")]
    public double PhraseWeight { get; set; } = 1;

    /// <summary>
    /// The share of meaning beside words, where an embedding model is configured (section <c>Embeddings</c>). It belongs to the model: fit it with
    /// <c>eval retrieval --tune</c>. Default .2.
    /// </summary>
    [Range(0, 1, ErrorMessage = "Retrieval:MeaningWeight must lie between 0 (words alone) and 1 (meaning alone).")]
    public double MeaningWeight { get; set; } = .2;

    /// <summary>How much of its score a further article of the same source loses. Default .02.</summary>
    [Range(0, .2, ErrorMessage = "Retrieval:SameSourcePenalty must lie between 0 (no preference) and 0.2.")]
    public double SameSourcePenalty { get; set; } = .02;

    /// <summary>Megabytes an archive in which the postings of common terms are kept, decoded, between questions. Default 32.</summary>
    [Range(1, 1_024, ErrorMessage = "Retrieval:FrequentTermsMegabytes must lie between 1 and 1024.")]
    public int FrequentTermsMegabytes { get; set; } = 32;

    /// <summary>Threads that build the index; 0 takes all processors, at most four. Default 0.</summary>
    [Range(0, 64, ErrorMessage = "Retrieval:IndexingThreads must lie between 0 (as many as there are processors) and 64.")]
    public int IndexingThreads { get; set; }

    /// <summary>Megabytes that building the index may buffer before it writes a segment. Default 48.</summary>
    [Range(8, 1_024, ErrorMessage = "Retrieval:IndexingBufferMegabytes must lie between 8 and 1024.")]
    public int IndexingBufferMegabytes { get; set; } = 48;

    /// <summary>The same options, to be changed without changing these.</summary>
    internal RetrievalOptions Copy() => (RetrievalOptions)MemberwiseClone();
}
