using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;

namespace NewsBot.Retrieval.Ranking;

/// <summary>A story to show.</summary>
/// <param name="Place">The best ranked article of the story.</param>
/// <param name="Article">The article to show: the corrected or original member of the story where it may be seen.</param>
/// <param name="Also">The other members that may be seen.</param>
internal sealed record RankedStory(RankedArticle Place, Article Article, IReadOnlyList<Guid> Also);

/// <summary>
/// Shows each story once, at the rank of its best member. Of the members that the query may see (at an earlier moment, a later correction
/// does not exist), a corrected re-issue stands in for what it corrects, and the original for its copies where it fits the question as well:
/// nearly equal texts may differ in just the word that is asked for.
/// </summary>
internal sealed class StorySelection(IArchiveReader store, ArchiveQuery query)
{
    /// <summary>The share of the best member's score from which another one fits as well: small edits move a score by less.</summary>
    private const double FitsAsWell = .9;

    /// <summary>The stories of the best ranked articles, best first, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<RankedStory> Select(IReadOnlyList<RankedArticle> ranked, int limit)
    {
        var stories = new List<RankedStory>(limit);
        var shown = new HashSet<Guid>();
        var scores = ranked.ToDictionary(place => place.Id, place => place.Relevance);
        for (var from = 0; from < ranked.Count && stories.Count < limit; from += limit)
        {
            AddStories(ranked.Skip(from).Take(limit).ToList(), limit, scores, stories, shown);
        }

        return stories;
    }

    private void AddStories(
        List<RankedArticle> places, int limit, IReadOnlyDictionary<Guid, double> scores, List<RankedStory> stories, HashSet<Guid> shown)
    {
        var articles = store.FindMany(query.Archive, places.Select(place => place.Id).ToList()).ToDictionary(article => article.Id);
        var clustered = articles.Values.Where(article => article.Standing.Cluster is not null).Select(article => article.Id).ToList();
        var clusters = clustered.Count == 0 ? new Dictionary<Guid, StoryCluster>() : store.ClustersOf(query.Archive, clustered);
        foreach (var place in places)
        {
            // An article removed since the index last caught up is gone at once.
            if (stories.Count == limit || !articles.TryGetValue(place.Id, out var article))
            {
                continue;
            }

            var story = clusters.TryGetValue(place.Id, out var cluster) ? StoryOf(place, article, cluster, scores) : new RankedStory(place, article, []);
            if (shown.Add(cluster?.Id ?? article.Id))
            {
                stories.Add(story);
            }
        }
    }

    private RankedStory StoryOf(RankedArticle place, Article article, StoryCluster cluster, IReadOnlyDictionary<Guid, double> scores)
    {
        var visible = cluster.Members.Where(member => member.Article == article.Id || IsVisible(member)).ToList();
        var standsIn = article.Standing.SupersededBy is not null
            ? visible[0]
            : visible.First(member => member.Article == article.Id || (scores.TryGetValue(member.Article, out var score) && score >= FitsAsWell * place.Relevance));
        var shown = standsIn.Article == article.Id ? article : store.Find(query.Archive, standsIn.Article) ?? article;
        return new RankedStory(place, shown, visible.Select(member => member.Article).Where(member => member != shown.Id).ToList());
    }

    private bool IsVisible(ClusterMember member)
    {
        // Of a member's language the cluster knows nothing; copies of one text share it.
        var isOfSource = string.IsNullOrWhiteSpace(query.Source)
            || (member.Source?.StartsWith(query.Source.Trim(), StringComparison.OrdinalIgnoreCase) ?? false);
        return isOfSource && ArticleFilter.IsInTime(query, member.Published?.Instant.ToUnixTimeSeconds() ?? IndexFields.UnknownTime);
    }
}
