using System.Collections;
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

    /// <summary>Articles that another archive had removed, which are known as removed here now too.</summary>
    [JsonPropertyName("removed")]
    public required long Removed { get; init; }

    /// <summary>The items that failed, in their order. They may be millions, so they are read from the archive whenever they are gone through.</summary>
    [JsonPropertyName("failed")]
    public required IReadOnlyCollection<FailedItem> Failed { get; init; }

    /// <summary>The public ids of all articles touched, each once, in the order of the items; read like the failed ones.</summary>
    [JsonPropertyName("articles")]
    public required IEnumerable<string> Articles { get; init; }

    /// <summary>How long this run took.</summary>
    [JsonPropertyName("seconds")]
    public required double Seconds { get; init; }

    /// <summary>Whether anything was stored or was there already; an ingest that did neither has failed.</summary>
    [JsonIgnore]
    public bool Succeeded => Added + Updated + Unchanged + Duplicates + Removed > 0;

    /// <summary>The summary of a job.</summary>
    public static IngestSummary Of(Job job, JobQueue jobs, TimeSpan elapsed) => new()
    {
        Job = job.Number,
        Added = job.Counts.Added,
        Updated = job.Counts.Updated,
        Unchanged = job.Counts.Unchanged,
        Duplicates = job.Counts.Duplicates,
        Removed = jobs.CountRemoved(job.Number),
        Failed = new FailedItems(job, jobs),
        Articles = ArticlesOf(job.Number, jobs),
        Seconds = Math.Round(elapsed.TotalSeconds, 3),
    };

    private static IEnumerable<string> ArticlesOf(long job, JobQueue jobs)
    {
        var seen = new NamesSeen();
        foreach (var item in jobs.AllItems(job))
        {
            if (item.Article is { } article && seen.Add(article))
            {
                yield return article;
            }
        }
    }

    private sealed class FailedItems(Job job, JobQueue jobs) : IReadOnlyCollection<FailedItem>
    {
        public int Count => (int)job.Counts.Failed;

        public IEnumerator<FailedItem> GetEnumerator()
        {
            foreach (var item in jobs.AllItems(job.Number))
            {
                if (item.Outcome == ItemOutcome.Failed)
                {
                    yield return new FailedItem(item.Name, item.Reason ?? "");
                }
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>An item that failed.</summary>
/// <param name="Item">Its name.</param>
/// <param name="Reason">Why, and what to do.</param>
public sealed record FailedItem([property: JsonPropertyName("item")] string Item, [property: JsonPropertyName("reason")] string Reason);

/// <summary>The summary's JSON.</summary>
[JsonSerializable(typeof(IngestSummary))]
public sealed partial class IngestSummaryJson : JsonSerializerContext;
