using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>Articles as rows: which columns are read, and how a row becomes an <see cref="Article"/>.</summary>
internal static class ArticleRows
{
    /// <summary>The columns that <see cref="Read"/> expects, of <c>articles a</c> and <c>versions v</c>.</summary>
    public const string Columns =
        "a.id, v.version, a.sequence, v.stored_at, v.title, v.text, a.external_id, v.url, v.authors, v.source, v.published, v.modified, " +
        "v.language, v.syndicated_from, v.is_truncated, v.extractor, a.cluster, a.superseded_by, a.corrected_at, a.correction, v.section, v.tags, v.author_note";

    /// <summary>An article from a row of <see cref="Columns"/>.</summary>
    public static Article Read(SqliteDataReader row, ArchiveName archive) => new()
    {
        Id = ReadGuid(row, 0)!.Value,
        Archive = archive,
        Version = row.GetInt32(1),
        Sequence = row.GetInt64(2),
        StoredAt = ReadInstant(row.GetString(3)),
        Content = new ArticleContent
        {
            Title = row.GetString(4),
            Text = row.GetString(5),
            ExternalId = Text(row, 6),
            Url = Text(row, 7),
            Authors = ReadList(row.GetString(8)),
            Source = Text(row, 9),
            Published = Time(row, 10),
            Modified = Time(row, 11),
            Language = Text(row, 12),
            SyndicatedFrom = Text(row, 13),
            IsTruncated = row.GetBoolean(14),
            Extractor = row.GetString(15),
            Section = Text(row, 20),
            Tags = ReadList(row.GetString(21)),
            AuthorNote = Text(row, 22),
        },
        Standing = ReadStanding(row, 16),
    };

    /// <summary>An identity as it is kept: 16 bytes in network order, so that it sorts as it is written.</summary>
    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    /// <summary>An identity from a column, or null.</summary>
    public static Guid? ReadGuid(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new Guid((byte[])row.GetValue(column), bigEndian: true);

    /// <summary>A text from a column, or null.</summary>
    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A publication time from a column, or null.</summary>
    public static NewsTime? Time(SqliteDataReader row, int column) =>
        !row.IsDBNull(column) && NewsTime.TryParse(row.GetString(column), out var time) ? time : null;

    /// <summary>An instant as it is kept.</summary>
    public static string Write(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>An instant that was kept.</summary>
    public static DateTimeOffset ReadInstant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>A list of texts as it is kept: a JSON array.</summary>
    public static string WriteList(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? "[]" : JsonSerializer.Serialize(texts, TextListJson.Default.IReadOnlyListString);

    /// <summary>A list of texts that was kept.</summary>
    public static IReadOnlyList<string> ReadList(string json) =>
        json == "[]" ? [] : JsonSerializer.Deserialize(json, TextListJson.Default.IReadOnlyListString)!;

    private static ArticleStanding ReadStanding(SqliteDataReader row, int first)
    {
        var (cluster, supersededBy, correctedAt) = (ReadGuid(row, first), ReadGuid(row, first + 1), Time(row, first + 2));
        return cluster is null && supersededBy is null && correctedAt is null
            ? ArticleStanding.Plain
            : new ArticleStanding
            {
                Cluster = cluster,
                SupersededBy = supersededBy,
                Correction = correctedAt is { } at ? new ArticleCorrection(at, Text(row, first + 3) ?? "") : null,
            };
    }
}

/// <summary>Lists of texts as JSON.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class TextListJson : JsonSerializerContext;
