using System.Text.Json;

namespace NewsBot.Archive;

/// <summary>
/// What is kept of readers in chat servers: their feedback, the questions that found no answer, and what administrators did. Safe for several
/// threads at once; what a write returned is on the disk.
/// </summary>
public sealed class ReaderLog
{
    private readonly Database database;

    internal ReaderLog(Database database) => this.database = database;

    /// <summary>Keeps what a reader said; it replaces what the same reader said of the same answer before.</summary>
    public void Add(Feedback feedback) => database.Write(session => session.Execute(
        """
        INSERT INTO feedback (at, archive, answer, guild, user, question, is_good, kind, comment)
        VALUES ($at, $archive, $answer, $guild, $user, $question, $good, $kind, $comment)
        ON CONFLICT (answer, user) DO UPDATE SET at = excluded.at, is_good = excluded.is_good, kind = excluded.kind, comment = excluded.comment
        """,
        ("$at", ArticleRows.Write(feedback.At)),
        ("$archive", feedback.Archive.Value),
        ("$answer", ArticleRows.Bytes(feedback.Answer)),
        ("$guild", feedback.Guild),
        ("$user", feedback.User),
        ("$question", feedback.Question),
        ("$good", feedback.IsGood ? 1 : 0),
        ("$kind", feedback.Kind),
        ("$comment", feedback.Comment)));

    /// <summary>The feedback on answers of an archive, oldest first.</summary>
    public IReadOnlyList<Feedback> FeedbackOn(ArchiveName archive) => database.Read(session => session.Query(
        "SELECT at, answer, guild, user, question, is_good, kind, comment FROM feedback WHERE archive = $archive ORDER BY key",
        row => new Feedback
        {
            At = ArticleRows.ReadInstant(row.GetString(0)),
            Archive = archive,
            Answer = ArticleRows.ReadGuid(row, 1)!.Value,
            Guild = row.GetString(2),
            User = row.GetString(3),
            Question = row.GetString(4),
            IsGood = row.GetInt64(5) != 0,
            Kind = ArticleRows.Text(row, 6),
            Comment = ArticleRows.Text(row, 7),
        },
        ("$archive", archive.Value)));

    /// <summary>Keeps a question that found no answer.</summary>
    public void Add(Gap gap) => database.Write(session => session.Execute(
        "INSERT INTO gaps (at, archive, guild, user, question) VALUES ($at, $archive, $guild, $user, $question)",
        ("$at", ArticleRows.Write(gap.At)),
        ("$archive", gap.Archive.Value),
        ("$guild", gap.Guild),
        ("$user", gap.User),
        ("$question", gap.Question)));

    /// <summary>The newest questions that an archive did not answer, newest first.</summary>
    public IReadOnlyList<Gap> GapsOf(ArchiveName archive, int limit) => database.Read(session => session.Query(
        "SELECT at, guild, user, question FROM gaps WHERE archive = $archive ORDER BY key DESC LIMIT $limit",
        row => new Gap(ArticleRows.ReadInstant(row.GetString(0)), archive, row.GetString(1), row.GetString(2), row.GetString(3)),
        ("$archive", archive.Value),
        ("$limit", limit)));

    /// <summary>Keeps what an administrator did; the logins of addresses in it are not kept.</summary>
    public void Add(AuditEntry entry) => database.Write(session => session.Execute(
        "INSERT INTO audit (at, guild, user, action, detail) VALUES ($at, $guild, $user, $action, $detail)",
        ("$at", ArticleRows.Write(entry.At)),
        ("$guild", entry.Guild),
        ("$user", entry.User),
        ("$action", entry.Action),
        ("$detail", AddressText.WithoutLogin(entry.Detail))));

    /// <summary>The newest things that administrators of a chat server did, newest first.</summary>
    public IReadOnlyList<AuditEntry> AuditOf(string guild, int limit) => database.Read(session => session.Query(
        "SELECT at, guild, user, action, detail FROM audit WHERE guild = $guild ORDER BY key DESC LIMIT $limit",
        static row => new AuditEntry(ArticleRows.ReadInstant(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)),
        ("$guild", guild),
        ("$limit", limit)));

