using System.Collections.Concurrent;

namespace NewsBot.Answering.Generative;

/// <summary>
/// Counts the tokens that a key (an archive, a guild) used on a day, UTC. Held in memory: a restart forgives what was used. Safe for
/// several threads.
/// </summary>
public sealed class TokenBudget(TimeProvider time)
{
    // Good enough for a limit where an endpoint does not count itself: English has about four characters a token.
    private const int CharactersPerToken = 4;

    private readonly ConcurrentDictionary<(string Key, DateOnly Day), long> used = new();

    /// <summary>Whether a key has tokens left today; a limit of 0 is none.</summary>
    public bool HasLeft(string key, int limit) => limit == 0 || used.GetValueOrDefault((key, Today)) < limit;

    /// <summary>Counts the tokens of a call by the length of its texts.</summary>
    public void Count(string key, int characters)
    {
        var today = Today;
        foreach (var old in used.Keys.Where(entry => entry.Day != today))
        {
            used.TryRemove(old, out _);
        }

        var tokens = (characters + CharactersPerToken - 1) / CharactersPerToken;
        used.AddOrUpdate((key, today), tokens, (_, before) => before + tokens);
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
