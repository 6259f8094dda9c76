using NewsBot.Archive;

namespace NewsBot.Answering.Citations;

/// <summary>
/// Articles that were read for checking, the most recently used kept: the claims of one text meet the same articles again. Safe for
/// several threads at once.
/// </summary>
internal sealed class PreparedArticles(Verifier verifier)
{
    // About 40 kB each for a story of average length.
    private const int Kept = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<(Guid, int), LinkedListNode<((Guid, int) Key, PreparedSource Source)>> _known = [];
    private readonly LinkedList<((Guid, int) Key, PreparedSource Source)> _byUse = new();

    /// <summary>The article, read.</summary>
    public PreparedSource Of(Article article)
    {
        var key = (article.Id, article.Version);
        lock (_lock)
        {
            if (_known.TryGetValue(key, out var node))
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
                return node.Value.Source;
            }
        }

        var source = verifier.Prepare(article);
        lock (_lock)
        {
            if (_known.TryGetValue(key, out var other))
            {
                return other.Value.Source;
            }

            _known[key] = _byUse.AddFirst((key, source));
            if (_byUse.Count > Kept)
            {
                _known.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }
        }

        return source;
    }
}
