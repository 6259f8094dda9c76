namespace NewsBot.Archive;

/// <summary>
/// What is remembered of given answers beside their words: the articles each cites, where each was posted, and what its readers there were told
/// of how it stands. Safe for several threads at once; what a write returned is on the disk.
/// </summary>
public sealed class AnswerLedger
{
    private readonly Database database;

    internal AnswerLedger(Database database) => this.database = database;

    /// <summary>Remembers which articles a kept answer rests on: a change of one of them makes the answer <see cref="CitingChangesAfter">found</see>.</summary>
    public void Cites(ArchiveName archive, Guid answer, IReadOnlyCollection<Guid> articles) => database.Write(session => articles.Sum(article => session.Execute(
        "INSERT INTO answer_sources (article, answer, archive) SELECT $article, $answer, key FROM archives WHERE name = $archive ON CONFLICT DO NOTHING",
        ("$article", ArticleRows.Bytes(article)),
        ("$answer", ArticleRows.Bytes(answer)),
        ("$archive", archive.Value))));

    /// <summary>The answers that cite an article which changed after a position of the archive's log, those included that went with a withdrawn one.</summary>
    public IReadOnlyList<Guid> CitingChangesAfter(ArchiveName archive, long sequence) => database.Read(session => session.Query(
        """
        SELECT DISTINCT s.answer FROM articles a JOIN answer_sources s ON s.article = a.id
        WHERE a.archive = (SELECT key FROM archives WHERE name = $archive) AND a.sequence > $after
        """,
        static row => ArticleRows.ReadGuid(row, 0)!.Value,
        ("$archive", archive.Value),
        ("$after", sequence)));

    /// <summary>The cited articles of an answer that are no longer in the archive, with what is left of them.</summary>
    public IReadOnlyList<Tombstone> WithdrawnSourcesOf(ArchiveName archive, Guid answer) => database.Read(session => session.Query(
        """
        SELECT a.id, a.external_id, a.removed_at, a.removal_reason FROM answer_sources s JOIN articles a ON a.id = s.article
        WHERE s.answer = $answer AND s.archive = (SELECT key FROM archives WHERE name = $archive) AND a.removed_at IS NOT NULL
        """,
        static row => new Tombstone(
            ArticleRows.ReadGuid(row, 0)!.Value,
            ArticleRows.Text(row, 1) ?? ArticleRows.ReadGuid(row, 0)!.Value.ToString(),
            ArticleRows.ReadInstant(row.GetString(2)),
            row.GetString(3)),
        ("$answer", ArticleRows.Bytes(answer)),
        ("$archive", archive.Value)));

    /// <summary>Remembers where an answer was posted. The same place again changes nothing.</summary>
    public void Posted(ArchiveName archive, Guid answer, string place, DateTimeOffset at) => database.Write(session => session.Execute(
        "INSERT INTO answer_posts (answer, place, archive, posted_at) SELECT $answer, $place, key, $at FROM archives WHERE name = $archive ON CONFLICT DO NOTHING",
        ("$answer", ArticleRows.Bytes(answer)),
        ("$place", place),
        ("$at", ArticleRows.Write(at)),
        ("$archive", archive.Value)));

    /// <summary>The places where an answer was posted.</summary>
    public IReadOnlyList<string> PlacesOf(ArchiveName archive, Guid answer) => database.Read(session => session.Query(
        "SELECT place FROM answer_posts WHERE answer = $answer AND archive = (SELECT key FROM archives WHERE name = $archive) ORDER BY place",
        static row => row.GetString(0),
        ("$answer", ArticleRows.Bytes(answer)),
        ("$archive", archive.Value)));

    /// <summary>Writes down how an answer stands, for all places where it was posted.</summary>
    public void Mark(ArchiveName archive, Guid answer, AnswerStanding standing, string reason) => database.Write(session => session.Execute(
        """
        UPDATE answer_posts SET standing = $standing, reason = $reason
        WHERE answer = $answer AND archive = (SELECT key FROM archives WHERE name = $archive)
        """,
        ("$standing", NameOf(standing)),
        ("$reason", reason),
        ("$answer", ArticleRows.Bytes(answer)),
        ("$archive", archive.Value)));

    /// <summary>The posts whose readers were last told something else than what is true now, at most so many.</summary>
    public IReadOnlyList<AnswerPost> Untold(int limit) => database.Read(session => session.Query(
        """
        SELECT r.name, p.answer, p.place, p.standing, p.reason FROM answer_posts p JOIN archives r ON r.key = p.archive
        WHERE p.standing <> p.told ORDER BY p.answer, p.place LIMIT $limit
        """,
        static row => new AnswerPost(ArchiveName.Parse(row.GetString(0)), ArticleRows.ReadGuid(row, 1)!.Value, row.GetString(2), Enum.Parse<AnswerStanding>(row.GetString(3), ignoreCase: true), row.GetString(4)),
        ("$limit", limit)));

    /// <summary>Writes down that the readers of a post know now.</summary>
    public void Told(AnswerPost post) => database.Write(session => session.Execute(
        "UPDATE answer_posts SET told = $standing WHERE answer = $answer AND place = $place",
        ("$standing", NameOf(post.Standing)),
        ("$answer", ArticleRows.Bytes(post.Answer)),
        ("$place", post.Place)));

    /// <summary>Forgets a post, as when its message was deleted.</summary>
    public void Forget(AnswerPost post) => database.Write(session => session.Execute(
        "DELETE FROM answer_posts WHERE answer = $answer AND place = $place", ("$answer", ArticleRows.Bytes(post.Answer)), ("$place", post.Place)));

    private static string NameOf(AnswerStanding standing) => standing switch
    {
        AnswerStanding.Stands => "stands",
        AnswerStanding.Outdated => "outdated",
        AnswerStanding.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No such standing."),
    };
}
