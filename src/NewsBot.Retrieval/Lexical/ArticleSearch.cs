using NewsBot.Archive;
using NewsBot.Retrieval.Dense.Fusion;
using NewsBot.Retrieval.Ranking;
using NewsBot.Retrieval.Text;
using NewsBot.Retrieval.Understanding;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// One search: the question is read, articles are ranked, and what they hold for the question is looked up. An index elsewhere (Qdrant) takes
/// the first and the last step from here, <see cref="Plan"/> and <see cref="Present"/>, and ranks in between by itself.
/// </summary>
internal sealed class ArticleSearch(IArchiveReader store, TextAnalysis text, RetrievalOptions options)
{
    /// <summary>The rank that the best article's lead is measured against to tell whether anything answers; so many are always looked into.</summary>
    private const int DeepRank = 10;

    /// <summary>Ranked articles for each one wanted: some fall away as copies of one story.</summary>
    private const int SpareFactor = 2;

    /// <summary>How many articles are read for a phrase: it is checked in their text.</summary>
    private const int PhraseDepth = 50;

    private static readonly Dictionary<string, double> NoShares = [];

    /// <summary>How many articles words and meaning each put forward where both count.</summary>
    private const int FusedDepth = 200;

    private readonly QuestionReader reader = new(text);
    private readonly NewestDay newest = new(store);

    public SearchOutcome Search(IndexSnapshot snapshot, ArchiveQuery query, AskedMeaning meaning, CancellationToken cancellationToken)
    {
        var plan = Plan(query);
        var terms = Weigh(plan, stems => stems.Select(stem => TermFrequencies.Of(snapshot, stem)));
        var ranking = new ArticleRanking(snapshot);
        var filter = new ArticleFilter(query);
        var byWords = ranking.Rank(terms, filter, plan.Prior, meaning.Table is null ? plan.Depth : Math.Max(plan.Depth, FusedDepth), cancellationToken);
        IReadOnlyList<RankedArticle> ranked = meaning.Table is { } table
            ? Fused(byWords, new MeaningRanking(snapshot, table, meaning.Vector.Span), plan, filter, cancellationToken)
            : byWords;
        var outcome = Present(plan, terms, ranked, snapshot.Articles, article => article is IndexedArticle indexed ? ranking.SharesOf(indexed, terms) : NoShares);
        return meaning.Note is { } note ? outcome with { Notes = [.. outcome.Notes, note] } : outcome;
    }

    /// <summary>How a query is read, before any index is asked.</summary>
    public SearchPlan Plan(ArchiveQuery query)
    {
        var question = Read(query);
        var wanted = Math.Max(query.Limit, question.Phrases.Count > 0 ? PhraseDepth : DeepRank);
        return new SearchPlan(query, question, TimePrior.For(question.Time, query.AsOf, options), SpareFactor * wanted);
    }

    /// <summary>
    /// "What happened in June?" asks for the last June that the archive reaches: one that ended years ago knows nothing of this year's. Where the
    /// question names a topic, its words find the year better than the month does (docs/BENCHMARKS.md).
    /// </summary>
    private ReadQuestion Read(ArchiveQuery query)
    {
        var question = reader.Read(query.Text, query.Language, DateOnly.FromDateTime(query.AsOf.UtcDateTime));
        return question is { AsksWhatHappened: true, Time: { IsYearGuessed: true, Time: { } guessed } } && newest.Of(query.Archive) is { } last && last < guessed.First
            ? reader.Read(query.Text, query.Language, last)
            : question;
    }

    /// <summary>The terms to rank by: those that the question holds, and other names of what it names at a part of their weight.</summary>
    /// <param name="plan">How the query was read.</param>
    /// <param name="look">Looks up how rare stems are in the archive, in their order.</param>
    public IReadOnlyList<QueryTerm> Weigh(SearchPlan plan, Func<IReadOnlyList<string>, IEnumerable<QueryTerm>> look) =>
        [.. look(plan.Stems), .. look(plan.Question.OtherNames).Select(term => term.Weighed(options.OtherNamesWeight))];

    /// <summary>What is shown of the articles that an index ranked: each story once, with the passages that fit best, in the final order.</summary>
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
        Func<RankedArticle, IReadOnlyDictionary<string, double>> sharesOf)
    {
        if (plan.Question.AsksWhatHappened)
        {
            (ranked, terms) = (new PeriodReports(store).Of(plan), []);
        }

        var stories = new StorySelection(store, plan.Query).Select(ranked, plan.Depth / SpareFactor);
        var scoring = new HitScoring(store, text, options, plan, terms);
        var hits = stories.Select(story => scoring.Score(story, plan.Query.Explain ? sharesOf(story.Place) : null)).ToList();
        var signals = Answerability.SignalsOf(ranked, terms, DeepRank, scoring.CoveredByBest, plan.Prior);
        var shown = SourceDiversity.Order(hits, options.SameSourcePenalty).Take(plan.Query.Limit).ToList();
        return new SearchOutcome
        {
            Hits = shown,
            WhatWasSearched = SearchSummary.Of(plan, terms, shown),
            Answerability = Answerability.Of(signals),
            Signals = signals,
            Reading = ReadingOf(plan.Question, terms),
            ArticlesSearched = articles,
            Notes = plan.Question.Time.Notes,
        };
    }

    private List<RankedArticle> Fused(
        IReadOnlyList<IndexedArticle> byWords, MeaningRanking meaning, SearchPlan plan, ArticleFilter filter, CancellationToken cancellationToken) =>
        ScoreFusion.Fuse(byWords, meaning.Nearest(filter, plan.Prior, FusedDepth, cancellationToken), options.MeaningWeight, meaning.CosineOf)
            .OrderByDescending(article => article.Score)
            .ThenBy(article => article.Id)
            .Take(plan.Depth)
            .ToList();

    private static QuestionReading ReadingOf(ReadQuestion question, IReadOnlyList<QueryTerm> terms) => new()
    {
        Terms = question.Stems,
        UnknownTerms = terms.Where(term => term.Articles == 0 && question.Stems.Contains(term.Stem)).Select(term => term.Stem).ToList(),
        Phrases = question.Phrases,
        Time = question.Time.Time,
        Focus = question.Time.Focus,
        AsksWhatHappened = question.AsksWhatHappened,
    };
}

/// <summary>How a query is carried out, whatever index ranks its articles.</summary>
/// <param name="Query">The query; its filters hold for every index.</param>
/// <param name="Question">How its words were understood.</param>
/// <param name="Prior">The factor by which the time of publication moves an article's score.</param>
/// <param name="Depth">How many ranked articles are wanted.</param>
internal sealed record SearchPlan(ArchiveQuery Query, ReadQuestion Question, TimePrior Prior, int Depth)
{
    /// <summary>The content terms in their order, each once.</summary>
    public IReadOnlyList<string> Stems => Question.Stems;
}
