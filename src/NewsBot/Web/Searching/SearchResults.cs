using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Web.Searching;

/// <summary>What a search found, counted and cut into pages.</summary>
internal sealed class SearchResults
{
    /// <summary>Results on a page.</summary>
    public const int PageSize = 10;

    private const int MostFacetValues = 8;

    private readonly SearchOutcome _outcome;

    /// <summary>Counts an outcome.</summary>
    /// <param name="outcome">What the index found.</param>
    /// <param name="pageNumber">The wanted page, from 1; beyond the last one the last is meant.</param>
    public SearchResults(SearchOutcome outcome, int pageNumber)
    {
        _outcome = outcome;
        Pages = Math.Max(1, (outcome.Hits.Count + PageSize - 1) / PageSize);
        PageNumber = Math.Min(pageNumber, Pages);
        Shown = [.. outcome.Hits.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        var days = outcome.Hits.Select(hit => hit.Article.Published).OfType<NewsTime>().Select(time => time.Day).ToList();
        Sources = Commonest(outcome.Hits.Select(hit => hit.Article.Source));
        Languages = Commonest(outcome.Hits.Select(hit => hit.Article.Content.Language));
        Years = [.. days.CountBy(day => day.Year).OrderByDescending(year => year.Key).Select(year => new FacetValue<int>(year.Key, year.Value))];
        Timeline = Timeline.Of(days);
    }

    /// <summary>The hits of this page.</summary>
    public IReadOnlyList<ArticleHit> Shown { get; }

    /// <summary>How many articles were found, at most <see cref="SearchForm.MostHits"/>.</summary>
    public int Found => _outcome.Hits.Count;

    /// <summary>How many articles were searched.</summary>
    public long Searched => _outcome.ArticlesSearched;

    /// <summary>The stems that were looked for.</summary>
    public IReadOnlyList<string> Terms => _outcome.Reading.Terms;

    /// <summary>What the reader should know of the search.</summary>
    public IReadOnlyList<string> Notes => _outcome.Notes;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; }

    /// <summary>The page that is shown.</summary>
    public int PageNumber { get; }

    /// <summary>The commonest publications among the hits.</summary>
    public IReadOnlyList<FacetValue<string>> Sources { get; }

    /// <summary>The languages of the hits.</summary>
    public IReadOnlyList<FacetValue<string>> Languages { get; }

    /// <summary>The years of the hits, the latest first.</summary>
    public IReadOnlyList<FacetValue<int>> Years { get; }

    /// <summary>When the hits were published.</summary>
    public Timeline Timeline { get; }

    private static List<FacetValue<string>> Commonest(IEnumerable<string?> values) =>
    [
        .. values.OfType<string>().CountBy(value => value)
            .OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal)
            .Take(MostFacetValues)
            .Select(value => new FacetValue<string>(value.Key, value.Value)),
    ];
}

/// <summary>A value that hits share.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many hits have it.</param>
internal sealed record FacetValue<T>(T Value, int Count);
