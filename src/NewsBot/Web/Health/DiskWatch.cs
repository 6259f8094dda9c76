using NewsBot.Archive;

namespace NewsBot.Web.Health;

/// <summary>
/// Whether the data folder can be written, found out by writing, at most every ten seconds and only while somebody looks. Where it cannot,
/// the pages go on answering and say that nothing is stored.
/// </summary>
internal sealed class DiskWatch(ArchiveStore store, TimeProvider clock)
{
    private const string ProbeSetting = "web.disk-watch";

    // More than a page of the database, so that a full disk cannot take it into space that is reserved already.
    private static readonly string Probe = new('.', 64 * 1024);

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private readonly Lock _looking = new();
    private long _lookedAt;
    private string? _problem;

    /// <summary>Why nothing can be written, in words for an administrator; null while writing works.</summary>
    public string? Problem
    {
        get
        {
            lock (_looking)
            {
                if (_lookedAt == 0 || clock.GetElapsedTime(_lookedAt) > Freshness)
                {
                    _problem = TryWriting();
                    _lookedAt = clock.GetTimestamp();
                }

                return _problem;
            }
        }
    }

    private string? TryWriting()
    {
        try
        {
            store.SaveSetting(ProbeSetting, Probe);
            store.SaveSetting(ProbeSetting, "");
            return null;
        }
        catch (ArchiveUnavailableException unavailable)
        {
            return unavailable.Message;
        }
    }
}
