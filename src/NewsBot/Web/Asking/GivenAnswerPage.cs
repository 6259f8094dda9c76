using NewsBot.Answering;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Asking;

/// <summary>The pages of an answer that was given: as it was, and checked again.</summary>
internal sealed class GivenAnswerPage(AnswerView answers, AnswerActions actions, SignedLinks links, IArchiveReader articles)
{
    private static readonly string[] Scripts = ["ask.js", "viewer.js"];

    /// <summary>An answer as it was given, with a mark where it no longer stands.</summary>
    public Page Shared(HttpContext context, GivenAnswer answer, bool isThanked) => new(answer.Shown.Question.Text, Html.Of($"""
        {Heading(answer)}
        {Html.If(isThanked, $"<p class=\"notice\" role=\"status\">Thank you. The people who run this archive read what readers say.</p>")}
        {Mark(answer.Kept.Mark)}
        <section id="answer" class="answer-place" aria-label="Answer">
        {answers.Whole(answer.Shown, actions.For(context, answer.Shown.Id))}
        </section>
        """))
    {
        Scripts = Scripts,
    };

    /// <summary>Whether each sentence still stands.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="claims">What checking found, one for each sentence, in order.</param>
    /// <param name="at">When.</param>
    public Page Checked(GivenAnswer answer, IReadOnlyList<RecheckedClaim> claims, NewsTime at) => new($"Checked again: {answer.Shown.Question.Text}", Html.Of($"""
        {Heading(answer)}
        <section class="rechecked" aria-labelledby="standing">
          <h2 id="standing" class="verdict-line">{InWords(AnswerRecheck.StandingOf(claims).Standing)}</h2>
          <p>Checked again {Moments.Exactly(at)}: each sentence against the articles it cites, as they are now.</p>
          <ol>{claims.Select((claim, i) => Sentence(answer.Shown, answer.Shown.Claims[i], claim))}</ol>
          <p class="source-links"><a href="/answers/{answer.Shown.Id.ToString()}">The answer as it was given</a></p>
        </section>
        """));

    private static Html Heading(GivenAnswer answer) => Html.Of($"""
        <h1 class="shared-question"><bdi>{answer.Shown.Question.Text}</bdi></h1>
        <p class="byline">Answered as of {Moments.Day(answer.Shown.AsOf)}. <a href="/?q={Uri.EscapeDataString(answer.Shown.Question.Text)}">Ask again now</a></p>
        """);

    private static Html Mark(StoredMark? mark) => Html.If(
        mark is { Standing: not AnswerStanding.Stands },
        $"<p class=\"notice standing\"><strong>No longer supported.</strong> {mark?.Reason} Found {Moments.Day(NewsTime.OfInstant(mark?.At ?? default))}; the answer stands below as it was given.</p>");

    private Html Sentence(Answer answer, AnsweredClaim claim, RecheckedClaim found) => Html.Of($"""
        <li class="{(found.Verdict == Verdict.Supported ? "stands" : "fallen")}">
          <p class="claims" dir="auto">{answers.Sentence(claim, answer.Citations)}</p>
          <p><strong class="verdict">{InWords(found.Verdict)}</strong> {found.Reason}</p>
          {Html.Each(Changed(answer, claim), changed => Html.Of($"<p class=\"source-links\"><a href=\"{links.ToChanges(changed.Now, changed.Then.Version, changed.Now.Version)}\">What changed in “{OwnWords.Title(changed.Then)}”</a></p>"))}
        </li>
        """);

    private IEnumerable<(Article Then, Article Now)> Changed(Answer answer, AnsweredClaim claim) =>
        from citation in answer.Citations
        where claim.Citations.Contains(citation.Number)
        group citation.Article by citation.Article.Id into cited
        let then = cited.First()
        let now = articles.Find(then.Archive, then.Id)
        where now is not null && now.Version > then.Version
        select (then, now);

    private static string InWords(AnswerStanding standing) => standing switch
    {
        AnswerStanding.Stands => "Still supported",
        AnswerStanding.Outdated => "No longer supported throughout",
        AnswerStanding.Withdrawn => "A cited article was withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No such standing."),
    };

    private static string InWords(Verdict verdict) => verdict == Verdict.Supported ? "Still supported." : Verdicts.InWords(verdict) + ".";
}
