using System.Globalization;
using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Reading;

/// <summary>What changed between two versions of an article, word by word.</summary>
internal sealed class ChangesPage(SignedLinks links)
{
    // Unchanged text shown on either side of a change, in characters: enough for the sentence around it.
    private const int Context = 240;

    private static readonly char[] Spaces = [' ', '\n'];

    /// <summary>The page for two versions of one article, the earlier first.</summary>
    public Page Of(Article earlier, Article later)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Changes from version {earlier.Version} to {later.Version}");
        return new Page($"{title}: {Titles.Of(later)}", Html.Of($"""
            <article class="archived changes">
              <header>
                <p class="kicker">{title}</p>
                <h1 dir="auto"{OwnWords.Language(later)}>{Runs(WordDiff.Between(Titles.Of(earlier), Titles.Of(later)))}</h1>
                <p class="byline"><a href="{links.To(earlier)}">Version {earlier.Version}</a>, archived {Archived(earlier)}<br><a href="{links.To(later)}">Version {later.Version}</a>, archived {Archived(later)}</p>
              </header>
              <p class="legend"><del><span class="visually-hidden">Removed: </span>taken out</del> <ins><span class="visually-hidden">Added: </span>put in</ins></p>
              <div class="body"><p dir="auto"{TextLanguage(earlier, later)}>{TextChanges(earlier.Text, later.Text)}</p></div>
            </article>
            """));
    }

    private static Html TextLanguage(Article earlier, Article later) => earlier.Text == later.Text ? Html.None : OwnWords.Language(later);

    private static Html Archived(Article article) => Moments.Exactly(NewsTime.OfInstant(article.StoredAt));

    private static Html TextChanges(string earlier, string later) => earlier == later
        ? Html.Of($"<em>The text is the same; only what is known about the article has changed.</em>")
        : Runs(WordDiff.Between(earlier, later));

    private static Html Runs(IReadOnlyList<WordRun> runs) => Html.Of($"{runs.Select((run, i) => run.Change switch
    {
        WordChange.Removed => Html.Of($"<del>{run.Text}</del>"),
        WordChange.Added => Html.Of($"<ins>{run.Text}</ins>"),
        _ => Kept(run.Text, isFirst: i == 0, isLast: i == runs.Count - 1),
    })}");

    // What stands before the first change and after the last is context on one side only.
    private static Html Kept(string text, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst && !isLast ? 0 : End(text, Context), isLast && !isFirst ? text.Length : Start(text, text.Length - Context));
        return head >= tail
            ? Html.Text(text)
            : Html.Of($"""{text.AsSpan(0, head)}<span class="left-out"> … </span>{text.AsSpan(tail)}""");
    }

    // Never within a word.
    private static int End(string text, int wanted) => wanted >= text.Length ? text.Length : text.LastIndexOfAny(Spaces, wanted) is var space and > 0 ? space : wanted;

    private static int Start(string text, int wanted) => wanted <= 0 ? 0 : text.IndexOfAny(Spaces, wanted) is var space and >= 0 ? space + 1 : wanted;
}
