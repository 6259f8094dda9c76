using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Administration;

/// <summary>/admin/articles: finding, removing and reading anew what the archives hold.</summary>
internal sealed class ArticlesPage(AdminDoor door, ArchiveStore store, IArchiveIndex index, SignedLinks links, TimeProvider clock)
{
    private const int Shown = 25;

    /// <summary>GET /admin/articles?archive=&amp;q=.</summary>
    public Task ShowAsync(HttpContext context) => door.ShowAsync(context, async session =>
    {
        var archives = store.Archives();
        var words = context.Request.Query["q"].ToString().Trim();
        var archive = ArchiveName.TryParse(context.Request.Query["archive"], out var named) && archives.Contains(named) ? named : archives is [var first, ..] ? first : ArchiveName.Default;
        var found = await FindAsync(archive, words, context.RequestAborted);
        return new AdminPage("/admin/articles", "Articles", Html.Of($"""
            <form class="fields row" action="/admin/articles" method="get" role="search">
              {AdminFrame.ArchiveChoice(archives.Select(name => name.Value), archive.Value)}
              <div class="grow"><label for="q">Words, an address or an identity; none shows what changed last</label><input id="q" name="q" type="search" value="{words}" maxlength="2000" autocomplete="off"></div>
              <div><button type="submit">Find</button></div>
            </form>
            {AdminFrame.Table(["Article", "Published", "Version", "Read from", ""], [.. found.Select(article => Row(article, session))], "Nothing was found.")}
            """));
    });

    /// <summary>POST /admin/articles/remove.</summary>
    public Task RemoveAsync(HttpContext context) => door.ActAsync(context, "articles.remove", (form, session) =>
    {
        var (id, reason) = (form["article"].ToString().Trim(), form["reason"].ToString().Trim());
        if (!ArchiveName.TryParse(form["archive"], out var archive) || reason.Length == 0 || store.Find(archive, id) is not { } article)
        {
            return Task.FromResult(new AdminOutcome("/admin/articles", "Nothing was removed: that archive has no such article, or no reason was given."));
        }

        store.Remove(archive, article.Id, reason, new RemovedBy(session.Who, Action: "articles.remove"));
        return Task.FromResult(new AdminOutcome($"/admin/articles?archive={archive}", $"Removed for good: {article.PublicId}, {reason}") { IsRecorded = true });
    });

    private async Task<IReadOnlyList<Article>> FindAsync(ArchiveName archive, string words, CancellationToken cancellationToken)
    {
        if (words.Length == 0)
        {
            var last = store.LastSequence(archive);
            return [.. store.ChangesAfter(archive, last - Shown, Shown).Select(change => change.Article).OfType<Article>().Reverse()];
        }

        if ((store.Find(archive, words) ?? store.FindByUrl(archive, words)) is { } known)
        {
            return [known];
        }

        var query = new ArchiveQuery { Archive = archive, Text = words, AsOf = clock.GetUtcNow(), Limit = Shown };
        return [.. (await index.SearchAsync(query, cancellationToken)).Hits.Select(hit => hit.Article)];
    }

    private Html Row(Article article, AdminSession session) => Html.Of($"""
        <tr>
          <th scope="row" class="what"><a href="{links.To(article)}"><bdi>{Titles.Of(article)}</bdi></a><br><small><bdi>{article.Source ?? "unknown source"}</bdi> · {article.PublicId}</small></th>
          <td data-label="Published">{(article.Published is { } published ? Moments.Day(published) : Html.Text("unknown"))}</td><td data-label="Version">{article.Version}</td><td data-label="Read from">{article.Content.Extractor}</td>
          <td class="acts"><a href="/admin/articles/{article.Id.ToString()}/reextract?archive={article.Archive.Value}">Read anew</a>{Removal(article, session)}</td>
        </tr>
        """);

    private static Html Removal(Article article, AdminSession session) => Html.Of($"""
        <details><summary>Remove</summary>
          <form class="fields" action="/admin/articles/remove" method="post">
            {AdminFrame.Token(session)}<input type="hidden" name="archive" value="{article.Archive.Value}"><input type="hidden" name="article" value="{article.Id.ToString()}">
            <div><label for="reason-{article.Id.ToString()}">Reason, readable by all</label><input id="reason-{article.Id.ToString()}" name="reason" required maxlength="200" autocomplete="off"></div>
            <div><button type="submit">Remove for good</button></div>
          </form>
        </details>
        """);
}
