using NewsBot.Archive;
using NewsBot.Ingestion;

namespace NewsBot.Hosting;

/// <summary>
/// The invented articles that come with the program, so that a first start shows something. Every one of them says so in its
/// source; the first ingest of real articles into the same archive removes them.
/// </summary>
internal static class SampleArchive
{
    /// <summary>A question that the sample answers well.</summary>
    public const string DemonstrationQuestion = "Why did the cost of the harbour tunnel increase?";

    private const string SourceMark = "(invented sample)";

    /// <summary>Where the sample lies beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Sample");

    /// <summary>The request that loads the sample.</summary>
    public static IngestRequest RequestFor(ArchiveName archive) => new()
    {
        Archive = archive,
        Targets = [.. new[] { "html", "feed", "json", "text" }.Select(part => Path.Combine(Folder, part))],
        RequestedBy = "sample",
    };

    /// <summary>Removes the sample's articles from an archive that gets real ones. Returns how many there were.</summary>
    public static int RemoveFrom(ArchiveStore store, ArchiveName archive) => !store.Exists(archive) ? 0 : store.RemoveAll(
        archive,
        article => article.Source?.EndsWith(SourceMark, StringComparison.Ordinal) == true,
        "the sample archive ended with the first ingest of real articles");
}
