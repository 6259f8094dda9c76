using System.Globalization;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Text;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Searching;

/// <summary>The page on which articles are found by their words.</summary>
internal sealed class SearchPage(SignedLinks links, TextAnalysis analysis)
{
    /// <summary>The form alone, or with what kept it from being used.</summary>
    public static Page Blank(SearchForm form) => new("Search", Html.Of($"""
        <h1 class="page-title">Search the archive</h1>
        {Form(form)}
        """))
    {
        Here = "/search",
        Status = form.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    /// <summary>The form with what was found.</summary>
    public Page Found(SearchForm form, SearchResults results) => new($"Search: {form.Text}", Html.Of($"""
        <h1 class="page-title">Search the archive</h1>
        {Form(form)}
        <section class="found" aria-labelledby="found">
          <h2 id="found">{Summary(results)}</h2>
          {Html.If(results.Notes.Count > 0, $"<ul class=\"notes\">{Html.Each(results.Notes, note => Html.Of($"<li>{note}</li>"))}</ul>")}
          {Html.If(results.Timeline.Bars.Count > 1, $"{results.Timeline.Chart()}")}
          {Html.If(results.Found > 0, $"{Facets(form, results)}")}
          {Html.If(results is { Found: 0, Searched: > 0 }, $"<p>Use fewer words, or other ones that an article would print; widen or remove the limits.</p>")}
          <ol class="leads results" start="{((results.PageNumber - 1) * SearchResults.PageSize) + 1}">{Html.Each(results.Shown, hit => Result(hit, results.Terms))}</ol>
          {Html.If(results.Pages > 1, $"{Paging(form, results)}")}
        </section>
        """))
    {
        Here = "/search",
    };

    private static Html Form(SearchForm form) => Html.Of($"""
        <form class="ask" action="/search" method="get" role="search">
          <label for="q">Words to look for</label>
          <div class="ask-line">
            <input id="q" name="q" type="search" value="{form.Text}" autocomplete="off" required
              {Html.If(form.Problem is not null, $"aria-invalid=\"true\" aria-describedby=\"problem\"")}>
            <button type="submit">Search</button>
          </div>
          {FormFields.Problem(form.Problem)}
          <details class="narrow"{Html.If(form.IsNarrowed, $" open")}>
            <summary>Narrow by time, source or language</summary>
            <div class="fields">
              {FormFields.Day("since", "From", form.Since)}
              {FormFields.Day("until", "To", form.Until)}
              {FormFields.Text("source", "Source", form.Source)}
              {FormFields.Text("language", "Language, e.g. en", form.Language)}
            </div>
          </details>
        </form>
        """);

    private static Html Summary(SearchResults results) => results.Found switch
    {
        0 when results.Searched == 0 => Html.Of($"The archive holds no articles yet"),
        0 => Html.Of($"Nothing found in {Quantities.Articles(results.Searched)}"),
        SearchForm.MostHits => Html.Of($"The {SearchForm.MostHits} best found in {Quantities.Articles(results.Searched)}"),
        _ => Html.Of($"{results.Found} found in {Quantities.Articles(results.Searched)}"),
    };

    private static Html Facets(SearchForm form, SearchResults results) => Html.Of($"""
        <nav class="facets" aria-label="Narrow the results">
          {Facet("Year", [.. results.Years.Select(year => (year.Value.ToString(CultureInfo.InvariantCulture), year.Count, form.InYear(year.Value)))])}
          {Facet("Source", [.. results.Sources.Select(source => (source.Value, source.Count, form.From(source.Value)))])}
          {Facet("Language", [.. results.Languages.Select(language => (NameOf(language.Value), language.Count, form.In(language.Value)))])}
          {Html.If(form.IsNarrowed, $"<p><a href=\"{form.Everywhere()}\">Remove all limits</a></p>")}
        </nav>
        """);

    private static string NameOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            // A publisher may have stated anything.
            return language;
        }
    }

    // A single value would narrow nothing.
    private static Html Facet(string label, IReadOnlyCollection<(string Value, int Count, string Address)> values) => Html.If(values.Count > 1, $"""
        <div class="facet"><h3>{label}</h3><ul>{Html.Each(values, FacetLink)}</ul></div>
        """);

    private static Html FacetLink((string Value, int Count, string Address) value) =>
        Html.Of($"<li><a href=\"{value.Address}\"><bdi>{value.Value}</bdi> <span>{value.Count}</span></a></li>");

    private Html Result(ArticleHit hit, IReadOnlyList<string> terms)
    {
        var passage = hit.Evidence.Count > 0 ? hit.Evidence[0].Passage.Range : new TextRange(0, hit.Article.Text.Length);
        var snippet = Snippet.Of(hit.Article, passage, terms, analysis);
        return Html.Of($"""
            <li>
              <p class="source-title"><a href="{links.To(hit.Article, snippet.Range.Length > 0 ? snippet.Range : null)}">{OwnWords.Title(hit.Article)}</a></p>
              <p class="byline">{Bylines.Of(hit.Article)}{Html.If(hit.Also.Count > 0, $" · same story in {hit.Also.Count} more")}</p>
              <p class="snippet" dir="auto"{OwnWords.Language(hit.Article)}>{snippet.Render()}</p>
            </li>
            """);
    }

    private static Html Paging(SearchForm form, SearchResults results) => Html.Of($"""
        <nav class="paging" aria-label="Pages of results">
          {Html.If(results.PageNumber > 1, $"<a rel=\"prev\" href=\"{form.OnPage(results.PageNumber - 1)}\">← Previous</a>")}
          <span>Page {results.PageNumber} of {results.Pages}</span>
          {Html.If(results.PageNumber < results.Pages, $"<a rel=\"next\" href=\"{form.OnPage(results.PageNumber + 1)}\">Next →</a>")}
        </nav>
        """);
}
