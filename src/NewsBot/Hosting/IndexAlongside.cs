using NewsBot.Retrieval;

namespace NewsBot.Hosting;

/// <summary>Brings an index up to date while something is being ingested, so that the whole can be searched soon after the last article is stored.</summary>
internal static class IndexAlongside
{
    /// <summary>Long enough that what is taken in at once makes segments of a good size.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Ingests and catches up meanwhile; gives what the ingest gave. What was stored last is left to the caller's own catching up.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> ingest, Func<CancellationToken, Task> catchUp, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = FollowAsync(catchUp, ended.Token);
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

    private static async Task FollowAsync(Func<CancellationToken, Task> catchUp, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, ended);
                await catchUp(CancellationToken.None);
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