    /// <summary>The newest things that anybody did in administration, newest first; of the terminal and the web page the guild is empty.</summary>
    public IReadOnlyList<AuditEntry> Audit(int limit) => database.Read(session => session.Query(
        "SELECT at, guild, user, action, detail FROM audit ORDER BY key DESC LIMIT $limit",
        static row => new AuditEntry(ArticleRows.ReadInstant(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)),
        ("$limit", limit)));

    /// <summary>How much is kept of a reader.</summary>
    public KeptOfReader CountOf(string user) => database.Read(session => new KeptOfReader(
        (long)session.Scalar("SELECT count(*) FROM feedback WHERE user = $user", ("$user", user))!,
        (long)session.Scalar("SELECT count(*) FROM gaps WHERE user = $user", ("$user", user))!,
        (long)session.Scalar("SELECT count(*) FROM answers WHERE instr(json, $mark) > 0", ("$mark", MarkOf(user)))!));

    /// <summary>
    /// Deletes everything that is kept of a reader. The record of what administrators did stays, since others have to be able to rely on it.
    /// </summary>
    public void Forget(string user) => database.Write(session =>
        session.Execute("DELETE FROM feedback WHERE user = $user", ("$user", user))
        + session.Execute("DELETE FROM gaps WHERE user = $user", ("$user", user))
        + ForgetAnswers(session, "instr(json, $mark) > 0", ("$mark", MarkOf(user)))
        + session.Execute("DELETE FROM exchanges WHERE user = $user", ("$user", user)));

    /// <summary>Deletes everything that is kept of a chat server, the record of its administration included.</summary>
    public void ForgetGuild(string guild) => database.Write(session =>
        session.Execute("DELETE FROM feedback WHERE guild = $guild", ("$guild", guild))
        + session.Execute("DELETE FROM gaps WHERE guild = $guild", ("$guild", guild))
        + ForgetAnswers(session, "instr(json, $mark) > 0", ("$mark", MarkOfGuild(guild)))
        + session.Execute("DELETE FROM exchanges WHERE guild = $guild", ("$guild", guild))
        + session.Execute("DELETE FROM audit WHERE guild = $guild", ("$guild", guild)));

    /// <summary>
    /// Deletes answers kept for readers, where they were posted, and unanswered questions from before a moment; of one chat server where one is
    /// given, else of all. The result is the number deleted.
    /// </summary>
    public int ForgetBefore(DateTimeOffset moment, string? guild = null) => database.Write(session =>
    {
        var before = ("$moment", (object?)ArticleRows.Write(moment));
        return guild is null
            ? session.Execute("DELETE FROM gaps WHERE at < $moment", before)
                + session.Execute("DELETE FROM answer_posts WHERE posted_at < $moment", before)
                + session.Execute("DELETE FROM exchanges WHERE at < $moment", before)
                + ForgetAnswers(session, "saved_at < $moment AND instr(json, '\"guild\":') > 0 AND instr(json, '\"user\":') > 0", before)
            : session.Execute("DELETE FROM gaps WHERE at < $moment AND guild = $guild", before, ("$guild", guild))
                + session.Execute("DELETE FROM exchanges WHERE at < $moment AND guild = $guild", before, ("$guild", guild))
                + ForgetAnswers(session, "saved_at < $moment AND instr(json, $mark) > 0", before, ("$mark", MarkOfGuild(guild)));
    });

    // What is kept for buttons names who asked, and the answer of which it is a copy; that one holds the question, too, and goes with it.
    private static int ForgetAnswers(SqliteSession session, string condition, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var originals = session.Query($"SELECT json_extract(json, '$.id') FROM answers WHERE {condition}", static row => ArticleRows.Text(row, 0), parameters);
        var deleted = session.Execute($"DELETE FROM answers WHERE {condition}", parameters);
        foreach (var original in originals)
        {
            if (Guid.TryParse(original, out var id))
            {
                session.Execute("DELETE FROM answers WHERE id = $id", ("$id", ArticleRows.Bytes(id)));
                session.Execute("DELETE FROM answer_posts WHERE answer = $id", ("$id", ArticleRows.Bytes(id)));
            }
        }

        return deleted;
    }

    // Kept answers name who asked, and where, in their JSON.
    private static string MarkOf(string user) => "\"user\":\"" + JsonEncodedText.Encode(user) + "\"";

    private static string MarkOfGuild(string guild) => "\"guild\":\"" + JsonEncodedText.Encode(guild) + "\"";
}
