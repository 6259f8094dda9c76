using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>
/// Remembers which messages of chat servers answer which questions. Safe for several threads at once; what a write returned is on the disk.
/// </summary>
public sealed class ExchangeLog
{
    private const string Columns = "message, channel, question, guild, user, archive, answer, at";

    private readonly Database database;

    internal ExchangeLog(Database database) => this.database = database;

    /// <summary>Keeps an exchange; the same message again replaces it, as when its question was edited.</summary>
    public void Save(Exchange exchange) => database.Write(session => session.Execute(
        $"""
        INSERT INTO exchanges ({Columns}) VALUES ($message, $channel, $question, $guild, $user, $archive, $answer, $at)
        ON CONFLICT (message) DO UPDATE SET answer = excluded.answer, archive = excluded.archive, at = excluded.at
        """,
        ("$message", exchange.Message),
        ("$channel", exchange.Channel),
        ("$question", exchange.Question),
        ("$guild", exchange.Guild),
        ("$user", exchange.User),
        ("$archive", exchange.Archive.Value),
        ("$answer", ArticleRows.Bytes(exchange.Answer)),
        ("$at", ArticleRows.Write(exchange.At))));

    /// <summary>The exchange whose answer stands in a message, or null.</summary>
    public Exchange? FindByMessage(string message) => FindFirst("message = $id", message);

    /// <summary>The exchange whose question stands in a message, or null.</summary>
    public Exchange? FindByQuestion(string question) => FindFirst("question = $id", question);

    /// <summary>The latest exchange of a channel or thread, or null.</summary>
    public Exchange? LastIn(string channel) => FindFirst("channel = $id ORDER BY at DESC", channel);

    /// <summary>Forgets an exchange, and the answers kept under the given identities.</summary>
    public void Remove(string message, params IReadOnlyCollection<Guid> answers) => database.Write(session =>
        session.Execute("DELETE FROM exchanges WHERE message = $message", ("$message", message))
        + answers.Sum(answer => session.Execute("DELETE FROM answers WHERE id = $id", ("$id", ArticleRows.Bytes(answer)))));

    private Exchange? FindFirst(string condition, string id) => database.Read(session => session.QueryFirst(
        $"SELECT {Columns} FROM exchanges WHERE {condition} LIMIT 1", Read, ("$id", id)));

    private static Exchange Read(SqliteDataReader row) => new()
    {
        Message = row.GetString(0),
        Channel = row.GetString(1),
        Question = ArticleRows.Text(row, 2),
        Guild = row.GetString(3),
        User = row.GetString(4),
        Archive = ArchiveName.Parse(row.GetString(5)),
        Answer = ArticleRows.ReadGuid(row, 6)!.Value,
        At = ArticleRows.ReadInstant(row.GetString(7)),
    };
}
