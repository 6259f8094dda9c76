using System.Text.Json.Serialization;
using NewsBot.Archive;

namespace NewsBot.Ingestion;

/// <summary>What a job did, in the form in which <c>ingest --json</c> prints it.</summary>
public sealed record IngestSummary
{
    /// <summary>The job's number.</summary>
    [JsonPropertyName("job")]
    public required long Job { get; init; }

    /// <summary>New articles.</summary>
    [JsonPropertyName("added")]
    public required long Added { get; init; }

    /// <summary>Articles with a new version.</summary>
    [JsonPropertyName("updated")]
    public required long Updated { get; init; }

    /// <summary>Articles that were known exactly so.</summary>
    [JsonPropertyName("unchanged")]
    public required long Unchanged { get; init; }

    /// <summary>New articles whose story stands already under another identity.</summary>
    [JsonPropertyName("duplicates")]
    public required long Duplicates { get; init; }

    /// <summary>The items that failed.</summary>
    [JsonPropertyName("failed")]
    public required IReadOnlyList<FailedItem> Failed { get; init; }

    /// <summary>The public ids of all articles touched, in the order of the items.</summary>
    [JsonPropertyName("articles")]
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>How long this run took.</summary>
    [JsonPropertyName("seconds")]
    public required double Seconds { get; init; }

    /// <summary>Whether anything was stored or was there already; an ingest that did neither has failed.</summary>
    [JsonIgnore]
    public bool Succeeded => Added + Updated + Unchanged + Duplicates > 0;

    /// <summary>The summary of a job and its items.</summary>
    public static IngestSummary Of(Job job, IEnumerable<JobItem> items, TimeSpan elapsed)
    {
        var failed = new List<FailedItem>();
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        var articles = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Outcome == ItemOutcome.Failed)
            {
                // A million items may fail for the same few reasons, and each was read as a string of its own.
                var reason = item.Reason ?? "";
                failed.Add(new FailedItem(item.Name, reasons.TryAdd(reason, reason) ? reason : reasons[reason]));
            }
            else if (item.Article is { } article)
            {
                articles.TryAdd(article, true);
            }
        }

        return new IngestSummary
        {
            Job = job.Number,
            Added = job.Counts.Added,
            Updated = job.Counts.Updated,
            Unchanged = job.Counts.Unchanged,
            Duplicates = job.Counts.Duplicates,
            Failed = failed,
            Articles = [.. articles.Keys],
            Seconds = Math.Round(elapsed.TotalSeconds, 3),
        };
    }
}

/// <summary>An item that failed.</summary>
/// <param name="Item">Its name.</param>
/// <param name="Reason">Why, and what to do.</param>
public sealed record FailedItem([property: JsonPropertyName("item")] string Item, [property: JsonPropertyName("reason")] string Reason);

/// <summary>The summary's JSON.</summary>
[JsonSerializable(typeof(IngestSummary))]
public sealed partial class IngestSummaryJson : JsonSerializerContext;
