using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Asking;

/// <summary>The page on which questions are asked and answered.</summary>
internal sealed class AskPage(AnswerView answers, AnswerActions actions, SignedLinks links)
{
    private static readonly string[] AskingScripts = ["ask.js", "viewer.js"];

    /// <summary>The page before a question, or with what kept it from being asked.</summary>
    public Page Blank(AskForm form, ArchiveStatistics archive, IReadOnlyList<Article> latest) => new("Ask the archive", Html.Of($"""
        {Introduction(archive)}
        {FormFor(form)}
        <section id="answer" class="answer-place" aria-live="polite" aria-label="Answer"></section>
        {Html.If(latest.Count > 0, $"{Latest(latest)}")}
        """))
    {
        Here = "/",
        Scripts = AskingScripts,
        Status = form.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    /// <summary>The page with an answer.</summary>
    public Page Answered(HttpContext context, AskForm form, Answer answer) => new(form.Text, Html.Of($"""
        <h1 class="visually-hidden">Ask the archive</h1>
        {FormFor(form)}
        <section id="answer" class="answer-place" aria-live="polite" aria-label="Answer">
        {answers.Whole(answer, actions.For(context, answer.Id))}
        </section>
        """))
    {
        Here = "/",
        Scripts = AskingScripts,
    };

    private Html Latest(IReadOnlyList<Article> articles) => Html.Of($"""
        <section class="latest" aria-labelledby="latest">
          <h2 id="latest">Latest in the archive</h2>
          <ol class="leads">{Html.Each(articles, article => ArticleList.Entry(article, links))}</ol>
        </section>
        """);

    private static Html Introduction(ArchiveStatistics archive) => Html.Of($"""
        <div class="introduction">
          <h1>Ask the archive</h1>
          <p>{Extent(archive)} Every sentence of an answer cites a passage that you can open and check.</p>
        </div>
        """);

    private static Html Extent(ArchiveStatistics archive) => archive switch
    {
        { Articles: 0 } => Html.Of($"The archive is still empty: add articles with <code>newsbot ingest</code>."),
        { Oldest: { } oldest, Newest: { } newest } when oldest.Day < newest.Day =>
            Html.Of($"{Quantities.Articles(archive.Articles)}, {Moments.Day(oldest)} to {Moments.Day(newest)}."),
        { Oldest: { } day } => Html.Of($"{Quantities.Articles(archive.Articles)}, {Moments.Day(day)}."),
        _ => Html.Of($"{Quantities.Articles(archive.Articles)}."),
    };

    private static Html FormFor(AskForm form) => Html.Of($"""
        <form class="ask" action="/" method="get" role="search" data-ask>
          <label for="q">Your question</label>
          <div class="ask-line">
            <textarea id="q" name="q" rows="1" maxlength="{Question.MaximumLength}" enterkeyhint="search" autocomplete="off" required
              {Html.If(form.Problem is not null, $"aria-invalid=\"true\" aria-describedby=\"problem\"")}>{form.Text}</textarea>
            <button type="submit">Ask</button>
          </div>
          {FormFields.Problem(form.Problem)}
          <details class="narrow"{Html.If(form.IsNarrowed, $" open")}>
            <summary>Narrow by time or source</summary>
            <div class="fields">
              {FormFields.Day("since", "From", form.Since)}
              {FormFields.Day("until", "To", form.Until)}
              {FormFields.Day("as_of", "As of", form.AsOf)}
              {FormFields.Text("source", "Source", form.Source)}
            </div>
          </details>
        </form>
        """);
}
