using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using NewsBot.Archive;

namespace NewsBot.Web.Api.Keys;

/// <summary>
/// The keys of the API. They are long and random, so a plain SHA-256 is kept of each; they lie with the archives, and a change counts at once.
/// </summary>
internal sealed class ApiKeys : IDisposable
{
    private const string Setting = "web.api-keys";
    private const string Prefix = "nb_";
    private const int IdBytes = 4;
    private const int SecretBytes = 32;

    private readonly ArchiveStore _store;
    private readonly TimeProvider _clock;
    private readonly Lock _changing = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new();
    private readonly PartitionedRateLimiter<ApiKey> _limiter;
    private IReadOnlyList<ApiKey>? _keys;

    /// <summary>Prepares the keys; they are read when first asked for.</summary>
    public ApiKeys(ArchiveStore store, TimeProvider clock)
    {
        _store = store;
        _clock = clock;
        _limiter = PartitionedRateLimiter.Create<ApiKey, string>(key => RateLimitPartition.GetTokenBucketLimiter(key.Id, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = key.PerMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / key.PerMinute,
            AutoReplenishment = true,
        }));
    }

    /// <summary>All keys, the oldest first.</summary>
    public IReadOnlyList<ApiKey> All
    {
        get
        {
            lock (_changing)
            {
                return _keys ??= Read();
            }
        }
    }

    /// <summary>When a key was last used since the start of the program, or null.</summary>
    public DateTimeOffset? LastUsed(ApiKey key) => _used.TryGetValue(key.Id, out var at) ? at : null;

    /// <summary>Makes a key; the text is the only copy of it.</summary>
    public (ApiKey Key, string Text) Make(string name, IReadOnlyList<string> scopes, IReadOnlyList<string> archives, int perMinute)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var text = $"{Prefix}{id}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";
        var key = new ApiKey { Id = id, Name = name, Hash = HashOf(text), Scopes = scopes, Archives = archives, PerMinute = perMinute, CreatedAt = _clock.GetUtcNow() };
        lock (_changing)
        {
            Save([.. All, key]);
        }

        return (key, text);
    }

    /// <summary>Takes a key back; false when there is none.</summary>
    public bool Revoke(string id)
    {
        lock (_changing)
        {
            var left = All.Where(key => key.Id != id).ToList();
            if (left.Count == All.Count)
            {
                return false;
            }

            Save(left);
            return true;
        }
    }

    /// <summary>The key that a text is, or null; takes the same time for every text with a known id.</summary>
    public ApiKey? Find(string text)
    {
        var parts = text.Split('_');
        if (parts.Length != 3 || All.FirstOrDefault(key => key.Id == parts[1]) is not { } key
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(text)), Encoding.ASCII.GetBytes(key.Hash)))
        {
            return null;
        }

        _used[key.Id] = _clock.GetUtcNow();
        return key;
    }

    /// <summary>Counts a request of a key; the time to wait where it had its share, otherwise null.</summary>
    public TimeSpan? Count(ApiKey key)
    {
        using var lease = _limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private IReadOnlyList<ApiKey> Read() =>
        _store.FindSetting(Setting) is { } json ? JsonSerializer.Deserialize(json, ApiKeyJson.Default.ListApiKey) ?? [] : [];

    private void Save(List<ApiKey> keys)
    {
        _store.SaveSetting(Setting, JsonSerializer.Serialize(keys, ApiKeyJson.Default.ListApiKey));
        _keys = keys;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
