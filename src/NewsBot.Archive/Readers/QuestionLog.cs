using System.Globalization;

namespace NewsBot.Archive;

/// <summary>
/// What was asked and what became of it, for whoever runs the program: how it does, and what the archive lacks. Safe for several threads at once;
/// what a write returned is on the disk.
/// </summary>
public sealed class QuestionLog
{
    private const string Columns = "key, at, archive, place, question, outcome, milliseconds, tokens_in, tokens_out, answer";

    private readonly Database database;

    internal QuestionLog(Database database) => this.database = database;

    /// <summary>Keeps questions and counts verdicts, all in one transaction.</summary>
    public void Add(IReadOnlyCollection<AskedQuestion> questions, IReadOnlyCollection<VerdictCount> verdicts) => database.Write(session =>
    {
        foreach (var asked in questions)
        {
            session.Execute(
                """
                INSERT INTO questions (at, archive, place, question, outcome, milliseconds, tokens_in, tokens_out, answer)
                VALUES ($at, $archive, $place, $question, $outcome, $milliseconds, $in, $out, $answer)
                """,
                ("$at", ArticleRows.Write(asked.At)),
                ("$archive", asked.Archive.Value),
                ("$place", asked.Place),
                ("$question", asked.Question),
                ("$outcome", asked.Outcome),
                ("$milliseconds", asked.Milliseconds),
                ("$in", asked.TokensIn),
                ("$out", asked.TokensOut),
                ("$answer", asked.Answer is { } answer ? ArticleRows.Bytes(answer) : null));
        }

        foreach (var count in verdicts)
        {
            session.Execute(
                """
                INSERT INTO verdicts (day, origin, verdict, number) VALUES ($day, $origin, $verdict, $number)
                ON CONFLICT (day, origin, verdict) DO UPDATE SET number = number + excluded.number
                """,
                ("$day", Write(count.Day)),
                ("$origin", count.Origin),
                ("$verdict", count.Verdict),
                ("$number", count.Number));
        }

        return questions.Count;
    });

    /// <summary>The newest questions, newest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="outcome">Only those with this outcome; null for all.</param>
    /// <param name="before">Only those with a smaller number; null for the newest.</param>
    public IReadOnlyList<AskedQuestion> Newest(int limit, string? outcome = null, long? before = null) => database.Read(session => session.Query(
        $"""
        SELECT {Columns} FROM questions WHERE ($outcome IS NULL OR outcome = $outcome) AND ($before IS NULL OR key < $before) ORDER BY key DESC LIMIT $limit
        """,
        Read,
        ("$outcome", outcome),
        ("$before", before),
        ("$limit", limit)));

    /// <summary>The questions since a moment, oldest first, at most <paramref name="limit"/> of the newest.</summary>
    public IReadOnlyList<AskedQuestion> Since(DateTimeOffset moment, int limit) => database.Read(session => session.Query(
        $"SELECT * FROM (SELECT {Columns} FROM questions WHERE at >= $moment ORDER BY at DESC LIMIT $limit) ORDER BY at",
        Read,
        ("$moment", ArticleRows.Write(moment)),
        ("$limit", limit)));

    /// <summary>The verdicts since a day.</summary>
    public IReadOnlyList<VerdictCount> VerdictsSince(DateOnly day) => database.Read(session => session.Query(
        "SELECT day, origin, verdict, number FROM verdicts WHERE day >= $day ORDER BY day",
        static row => new VerdictCount(
            DateOnly.ParseExact(row.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetString(1), row.GetString(2), row.GetInt64(3)),
        ("$day", Write(day))));

    /// <summary>Deletes one question with its answer; false when there is none.</summary>
    public bool Forget(long number) => database.Write(session =>
    {
        session.Execute("DELETE FROM answers WHERE id = (SELECT answer FROM questions WHERE key = $key)", ("$key", number));
        return session.Execute("DELETE FROM questions WHERE key = $key", ("$key", number)) > 0;
    });

    /// <summary>Deletes the questions from before a moment; their number.</summary>
    public int ForgetBefore(DateTimeOffset moment) => database.Write(session =>
        session.Execute("DELETE FROM questions WHERE at < $moment", ("$moment", ArticleRows.Write(moment))));

    /// <summary>
    /// Deletes kept answers from before a moment, so that their links end; those that are listed under their articles stay, and those of chat
    /// servers, which have a time of their own. Returns their number.
    /// </summary>
    public int ForgetAnswersBefore(DateTimeOffset moment) => database.Write(session => session.Execute(
        """
        DELETE FROM answers WHERE saved_at < $moment AND id NOT IN (SELECT answer FROM listed_answers) AND instr(json, '"guild":') = 0
        """,
        ("$moment", ArticleRows.Write(moment))));

    /// <summary>Lists an answer under the articles that it cites.</summary>
    public void List(Guid answer, IReadOnlyCollection<Guid> articles) => database.Write(session => articles.Distinct().Sum(article => session.Execute(
        "INSERT OR IGNORE INTO listed_answers (article, answer) SELECT $article, id FROM answers WHERE id = $answer",
        ("$article", ArticleRows.Bytes(article)),
        ("$answer", ArticleRows.Bytes(answer)))));

    /// <summary>Lists an answer no longer.</summary>
    public void Unlist(Guid answer) => database.Write(session =>
        session.Execute("DELETE FROM listed_answers WHERE answer = $answer", ("$answer", ArticleRows.Bytes(answer))));

    /// <summary>Whether an answer is listed.</summary>
    public bool IsListed(Guid answer) => database.Read(session =>
        session.Scalar("SELECT 1 FROM listed_answers WHERE answer = $answer LIMIT 1", ("$answer", ArticleRows.Bytes(answer))) is not null);

    /// <summary>The listed answers that cite an article, newest first.</summary>
    public IReadOnlyList<Guid> Citing(Guid article, int limit) => database.Read(session => session.Query(
        "SELECT a.id FROM listed_answers l JOIN answers a ON a.id = l.answer WHERE l.article = $article ORDER BY a.saved_at DESC LIMIT $limit",
        static row => ArticleRows.ReadGuid(row, 0)!.Value,
        ("$article", ArticleRows.Bytes(article)),
        ("$limit", limit)));

    private static AskedQuestion Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        At = ArticleRows.ReadInstant(row.GetString(1)),
        Archive = ArchiveName.Parse(row.GetString(2)),
        Place = row.GetString(3),
        Question = row.GetString(4),
        Outcome = row.GetString(5),
        Milliseconds = row.GetInt64(6),
        TokensIn = row.GetInt64(7),
        TokensOut = row.GetInt64(8),
        Answer = row.IsDBNull(9) ? null : ArticleRows.ReadGuid(row, 9),
    };

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
