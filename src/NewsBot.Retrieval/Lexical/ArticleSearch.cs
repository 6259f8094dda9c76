using NewsBot.Archive;
using NewsBot.Retrieval.Ranking;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Lexical;

/// <summary>One search: the question's terms, the articles that fit them, the passages inside these.</summary>
internal sealed class ArticleSearch(IArchiveReader store, TextAnalysis text, RetrievalOptions options)
{
    /// <summary>The rank that the best article's lead is measured against to tell whether anything answers.</summary>
    private const int DeepRank = 10;

    public SearchOutcome Search(IndexSnapshot snapshot, ArchiveQuery query, CancellationToken cancellationToken)
    {
        var terms = QuestionTerms.Of(query.Text, text).Select(stem => TermFrequencies.Of(snapshot, stem)).ToList();
        var ranking = new ArticleRanking(snapshot);
        var prior = new TimePrior(options.RecencyWeight, options.RecencyDays, query.AsOf);
        var ranked = ranking.Rank(terms, new ArticleFilter(query), prior, Math.Max(query.Limit, DeepRank), cancellationToken);
        var hits = Hits(ranked.Take(query.Limit).ToList(), terms, ranking, query);
        return new SearchOutcome
        {
            Hits = hits,
            Answerability = Answerability.Of(ranked, terms, DeepRank),
            Reading = new QuestionReading
            {
                Terms = terms.Select(term => term.Stem).ToList(),
                UnknownTerms = terms.Where(term => term.Articles == 0).Select(term => term.Stem).ToList(),
            },
            ArticlesSearched = snapshot.Articles,
        };
    }

    private List<ArticleHit> Hits(IReadOnlyList<RankedArticle> ranked, IReadOnlyList<QueryTerm> terms, ArticleRanking ranking, ArchiveQuery query)
    {
        var articles = store.FindMany(query.Archive, ranked.Select(article => article.Id).ToList()).ToDictionary(article => article.Id);
        var passages = new PassageRanking(terms);
        var hits = new List<ArticleHit>(ranked.Count);
        foreach (var place in ranked)
        {
            // An article removed since the index last caught up is gone at once.
            if (!articles.TryGetValue(place.Id, out var article))
            {
                continue;
            }

            var analysis = text.For(article.Content.Language, article.Text);
            var evidence = passages.Best(article.Text, store.PassagesOf(query.Archive, article.Id, article.Version), analysis, query.PassagesPerArticle);
            var explanation = query.Explain
                ? new HitExplanation(ranking.SharesOf(place, terms), place.Lexical, Dense: null, place.TimeFactor)
                : null;
            hits.Add(new ArticleHit(article, place.Score, evidence, Also: [], explanation));
        }

        return hits;
    }
}
