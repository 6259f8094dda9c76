using System.Globalization;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Observing;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>/admin/questions: what was asked, what became of it, and what the archive lacks.</summary>
internal sealed class QuestionsPage(AdminDoor door, ArchiveStore store, QuestionJournal journal, IAnswerStore answers)
{
    private const int Shown = 50;

    private static readonly (string Value, string Label)[] Kinds = [("", "All"), ("not_in_archive", "Gaps in the archive"), ("answered", "Answered"), ("failed", "Failed"), ("given_up", "Given up")];

    /// <summary>GET /admin/questions?outcome=&amp;before=.</summary>
    public Task ShowAsync(HttpContext context) => door.ShowAsync(context, session =>
    {
        journal.Flush();
        var chosen = Kinds.FirstOrDefault(kind => kind.Value == context.Request.Query["outcome"].ToString()).Value ?? "";
        var before = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        var asked = store.Questions.Newest(Shown, chosen.Length == 0 ? null : chosen, before);
        return new AdminPage("/admin/questions", "Questions", Html.Of($"""
            <nav class="kinds" aria-label="Kinds of questions"><ul>{Html.Each(Kinds, kind => Kind(kind, chosen))}</ul></nav>
            {AdminFrame.Table(["Question", "Outcome", "Asked", "Took", ""], [.. asked.Select(question => Row(question, session))], "Nothing was asked yet, or its time is over.")}
            {Html.If(asked.Count == Shown, $"<nav class=\"paging\" aria-label=\"Older\"><a href=\"/admin/questions?outcome={chosen}&amp;before={asked[^1].Number}\">Older</a></nav>")}
            {Html.If(chosen is "" or "not_in_archive", $"{Chats()}")}
            {Forgetting(session)}
            """));
    });

    /// <summary>POST /admin/questions/forget: deletes a question and its answer.</summary>
    public Task ForgetAsync(HttpContext context) => door.ActAsync(context, "questions.forget", form =>
        long.TryParse(form["question"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && store.Questions.Forget(number)
            ? new AdminOutcome("/admin/questions", "The question and its answer were deleted.")
            : new AdminOutcome("/admin/questions", "Nothing was deleted: there is no such question any more."));

    /// <summary>POST /admin/questions/forget-person: deletes what is kept of a member of a chat server.</summary>
    public Task ForgetPersonAsync(HttpContext context) => door.ActAsync(context, "questions.forget-person", form =>
    {
        var user = form["user"].ToString().Trim();
        if (user.Length == 0 || user.Any(c => !char.IsAsciiDigit(c)))
        {
            return new AdminOutcome("/admin/questions", "Nothing was deleted: give the person's Discord id, a number.");
        }

        var kept = store.Readers.CountOf(user);
        store.Readers.Forget(user);
        return new AdminOutcome("/admin/questions", FormattableString.Invariant(
            $"Deleted of one person: {kept.Answers} answers, {kept.Gaps} unanswered questions, {kept.Feedback} pieces of feedback."));
    });

    /// <summary>POST /admin/questions/list: shows an answer under the articles that it cites, or no longer.</summary>
    public Task ListAsync(HttpContext context) => door.ActAsync(context, "answers.list", form =>
    {
        if (!Guid.TryParse(form["answer"], out var id) || !ArchiveName.TryParse(form["archive"], out var archive) || answers.Find(archive, id) is not { Answered: true } answer)
        {
            return new AdminOutcome("/admin/questions", "Nothing was changed: that answer is not kept any more.");
        }

        if (form["do"] == "unlist")
        {
            store.Questions.Unlist(id);
            return new AdminOutcome("/admin/questions", "The answer is not shown under its articles any more.");
        }

        store.Questions.List(id, [.. answer.Citations.Select(citation => citation.Article)]);
        return new AdminOutcome("/admin/questions", "The answer is shown under the articles that it cites from now on.");
    });

    private static Html Kind((string Value, string Label) kind, string chosen) => kind.Value == chosen
        ? Html.Of($"""<li><a href="/admin/questions?outcome={kind.Value}" aria-current="page">{kind.Label}</a></li>""")
        : Html.Of($"""<li><a href="/admin/questions?outcome={kind.Value}">{kind.Label}</a></li>""");

    private Html Row(AskedQuestion asked, AdminSession session) => Html.Of($"""
        <tr>
          <th scope="row" class="what"><bdi>{(asked.Question.Length > 0 ? asked.Question : "(asked in a chat server)")}</bdi></th>
          <td data-label="Outcome">{asked.Outcome.Replace('_', ' ')}</td>
          <td data-label="Asked">{Moments.Exactly(NewsTime.OfInstant(asked.At))}<br><small>{asked.Place}, archive {asked.Archive.Value}</small></td>
          <td data-label="Took">{asked.Milliseconds:N0} ms</td>
          <td class="acts">{Html.If(asked is { Outcome: "answered", Answer: not null, Place: not "chat" }, $"<a href=\"/answers/{asked.Answer?.ToString()}\">Answer</a> {Listing(asked, session)}")}
            {AdminFrame.Button(session, "/admin/questions/forget", "Delete", ("question", asked.Number.ToString(CultureInfo.InvariantCulture)))}</td>
        </tr>
        """);

    private Html Listing(AskedQuestion asked, AdminSession session)
    {
        var isListed = store.Questions.IsListed(asked.Answer!.Value);
        return AdminFrame.Button(
            session, "/admin/questions/list", isListed ? "Unlist" : "List under articles", ("answer", asked.Answer.Value.ToString()), ("archive", asked.Archive.Value), ("do", isListed ? "unlist" : "list"));
    }

    private Html Chats()
    {
        var gaps = store.Archives().SelectMany(archive => store.Readers.GapsOf(archive, Shown)).OrderByDescending(gap => gap.At).Take(Shown).ToList();
        return Html.If(gaps.Count > 0, $"<section aria-labelledby=\"chats\"><h2 id=\"chats\">Not answered in chat servers</h2>{AdminFrame.Table(["Question", "Asked"], [.. gaps.Select(Gap)], "")}</section>");
    }

    private static Html Gap(Gap gap) => Html.Of($"""
        <tr><th scope="row" class="what"><bdi>{gap.Question}</bdi></th><td data-label="Asked">{Moments.Exactly(NewsTime.OfInstant(gap.At))}<br><small>archive {gap.Archive.Value}</small></td></tr>
        """);

    private static Html Forgetting(AdminSession session) => Html.Of($"""
        <section aria-labelledby="forget"><h2 id="forget">Forget a person</h2>
        <p>Deletes what is kept of a member of a Discord server: answers, unanswered questions and feedback. They can do so themselves with <code>/privacy</code>.</p>
        <form class="fields" action="/admin/questions/forget-person" method="post">
          {AdminFrame.Token(session)}
          <div><label for="user">The person's Discord id</label><input id="user" name="user" required inputmode="numeric" maxlength="20" autocomplete="off"></div>
          <div><button type="submit">Delete it all</button></div>
        </form></section>
        """);
}
