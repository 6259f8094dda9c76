using NewsBot.Archive;

namespace NewsBot.Retrieval;

/// <summary>How rare terms are in an archive. Safe for several threads at once.</summary>
public interface ITermStatistics
{
    /// <summary>How many articles the archive's index holds.</summary>
    long ArticleCount(ArchiveName archive);

    /// <summary>In how many of them a stem (as <see cref="Text.TermAnalysis"/> gives it) occurs.</summary>
    long ArticlesWith(ArchiveName archive, string stem);

    /// <summary>
    /// The inverse document frequency of each stem, in their order: ln(1 + (N - n + .5) / (n + .5)), the form BM25 uses; always above 0,
    /// largest for a stem that occurs nowhere.
    /// </summary>
    IReadOnlyList<double> IdfOf(ArchiveName archive, IReadOnlyList<string> stems);
}
