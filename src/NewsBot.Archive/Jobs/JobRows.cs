using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

namespace NewsBot.Archive;

/// <summary>Jobs as rows.</summary>
internal static class JobRows
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns =
        "number, archive, state, priority, request, requested_by, created_at, started_at, ended_at, attempts, message, added, updated, unchanged, duplicates, failed, " +
        "bytes_read, bytes_total, items_per_second, seconds_left, progressed_at";

    /// <summary>A job from a row of <see cref="Columns"/>.</summary>
    public static Job Read(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Archive = ArchiveName.Parse(row.GetString(1)),
        State = Enum.Parse<JobState>(row.GetString(2)),
        Priority = row.GetInt32(3),
        Request = JsonSerializer.Deserialize(row.GetString(4), JobJson.Default.JobRequest)!,
        RequestedBy = row.GetString(5),
        CreatedAt = ArticleRows.ReadInstant(row.GetString(6)),
        StartedAt = Instant(row, 7),
        EndedAt = Instant(row, 8),
        Attempts = row.GetInt32(9),
        Message = ArticleRows.Text(row, 10),
        Counts = new OutcomeCounts(row.GetInt64(11), row.GetInt64(12), row.GetInt64(13), row.GetInt64(14), row.GetInt64(15)),
        Progress = Instant(row, 20) is { } at ? ReadProgress(row, at) : null,
    };

    /// <summary>An item from the columns name, outcome, article, reason.</summary>
    public static JobItem ReadItem(SqliteDataReader row) =>
        new(row.GetString(0), Enum.Parse<ItemOutcome>(row.GetString(1)), ArticleRows.Text(row, 2), ArticleRows.Text(row, 3));

    /// <summary>A request as it is kept; equal requests are written equally.</summary>
    public static string Write(JobRequest request) => JsonSerializer.Serialize(request, JobJson.Default.JobRequest);

    private static JobProgress ReadProgress(SqliteDataReader row, DateTimeOffset at) => new()
    {
        BytesRead = row.GetInt64(16),
        BytesTotal = row.IsDBNull(17) ? null : row.GetInt64(17),
        ItemsPerSecond = row.GetDouble(18),
        TimeLeft = row.IsDBNull(19) ? null : TimeSpan.FromSeconds(row.GetDouble(19)),
        At = at,
    };

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : ArticleRows.ReadInstant(row.GetString(column));
}

/// <summary>The requests' JSON.</summary>
[JsonSerializable(typeof(JobRequest))]
internal sealed partial class JobJson : JsonSerializerContext;
