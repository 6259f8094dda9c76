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

    private const string Loaded = "loaded";

    /// <summary>Where the sample lies beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Sample");

    /// <summary>The request that loads the sample.</summary>
    public static IngestRequest RequestFor(ArchiveName archive) => new()
    {
        Archive = archive,
        Targets = [.. new[] { "html", "feed", "json", "text" }.Select(part => Path.Combine(Folder, part))],
        RequestedBy = "sample",
    };

    /// <summary>Notes that an archive holds the sample, so that no other archive is ever searched for it.</summary>
    public static void NoteLoaded(ArchiveStore store, ArchiveName archive) => store.SaveSetting(SettingOf(archive), Loaded);

    /// <summary>Removes the sample's articles from an archive that has got others. Returns how many there were.</summary>
    public static int EndIfReal(ArchiveStore store, ArchiveName archive)
    {
        if (store.FindSetting(SettingOf(archive)) != Loaded || store.List(archive).All(IsSample))
        {
            return 0;
        }

        var removed = store.RemoveAll(archive, IsSample, "the sample archive ended with the first ingest of real articles");
        store.SaveSetting(SettingOf(archive), "ended");
        return removed;
    }

    private static bool IsSample(ArticleSummary article) => article.Source?.EndsWith(SourceMark, StringComparison.Ordinal) == true;

    private static string SettingOf(ArchiveName archive) => $"sample/{archive}";
}
