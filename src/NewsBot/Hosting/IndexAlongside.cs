using NewsBot.Retrieval;

namespace NewsBot.Hosting;

/// <summary>Brings an index up to date while something is being ingested, so that the whole can be searched soon after the last article is stored.</summary>
internal static class IndexAlongside
{
    /// <summary>Storing waits for one core at a time; the index takes what the others leave.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Ingests and has the index follow meanwhile; gives what the ingest gave. What was stored last is left to the caller's own catching up.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> ingest, Func<CancellationToken, Task> follow, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = FollowAsync(follow, ended.Token);
        try
        {
            return await ingest();
        }
        finally
        {
            await ended.CancelAsync();
            await following;
        }
    }

    private static async Task FollowAsync(Func<CancellationToken, Task> follow, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, ended);
                await follow(CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The ingest has ended; what is left is taken in by the caller.
        }
        catch (IndexUnavailableException)
        {
            // The articles come first. The caller's catching up tries again and says what is wrong.
        }
    }
}
