using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Rendering;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Asking;

/// <summary>How an answer looks: its sentences with their markers, then the numbered sources with the quotes they stand on.</summary>
internal sealed class AnswerView(SignedLinks links)
{
    /// <summary>The whole answer, or that the archive does not hold one.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="actions">What can be done with it, where it is one.</param>
    public Html Whole(Answer answer, Html actions) => answer.Outcome == AnswerOutcome.Answered ? Found(answer, actions) : NotInArchive(answer);

    /// <summary>One sentence with the markers of its citations.</summary>
    public Html Sentence(AnsweredClaim claim, IReadOnlyList<Citation> citations, string? shortAnswer = null)
    {
        var cited = claim.Citations.Select(number => citations.Single(citation => citation.Number == number)).ToList();
        return Html.Of($"""<span class="claim{(AnswerLines.StandsAlone(claim) ? " alone" : "")}"><span class="words"{LanguageOf(claim, cited)}>{Emphasised(claim.Text, shortAnswer)}</span>{Html.Each(cited, Marker)}</span> """);
    }

    private Html Found(Answer answer, Html actions) => Html.Of($"""
        <article class="answer" aria-labelledby="asked">
          <h2 id="asked"><bdi>{answer.Question.Text}</bdi></h2>
          <p class="claims" dir="auto">{answer.Claims.Select((claim, i) => Sentence(claim, answer.Citations, i == 0 ? answer.ShortAnswer : null))}</p>
          {Notes(answer)}
          <h3>{(answer.Citations.Count == 1 ? "Source" : "Sources")}</h3>
          <ol class="sources">{Html.Each(answer.Citations, Source)}</ol>
          {Checks(answer)}
          {Provenance(answer)}
          {actions}
        </article>
        """);

    // A sentence that is the article's own is in the article's language; one that a model worded is in the reader's.
    private static Html LanguageOf(AnsweredClaim claim, List<Citation> cited) =>
        cited.Find(citation => citation.Quote.Contains(claim.Text, StringComparison.Ordinal)) is { } own ? OwnWords.Language(own.Article) : Html.None;

    // The span that is the answer in short is a part of the first sentence; it is only made easy to see.
    private static Html Emphasised(string sentence, string? part)
    {
        var start = part is { Length: > 0 } ? sentence.IndexOf(part, StringComparison.Ordinal) : -1;
        return start < 0
            ? Html.Text(sentence)
            : Html.Of($"{sentence.AsSpan(0, start)}<strong>{part}</strong>{sentence.AsSpan(start + part!.Length)}");
    }

    private Html Marker(Citation citation) => Html.Of(
        $"""<a class="marker" href="{links.To(citation.Article, citation.Range)}" data-citation="{citation.Number}" aria-label="Source {citation.Number}: {Titles.Of(citation.Article)}, opens at the quote">{citation.Number}</a>""");

    private Html Source(Citation citation) => Html.Of($"""
        <li id="source-{citation.Number}" value="{citation.Number}">
          <p class="source-title"><a href="{links.To(citation.Article, citation.Range)}" data-citation="{citation.Number}">{OwnWords.Title(citation.Article)}</a></p>
          <p class="byline">{Bylines.Of(citation.Article)}</p>
          <blockquote dir="auto"{OwnWords.Language(citation.Article)}>{citation.Quote}</blockquote>
          {Html.If(citation.AlsoPublishedBy.Count > 0, $"<p class=\"also\">Also published by {string.Join(", ", citation.AlsoPublishedBy)}</p>")}
          <p class="source-links"><a href="{links.To(citation.Article, citation.Range)}" data-citation="{citation.Number}">Read in context</a>{OriginalLink.To(citation.Article.Url)}</p>
        </li>
        """);

    private static Html Checks(Answer answer) => Html.Of($"""
        <details class="checks">
          <summary>How each sentence was checked</summary>
          <ol>{Html.Each(answer.Claims, Check)}</ol>
        </details>
        """);

    private static Html Check(AnsweredClaim claim) => Html.Of(
        $"<li><bdi>{claim.Text}</bdi> <strong class=\"verdict\">{Verdicts.InWords(claim.Verdict)}</strong></li>");

    private Html NotInArchive(Answer answer) => Html.Of($"""
        <article class="answer not-in-archive" aria-labelledby="asked">
          <h2 id="asked"><bdi>{answer.Question.Text}</bdi></h2>
          <p class="verdict-line">Not in the archive</p>
          {(answer.ArticlesSearched == 0 ? NothingToSearch() : NothingFound(answer))}
        </article>
        """);

    private static Html NothingToSearch() => Html.Of($"<p>The archive holds no articles yet, so there was nothing to search.</p>");

    private Html NothingFound(Answer answer) => Html.Of($"""
        <p>{Searched(answer)} None of them answers this, so NewsBot does not guess.</p>
        {Notes(answer)}
        {Html.If(answer.Leads.Count > 0, $"{Leads(answer)}")}
        <h3>What may help</h3>
        <ul class="hints">
          <li>Use names and words that an article would print.</li>
          <li>Widen or remove the dates and the source.</li>
          <li>Ask one thing at a time.</li>
        </ul>
        """);

    private Html Leads(Answer answer) => Html.Of($"""
        <h3>Nearest articles</h3>
        <ol class="leads">{Html.Each(answer.Leads, lead => ArticleList.Entry(lead.Article, links))}</ol>
        """);

    private static Html Notes(Answer answer)
    {
        List<string> notes = [.. answer.Notes, .. AnswerCorrections.Of(answer)];
        return Html.If(notes.Count > 0, $"<ul class=\"notes\">{Html.Each(notes, note => Html.Of($"<li>{note}</li>"))}</ul>");
    }

    private static Html Provenance(Answer answer) => Html.If(
        answer.ArticlesSearched > 0,
        $"""<p class="provenance">{Searched(answer)} Answered as of {Moments.Day(answer.AsOf)}.{LinkTo(answer)}</p>""");

    private static Html LinkTo(Answer answer) => Html.Of($""" <a href="/answers/{answer.Id.ToString()}">Link to this answer</a>""");

    private static Html Searched(Answer answer) =>
        Html.Of($"{Quantities.Articles(answer.ArticlesSearched)} {(answer.ArticlesSearched == 1 ? "was" : "were")} searched.");
}
