using Microsoft.Extensions.Options;
using NewsBot.Answering.Generative;
using NewsBot.Archive;
using NewsBot.Discord;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Settings;
using NewsBot.Web.Health;
using NewsBot.Web.Markup;
using NewsBot.Web.Observing;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>/admin: what the archives hold, how answering does, and which chat server reads which archive.</summary>
internal sealed class OverviewPage(
    AdminDoor door, ArchiveStore store, ArchiveExtents extents, DiskWatch disk, QuestionJournal journal, IOptions<ChatOptions> chat, TimeProvider clock)
{
    private const int Days = 30;
    private const int MostQuestions = 100_000;

    /// <summary>GET /admin.</summary>
    public Task ShowAsync(HttpContext context) => door.ShowAsync(context, Page);

    /// <summary>POST /admin/bind: a chat server reads an archive from now on.</summary>
    public Task BindAsync(HttpContext context) => door.ActAsync(context, "archives.bind", form =>
    {
        if (!Snowflake.TryParse(form["guild"].ToString().Trim(), out var guild) || !ArchiveName.TryParse(form["archive"], out var archive) || !store.Exists(archive))
        {
            return new AdminOutcome("/admin", "Nothing was bound: give the server's id, a number of 17 to 20 digits, and an archive that exists.");
        }

        new GuildBook(store).Bind(guild, archive);
        return new AdminOutcome("/admin", $"Server {guild} reads the archive {archive} from now on.");
    });

    private AdminPage Page(AdminSession session)
    {
        journal.Flush();
        var archives = store.Archives();
        return new AdminPage("/admin", "Administration", Html.Of($"""
            {Html.If(disk.Problem is not null, $"<p class=\"notice\" role=\"alert\">{disk.Problem}</p>")}
            <section aria-labelledby="archives"><h2 id="archives">Archives</h2>
            {AdminFrame.Table(["Archive", "Articles", "Versions", "Newest"], [.. archives.Select(Row)], "There is none yet. The first ingest creates one.")}</section>
            <section aria-labelledby="last-days"><h2 id="last-days">The last {Days} days</h2><div class="charts">{Charts()}</div></section>
            {Html.If(archives.Count > 0, $"{Binding(archives, session)}")}
            """));
    }

    private Html Row(ArchiveName name)
    {
        var figures = extents.Of(name);
        var newest = figures.Newest is { } time ? Moments.Day(time) : Html.Text("unknown");
        return Html.Of($"""<tr><th scope="row">{name.Value}</th><td data-label="Articles">{figures.Articles:N0}</td><td data-label="Versions">{figures.Versions:N0}</td><td data-label="Newest">{newest}</td></tr>""");
    }

    private Html Charts()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var days = Enumerable.Range(1 - Days, Days).Select(today.AddDays).ToList();
        var asked = store.Questions.Since(new DateTimeOffset(days[0], TimeOnly.MinValue, TimeSpan.Zero), MostQuestions)
            .ToLookup(question => DateOnly.FromDateTime(question.At.UtcDateTime));
        var verdicts = store.Questions.VerdictsSince(days[0]);
        return Html.Of($"""
            {DayChart.Of("Questions", days, "0", Outcome("answered", "answered"), Outcome("not in the archive", "not_in_archive"), Outcome("failed", "failed"))}
            {DayChart.Of("Slowest of 20 answers, milliseconds", days, "0", new DaySeries("95th percentile", [.. days.Select(day => Slow(asked[day]))]))}
            {DayChart.Of("Sentences of answers", days, "0", Verdict("supported", "answer", "supported"), Verdict("in part", "answer", "partly"))}
            {DayChart.Of("Sentences that people had checked", days, "0", Verdict("supported", "check", "supported", "partly"), Verdict("wrong", "check", "contradicted", "fabricated_quote", "misattributed", "outdated"), Verdict("not found", "check", "not_found"))}
            {Html.If(chat.Value.IsOn, $"{Cost()}")}
            """);

        DaySeries Outcome(string label, string outcome) => new(label, [.. days.Select(day => (double)asked[day].Count(question => question.Outcome == outcome))]);

        DaySeries Verdict(string label, string origin, params string[] names) => new(label,
            [.. days.Select(day => (double)verdicts.Where(count => count.Day == day && count.Origin == origin && names.Contains(count.Verdict)).Sum(count => count.Number))]);

        Html Cost() => Html.Of($"""
            {DayChart.Of("Tokens of the model", days, "0", Tokens("read", question => question.TokensIn), Tokens("written", question => question.TokensOut))}
            {DayChart.Of("Cost of the model", days, "0.00##", Tokens("cost", question => (double)chat.Value.CostOf(new ModelTokens(question.TokensIn, question.TokensOut))))}
            """);

        DaySeries Tokens(string label, Func<AskedQuestion, double> value) => new(label, [.. days.Select(day => asked[day].Sum(value))]);
    }

    private static double Slow(IEnumerable<AskedQuestion> questions)
    {
        var times = questions.Where(question => question.Outcome is "answered" or "not_in_archive").Select(question => question.Milliseconds).Order().ToList();
        return times.Count == 0 ? 0 : times[(int)Math.Ceiling(0.95 * times.Count) - 1];
    }

    private static Html Binding(IReadOnlyList<ArchiveName> archives, AdminSession session) => Html.Of($"""
        <section aria-labelledby="bind"><h2 id="bind">Let a Discord server read an archive</h2>
        <form class="fields" action="/admin/bind" method="post">
          {AdminFrame.Token(session)}
          <div><label for="guild">The server's id</label><input id="guild" name="guild" required inputmode="numeric" pattern="[0-9]+" maxlength="20" autocomplete="off"></div>
          {AdminFrame.ArchiveChoice(archives.Select(archive => archive.Value), "default")}
          <div><button type="submit">Bind</button></div>
        </form></section>
        """);
}
