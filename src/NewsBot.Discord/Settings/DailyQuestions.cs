using System.Collections.Concurrent;
using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Settings;

/// <summary>Counts the questions of each server and day (UTC), since the host started. Safe for several threads at once.</summary>
public sealed class DailyQuestions(TimeProvider time)
{
    private readonly ConcurrentDictionary<Snowflake, (DateOnly Day, int Count)> _asked = new();

    /// <summary>Counts a question unless the server has used up its number for today.</summary>
    public bool TryCount(Snowflake guild, int most)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var now = _asked.AddOrUpdate(
            guild,
            _ => (today, 1),
            (_, before) => before.Day == today ? (today, before.Count + 1) : (today, 1));
        return most == 0 || now.Count <= most;
    }
}
