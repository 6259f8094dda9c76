using System.Collections.Concurrent;
using NewsBot.Archive;

namespace NewsBot.Discord.Browsing;

/// <summary>
/// The titles and publications of an archive, for choices while typing. They are read once, and again in the background when the archive
/// has changed, so that a choice takes milliseconds and at worst offers what was there a moment ago. Safe for several threads at once.
/// </summary>
public sealed class ArchiveCatalogue(ArchiveStore store) : IDisposable
{
    // More titles than anybody scrolls through; of a larger archive the newest count.
    private const int MostTitles = 100_000;

    // Discord waits three seconds for choices; whoever types first waits for the titles, but not in vain.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<ArchiveName, Task<Pages>> _reading = new();
    private readonly ConcurrentDictionary<ArchiveName, Pages> _pages = new();

    /// <summary>The publications whose name contains the text, those with most articles first.</summary>
    public IReadOnlyList<CataloguedSource> Sources(ArchiveName archive, string text, int limit) =>
        [.. Current(archive).Sources.Where(source => source.Name.Contains(text, StringComparison.InvariantCultureIgnoreCase)).Take(limit)];

    /// <summary>The articles whose title contains every word of the text, newest first.</summary>
    public IReadOnlyList<ArticleSummary> Articles(ArchiveName archive, string text, int limit)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. Current(archive).Articles.Where(article => words.All(word => article.Title.Contains(word, StringComparison.InvariantCultureIgnoreCase))).Take(limit)];
    }

    /// <summary>Waits for reading under way, so that the store is not closed beneath it.</summary>
    public void Dispose() => Task.WaitAll([.. _reading.Values]);

    private Pages Current(ArchiveName archive)
    {
        if (_pages.TryGetValue(archive, out var known) && known.Sequence == store.LastSequence(archive))
        {
            return known;
        }

        var reading = _reading.GetOrAdd(archive, name => Task.Run(() => Read(name)));
        return known ?? (reading.Wait(Patience) ? reading.Result : Pages.None);
    }

    private Pages Read(ArchiveName archive)
    {
        try
        {
            return _pages[archive] = ReadTitles(archive);
        }
        finally
        {
            _reading.TryRemove(archive, out _);
        }
    }

    private Pages ReadTitles(ArchiveName archive)
    {
        var sequence = store.LastSequence(archive);
        var articles = store.List(archive).OrderByDescending(article => article.Published?.Instant ?? article.StoredAt).Take(MostTitles).ToList();
        var sources = articles.Where(article => article.Source is { Length: > 0 })
            .GroupBy(article => article.Source!, StringComparer.OrdinalIgnoreCase)
            .Select(group => new CataloguedSource(group.Key, group.Count()))
            .OrderByDescending(source => source.Articles)
            .ToList();
        return new Pages(sequence, articles, sources);
    }

    private sealed record Pages(long Sequence, IReadOnlyList<ArticleSummary> Articles, IReadOnlyList<CataloguedSource> Sources)
    {
        public static Pages None { get; } = new(-1, [], []);
    }
}

/// <summary>A publication and how many articles of it there are.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Articles">The number.</param>
public sealed record CataloguedSource(string Name, int Articles);
