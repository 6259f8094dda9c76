using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering;

/// <summary>A place in an article that a sentence of an answer rests on.</summary>
/// <param name="Hit">The article.</param>
/// <param name="Range">The range in its text.</param>
public sealed record CitedPlace(ArticleHit Hit, TextRange Range);

/// <summary>
/// The sentences accepted so far. Citations are numbered from 1 in the order of their first use, and a place that is cited again
/// keeps its number. For one answer and one thread.
/// </summary>
internal sealed class AnswerUnderWay(Verifier verifier, Func<ArticleHit, IReadOnlyList<string>> alsoPublishedBy)
{
    private readonly List<AnsweredClaim> claims = [];
    private readonly List<Citation> citations = [];

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyList<AnsweredClaim> Claims => claims;

    /// <summary>The citations, by number.</summary>
    public IReadOnlyList<Citation> Citations => citations;

    /// <summary>
    /// Takes in a sentence if the verifier finds it supported at its places; null when it must not be shown. Every sentence of
    /// every answer goes through here, whoever wrote it.
    /// </summary>
    public AnswerProgress.SentenceAccepted? Offer(string sentence, IReadOnlyList<CitedPlace> places)
    {
        if (places.Count == 0 || !SentenceForm.IsPlain(sentence))
        {
            return null;
        }

        using var span = AnsweringTraces.Source.StartActivity("verification");
        var source = PreparedSource.Join([.. places.Select(place => verifier.Prepare(place.Hit.Article, place.Range))]);
        var verdict = verifier.Check(sentence, source).Verdict;
        span?.SetTag("newsbot.verdict", verdict.JsonName());
        if (verdict != Verdict.Supported)
        {
            return null;
        }

        var claim = new AnsweredClaim(sentence, [.. places.Select(NumberOf).Distinct()], Verdict.Supported);
        claims.Add(claim);
        return new AnswerProgress.SentenceAccepted(claim, [.. citations]);
    }

    private int NumberOf(CitedPlace place)
    {
        var article = place.Hit.Article;
        var known = citations.Find(citation =>
            citation.Article.Id == article.Id && citation.Article.Version == article.Version && citation.Range == place.Range);
        if (known is not null)
        {
            return known.Number;
        }

        citations.Add(new Citation
        {
            Number = citations.Count + 1,
            Article = article,
            Range = place.Range,
            AlsoPublishedBy = alsoPublishedBy(place.Hit),
        });
        return citations.Count;
    }
}
