using NewsBot.Archive;
using NewsBot.Retrieval.Ranking;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// One search: the question's terms, the articles that fit them, the passages inside these. An index elsewhere (Qdrant) takes the first and
/// the last step from here, <see cref="Plan"/> and <see cref="Present"/>, and ranks in between by itself.
/// </summary>
internal sealed class ArticleSearch(IArchiveReader store, TextAnalysis text, RetrievalOptions options)
{
    /// <summary>The rank that the best article's lead is measured against to tell whether anything answers.</summary>
    private const int DeepRank = 10;

    public SearchOutcome Search(IndexSnapshot snapshot, ArchiveQuery query, CancellationToken cancellationToken)
    {
        var plan = Plan(query);
        var terms = plan.Stems.Select(stem => TermFrequencies.Of(snapshot, stem)).ToList();
        var ranking = new ArticleRanking(snapshot);
        var ranked = ranking.Rank(terms, new ArticleFilter(plan.Query), plan.Prior, plan.Depth, cancellationToken);
        return Present(plan, terms, ranked, snapshot.Articles, article => ranking.SharesOf((IndexedArticle)article, terms));
    }

    /// <summary>How a query is read, before any index is asked.</summary>
    public SearchPlan Plan(ArchiveQuery query) => new(
        query,
        QuestionTerms.Of(query.Text, text),
        new TimePrior(options.RecencyWeight, options.RecencyDays, query.AsOf),
        Math.Max(query.Limit, DeepRank));

    /// <summary>What is shown of the articles that an index ranked: each with the passages inside it that fit best.</summary>
    /// <param name="plan">How the query was read.</param>
    /// <param name="terms">The plan's terms with their rarity.</param>
    /// <param name="ranked">The best articles, best first, <see cref="SearchPlan.Depth"/> of them where there are so many.</param>
    /// <param name="articles">How many articles the archive's index holds.</param>
    /// <param name="sharesOf">What each term adds to an article's score; asked only where hits are explained.</param>
    public SearchOutcome Present(
        SearchPlan plan,
        IReadOnlyList<QueryTerm> terms,
        IReadOnlyList<RankedArticle> ranked,
        long articles,
        Func<RankedArticle, IReadOnlyDictionary<string, double>> sharesOf) => new()
        {
            Hits = Hits(ranked.Take(plan.Query.Limit).ToList(), terms, sharesOf, plan.Query),
            Answerability = Answerability.Of(ranked, terms, DeepRank),
            Reading = new QuestionReading
            {
                Terms = terms.Select(term => term.Stem).ToList(),
                UnknownTerms = terms.Where(term => term.Articles == 0).Select(term => term.Stem).ToList(),
            },
            ArticlesSearched = articles,
        };

    private List<ArticleHit> Hits(
        IReadOnlyList<RankedArticle> ranked,
        IReadOnlyList<QueryTerm> terms,
        Func<RankedArticle, IReadOnlyDictionary<string, double>> sharesOf,
        ArchiveQuery query)
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
            var explanation = query.Explain ? new HitExplanation(sharesOf(place), place.Lexical, Dense: null, place.TimeFactor) : null;
            hits.Add(new ArticleHit(article, place.Score, evidence, Also: [], explanation));
        }

        return hits;
    }
}

/// <summary>How a query is carried out, whatever index ranks its articles.</summary>
/// <param name="Query">The query; its filters hold for every index.</param>
/// <param name="Stems">The content terms in their order, each once.</param>
/// <param name="Prior">The factor by which age moves an article's score.</param>
/// <param name="Depth">How many ranked articles are wanted.</param>
internal sealed record SearchPlan(ArchiveQuery Query, IReadOnlyList<string> Stems, TimePrior Prior, int Depth);
