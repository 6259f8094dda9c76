namespace NewsBot.Fakes;

/// <summary>
/// The folder of public data that lies beside the project: <c>NEWSBOT_SHARED</c>, else <c>../shared</c> from the project's root.
/// It may be absent; tests that need it skip with <see cref="AbsenceReason"/>.
/// </summary>
public static class SharedData
{
    /// <summary>Why a test that needs the folder is skipped.</summary>
    public const string AbsenceReason = "needs the shared data folder (set NEWSBOT_SHARED to it)";

    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>A path inside the folder; empty where the folder or the file is absent.</summary>
    public static string PathOf(params string[] parts)
    {
        var path = Folder is null ? "" : Path.Combine([Folder, .. parts]);
        return Path.Exists(path) ? path : "";
    }

    /// <summary>The project's root: the nearest folder above the program that holds NewsBot.sln.</summary>
    public static string? ProjectRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }

    private static string? Find()
    {
        var stated = Environment.GetEnvironmentVariable("NEWSBOT_SHARED");
        var candidate = !string.IsNullOrEmpty(stated) ? stated : ProjectRoot() is { } root ? Path.Combine(root, "..", "shared") : null;
        return candidate is not null && Directory.Exists(candidate) ? Path.GetFullPath(candidate) : null;
    }
}
