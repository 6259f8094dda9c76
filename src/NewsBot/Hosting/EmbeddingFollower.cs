using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;

namespace NewsBot.Hosting;

/// <summary>
/// Makes the vectors of new articles while the host runs, where an embedding model is configured. Articles can be found by words long before. A model that is
/// away is asked again after a pause that doubles, up to ten minutes, or when its endpoint said to.
/// </summary>
internal sealed partial class EmbeddingFollower(ArchiveStore store, TimeProvider clock, ILogger<EmbeddingFollower> logger, IArticleEmbedding? embedding = null) : BackgroundService
{
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Dictionary<ArchiveName, long> _done = [];
    private TimeSpan _pause = ShortestPause;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (embedding is null)
        {
            return;
        }

        // The start of the host must not wait for a model.
        await Task.Yield();
        using var timer = new PeriodicTimer(LookPause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await FollowAllAsync(embedding, stoppingToken);
        }
    }

    private async Task FollowAllAsync(IArticleEmbedding vectors, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var archive in store.Archives())
            {
                await FollowAsync(vectors, archive, cancellationToken);
            }

            _pause = ShortestPause;
        }
        catch (Exception failure) when (failure is EmbeddingUnavailableException or IndexUnavailableException or ArchiveUnavailableException)
        {
            var pause = (failure as EmbeddingUnavailableException)?.RetryAfter is { } wanted && wanted > _pause ? wanted : _pause;
            LogPaused(failure.Message, pause.TotalSeconds);
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private async Task FollowAsync(IArticleEmbedding vectors, ArchiveName archive, CancellationToken cancellationToken)
    {
        var last = store.LastSequence(archive);
        if (_done.GetValueOrDefault(archive, -1) == last)
        {
            return;
        }

        if (await vectors.EmbedMissingAsync(archive, progress: null, cancellationToken) is > 0 and var made)
        {
            LogMade(made, archive, vectors.ProgressOf(archive).ToString());
        }

        _done[archive] = last;
    }

    [LoggerMessage(EventId = 120, Level = LogLevel.Information, Message = "Made {Count} vectors for archive {Archive}: {Progress}")]
    private partial void LogMade(long count, ArchiveName archive, string progress);

    [LoggerMessage(EventId = 121, Level = LogLevel.Warning, Message = "No vectors are made now: {Reason} Tried again in {Seconds} s; articles are found by words meanwhile")]
    private partial void LogPaused(string reason, double seconds);
}
