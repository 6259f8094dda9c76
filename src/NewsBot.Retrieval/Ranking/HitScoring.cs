using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Ranking;

/// <summary>
/// The final score of a story: (article + p · its best passage) · time · phrases, all in units of term rarity. The passage tells an article
/// that treats the question in one place from one whose words lie scattered (docs/BENCHMARKS.md, "Retrieval").
/// </summary>
internal sealed class HitScoring(IArchiveReader store, TextAnalysis text, RetrievalOptions options, SearchPlan plan, IReadOnlyList<QueryTerm> terms)
{
    private readonly PassageRanking passages = new(terms);

    private double bestPassage;

    /// <summary>The stems of the query that stand in the best passage found so far, or in its article's title.</summary>
    public IReadOnlySet<string> CoveredByBest { get; private set; } = new HashSet<string>();

    /// <summary>The hit of a story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="shares">What each term added to the article's score, where the hit is to be explained.</param>
    public ArticleHit Score(RankedStory story, IReadOnlyDictionary<string, double>? shares)
    {
        var (place, article) = (story.Place, story.Article);
        var analysis = text.For(article.Content.Language, article.Text);
        var found = passages.Best(article.Text, store.PassagesOf(plan.Query.Archive, article.Id, article.Version), analysis, Math.Max(1, plan.Query.PassagesPerArticle));
        var passage = options.PassageWeight * (found.Count > 0 ? found[0].Score : 0);
        if (passage > bestPassage)
        {
            bestPassage = passage;
            CoveredByBest = analysis.Analyse(article.Title).Concat(analysis.Analyse(found[0].Passage.Range.Of(article.Text))).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        }

        var phrases = PhraseFactor(article, analysis);
        var score = (place.Relevance + passage) * place.TimeFactor * phrases;
        var explanation = shares is null
            ? null
            : new HitExplanation(shares, place.Lexical, place.Cosine, place.TimeFactor) { Relevance = place.Relevance, IsStandIn = place.Id != article.Id, Passage = passage, PhraseFactor = phrases };
        return new ArticleHit(article, score, [.. found.Take(plan.Query.PassagesPerArticle)], story.Also, explanation);
    }

    private double PhraseFactor(Article article, TermAnalysis analysis)
    {
        var phrases = plan.Question.Phrases;
        var found = phrases.Count(phrase => PhraseMatch.IsIn(article.Title, phrase, analysis) || PhraseMatch.IsIn(article.Text, phrase, analysis));
        return phrases.Count == 0 ? 1 : 1 + (options.PhraseWeight * found / phrases.Count);
    }
}
