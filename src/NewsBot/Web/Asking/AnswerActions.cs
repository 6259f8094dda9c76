using NewsBot.Archive;
using NewsBot.Web.Health;
using NewsBot.Web.Markup;
using NewsBot.Web.Security;

namespace NewsBot.Web.Asking;

/// <summary>What a reader can do with an answer: have it checked again, praise it, say what is wrong with it. All are plain forms.</summary>
internal sealed class AnswerActions(ReaderForms forms, DiskWatch disk)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 2_000;

    /// <summary>The forms under an answer; none while nothing can be stored, since neither the answer nor a word on it is kept then.</summary>
    public Html For(HttpContext context, Guid answer)
    {
        if (disk.Problem is not null)
        {
            return Html.None;
        }

        var token = Html.Of($"""<input type="hidden" name="token" value="{forms.TokenFor(context, answer)}">""");
        return Html.Of($"""
            <section class="actions" aria-label="This answer">
              <form class="inline" action="/answers/{answer.ToString()}/check" method="post"><button class="quiet" type="submit">Check again</button></form>
              <form class="inline" action="/answers/{answer.ToString()}/feedback" method="post">{token}<input type="hidden" name="good" value="true">
                <button class="quiet" type="submit">Good answer</button></form>
              <details><summary class="quiet">Something is wrong</summary>
                <form class="fields" action="/answers/{answer.ToString()}/feedback" method="post">{token}<input type="hidden" name="good" value="false">
                  <fieldset><legend>What is wrong?</legend>{Html.Each(Feedback.Kinds, Choice)}</fieldset>
                  <div><label for="comment">In your own words, if you like</label><textarea id="comment" name="comment" rows="2" maxlength="{LongestComment}"></textarea></div>
                  <div><button type="submit">Send</button></div>
                </form>
              </details>
            </section>
            """);
    }

    private static Html Choice(string kind) => Html.Of($"""<label><input type="radio" name="kind" value="{kind}">{InWords(kind)}</label>""");

    private static string InWords(string kind) => kind switch
    {
        "wrong_fact" => "A fact is wrong",
        "wrong_source" => "The source does not say that",
        "out_of_date" => "It is out of date",
        "missing_article" => "An article is missing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}
