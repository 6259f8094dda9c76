using System.Globalization;
using System.Reflection;

namespace NewsBot.Archive;

/// <summary>
/// Brings a database to the schema that this program knows: numbered SQL files, each run once, in order, in a transaction of its
/// own. <c>PRAGMA user_version</c> holds the number of the last one.
/// </summary>
internal static class SchemaMigrations
{
    private const string Prefix = "NewsBot.Archive.Storage.Migrations.";

    /// <summary>The newest schema that this program knows.</summary>
    public static int Newest { get; } = Numbers().LastOrDefault();

    /// <summary>Runs the migrations that the database lacks.</summary>
    /// <exception cref="ArchiveUnavailableException">The database was written by a newer program.</exception>
    public static void Apply(SqliteSession session, string path)
    {
        RefuseNewer(session, path);
        foreach (var number in Numbers().Where(number => number > VersionOf(session)))
        {
            session.InTransaction(() =>
            {
                session.ExecuteOnce(Script(number));
                return session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
            });
        }
    }

    /// <summary>Refuses a database that a newer program wrote, or, for a reader, one that an older program wrote.</summary>
    /// <exception cref="ArchiveUnavailableException">The schema is not this program's.</exception>
    public static void RequireCurrent(SqliteSession session, string path)
    {
        RefuseNewer(session, path);
        var found = VersionOf(session);
        if (found < Newest)
        {
            throw new ArchiveUnavailableException(
                $"The archive {path} has schema {found}, this program needs {Newest}. " +
                "Let the program open it once for writing (for example 'newsbot ingest' or 'newsbot serve'), which brings it up to date.");
        }
    }

    /// <summary>Refuses a database that a newer program wrote.</summary>
    /// <exception cref="ArchiveUnavailableException">It was written by a newer program.</exception>
    public static void RefuseNewer(SqliteSession session, string path)
    {
        var found = VersionOf(session);
        if (found > Newest)
        {
            throw new ArchiveUnavailableException(
                $"The archive {path} has schema {found}, this program knows schemas up to {Newest}: it was written by a newer NewsBot. Use that version, or another data folder.");
        }
    }

    private static int VersionOf(SqliteSession session) =>
        Convert.ToInt32(session.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);

    private static IEnumerable<int> Numbers() =>
        from name in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where name.StartsWith(Prefix, StringComparison.Ordinal)
        let number = int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture)
        orderby number
        select number;

    private static string Script(int number)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var start = Prefix + number.ToString("0000", CultureInfo.InvariantCulture);
        var name = assembly.GetManifestResourceNames().Single(name => name.StartsWith(start, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
