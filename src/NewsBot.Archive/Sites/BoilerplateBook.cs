using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>
/// The frozen lists of boilerplate, one a site of an archive. Safe for several threads at once; what a write returned is on the disk.
/// </summary>
public sealed class BoilerplateBook
{
    private readonly Database database;
    private readonly TimeProvider clock;

    internal BoilerplateBook(Database database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
    }

    /// <summary>The lists of an archive, by site; an unknown archive has none.</summary>
    public IReadOnlyList<SiteBoilerplate> Of(ArchiveName archive) => database.Read(session => session.Query(
        "SELECT site, revision, frozen_at, lines FROM boilerplate WHERE archive = (SELECT key FROM archives WHERE name = $archive) ORDER BY site",
        Read,
        ("$archive", archive.Value)));

    /// <summary>Freezes the lines as the site's next revision; the same lines again change nothing. Null for an archive that does not exist.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="site">The site's host, as <see cref="SiteBoilerplate.Site"/> writes it.</param>
    /// <param name="lines">The lines; none clears the list.</param>
    public SiteBoilerplate? Freeze(ArchiveName archive, string site, IEnumerable<string> lines)
    {
        var sorted = ArticleRows.WriteList([.. lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        return database.Write(session =>
        {
            session.Execute(
                """
                INSERT INTO boilerplate (archive, site, revision, frozen_at, lines) SELECT key, $site, 1, $now, $lines FROM archives WHERE name = $archive
                ON CONFLICT (archive, site) DO UPDATE SET revision = revision + 1, frozen_at = excluded.frozen_at, lines = excluded.lines
                WHERE lines <> excluded.lines
                """,
                ("$site", site),
                ("$now", ArticleRows.Write(clock.GetUtcNow())),
                ("$lines", sorted),
                ("$archive", archive.Value));
            return session.QueryFirst(
                "SELECT site, revision, frozen_at, lines FROM boilerplate WHERE site = $site AND archive = (SELECT key FROM archives WHERE name = $archive)",
                Read,
                ("$site", site),
                ("$archive", archive.Value));
        });
    }

    private static SiteBoilerplate Read(SqliteDataReader row) => new()
    {
        Site = row.GetString(0),
        Revision = row.GetInt32(1),
        FrozenAt = ArticleRows.ReadInstant(row.GetString(2)),
        Lines = ArticleRows.ReadList(row.GetString(3)),
    };
}
