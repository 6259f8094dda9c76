using System.Globalization;
using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Reading;

/// <summary>What changed between two versions of an article, word by word.</summary>
internal sealed class ChangesPage(Security.ArticleLinks links)
{
    // Unchanged text shown on either side of a change, in characters: enough for the sentence around it.
    private const int Context = 240;

    /// <summary>The page for two versions of one article, the earlier first.</summary>
    public Page Of(Article earlier, Article later)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Changes from version {earlier.Version} to {later.Version}");
        return new Page($"{title}: {Titles.Of(later)}", Html.Of($"""
            <article class="archived changes">
              <header>
                <p class="kicker">{title}</p>
                <h1 dir="auto">{Runs(WordDiff.Between(Titles.Of(earlier), Titles.Of(later)))}</h1>
                <p class="byline">Version {earlier.Version} was archived {Archived(earlier)}, version {later.Version} {Archived(later)}.
                  <a href="{links.To(earlier)}">Read version {earlier.Version}</a> · <a href="{links.To(later)}">Read version {later.Version}</a></p>
              </header>
              <p class="legend"><del><span class="visually-hidden">Removed: </span>taken out</del> <ins><span class="visually-hidden">Added: </span>put in</ins></p>
              <div class="body"><p dir="auto">{TextChanges(earlier.Text, later.Text)}</p></div>
            </article>
            """));
    }

    private static Html Archived(Article article) => Moments.Exactly(NewsTime.OfInstant(article.StoredAt));

    private static Html TextChanges(string earlier, string later) => earlier == later
        ? Html.Of($"<em>The text is the same; only what is known about the article has changed.</em>")
        : Runs(WordDiff.Between(earlier, later));

    private static Html Runs(IReadOnlyList<WordRun> runs) => Html.Each(runs, run => run.Change switch
    {
        WordChange.Removed => Html.Of($"<del>{run.Text}</del>"),
        WordChange.Added => Html.Of($"<ins>{run.Text}</ins>"),
        _ => Kept(run.Text),
    });

    private static Html Kept(string text) => text.Length <= 3 * Context
        ? Html.Text(text)
        : Html.Of($"""{text.AsSpan(0, Context)}<span class="left-out"> … </span>{text.AsSpan(text.Length - Context)}""");
}
