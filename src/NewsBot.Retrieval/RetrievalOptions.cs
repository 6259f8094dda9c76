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

    /// <summary>How much the prior for recent articles adds at most: 0 is no prior. Default .5.</summary>
    [Range(0, 10, ErrorMessage = "Retrieval:RecencyWeight must lie between 0 (no preference for recent articles) and 10.")]
    public double RecencyWeight { get; set; } = .5;

    /// <summary>Days after which the recency weight has fallen to a third. Default 30.</summary>
    [Range(.1, 36_500, ErrorMessage = "Retrieval:RecencyDays must lie between 0.1 and 36500 days.")]
    public double RecencyDays { get; set; } = 30;

    /// <summary>Threads that build the index; 0 takes all processors, at most four. Default 0.</summary>
    [Range(0, 64, ErrorMessage = "Retrieval:IndexingThreads must lie between 0 (as many as there are processors) and 64.")]
    public int IndexingThreads { get; set; }

    /// <summary>Megabytes that building the index may buffer before it writes a segment. Default 48.</summary>
    [Range(8, 1_024, ErrorMessage = "Retrieval:IndexingBufferMegabytes must lie between 8 and 1024.")]
    public int IndexingBufferMegabytes { get; set; } = 48;
}
