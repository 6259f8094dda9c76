using Microsoft.Extensions.Logging;
using NewsBot.Retrieval.Dense;

namespace NewsBot.Retrieval.Reranking;

/// <summary>
/// Puts the first articles of a ranking in a new order by reading each one's best passage beside the question: (1 - w)·score/best + w·probability. Where the
/// model cannot be used, or takes too long, the ranking stays as it is and a note says so.
/// </summary>
public sealed partial class Reranker : IDisposable
{
    /// <summary>How long a model that failed is left alone: no question shall wait for one that cannot help.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly CrossEncoder encoder;
    private readonly TimeProvider clock;
    private readonly RerankingOptions options;
    private readonly ILogger<Reranker> logger;
    private long failedAt;
    private volatile string? failure;

    /// <summary>Prepares a reranker; nothing is loaded yet.</summary>
    /// <param name="folder">The folder of its model.</param>
    /// <param name="options">How it is used.</param>
    /// <param name="embeddings">How many threads a model may take.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Where it says why it could not be used.</param>
    public Reranker(string folder, RerankingOptions options, EmbeddingsOptions embeddings, TimeProvider clock, ILogger<Reranker> logger)
    {
        this.clock = clock;
        encoder = new CrossEncoder(folder, embeddings);
        this.options = options;
        this.logger = logger;
    }

    /// <summary>The query that gives enough articles to choose among, each with a passage.</summary>
    internal ArchiveQuery Widened(ArchiveQuery query) => query.WithoutReranking
        ? query
        : query with { Limit = Math.Max(query.Limit, options.Depth), PassagesPerArticle = Math.Max(1, query.PassagesPerArticle) };

    /// <summary>The outcome of the widened query in the new order, cut to what was asked for.</summary>
    internal async ValueTask<SearchOutcome> ReorderAsync(ArchiveQuery query, SearchOutcome outcome, CancellationToken cancellationToken)
    {
        if (query.WithoutReranking || outcome.Hits.Count < 2)
        {
            return outcome with { Hits = [.. outcome.Hits.Take(query.Limit)] };
        }

        if (failure is { } known && clock.GetElapsedTime(Interlocked.Read(ref failedAt)) < Pause)
        {
            return Unchanged(query, outcome, known);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            var read = outcome.Hits.Take(options.Depth).ToList();
            var likely = await encoder.ScoreAsync(query.Text, [.. read.Select(TextOf)], patience.Token);
            failure = null;
            return outcome with { Hits = [.. Ordered(read, likely).Concat(outcome.Hits.Skip(options.Depth)).Take(query.Limit)] };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(query, outcome, FormattableString.Invariant($"it took longer than {options.Seconds} seconds"), exception: null);
        }
        catch (EmbeddingUnavailableException unavailable)
        {
            return Failed(query, outcome, unavailable.Message.TrimEnd('.'), unavailable);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => encoder.Dispose();

    private static string TextOf(ArticleHit hit) =>
        hit.Article.Title + "\n" + (hit.Evidence.Count > 0 ? hit.Evidence[0].Passage.Range.Of(hit.Article.Text) : hit.Article.Text);

    private IEnumerable<ArticleHit> Ordered(List<ArticleHit> read, IReadOnlyList<double> likely)
    {
        var best = Math.Max(read.Max(hit => hit.Score), double.Epsilon);
        return read
            .Select((hit, i) => hit with
            {
                // In the unit of the ranking's scores, as whoever reads them expects.
                Score = best * (((1 - options.Weight) * hit.Score / best) + (options.Weight * likely[i])),
                Explanation = hit.Explanation is { } why ? why with { Reranked = likely[i] } : null,
            })
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Article.Id);
    }

    private SearchOutcome Failed(ArchiveQuery query, SearchOutcome outcome, string reason, Exception? exception)
    {
        failure = reason;
        Interlocked.Exchange(ref failedAt, clock.GetTimestamp());
        LogUnchanged(logger, reason, exception);
        return Unchanged(query, outcome, reason);
    }

    private static SearchOutcome Unchanged(ArchiveQuery query, SearchOutcome outcome, string reason) =>
        outcome with { Hits = [.. outcome.Hits.Take(query.Limit)], Notes = [.. outcome.Notes, $"Not reranked: {reason}."] };

    [LoggerMessage(EventId = 4130, Level = LogLevel.Warning, Message = "A ranking was left as it was: {Reason}")]
    private static partial void LogUnchanged(ILogger logger, string reason, Exception? exception);
}
