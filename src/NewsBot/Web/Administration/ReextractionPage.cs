using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Web.Failing;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Reading;

namespace NewsBot.Web.Administration;

/// <summary>
/// /admin/articles/{id}/reextract: what today's extractor reads in the kept page, beside that page. The page is shown in a frame that may run
/// nothing, load nothing and reach nothing.
/// </summary>
internal sealed class ReextractionPage(AdminDoor door, AdminSessions sessions, ArchiveStore store, Reextraction reextraction, PageLayout layout)
{
    private const string PolicyOfOriginal = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static readonly AdminPage NoSuchArticle = new(
        "/admin/articles", "No such article", Html.Of($"<p>That archive has no such article. <a href=\"/admin/articles\">All articles</a></p>"))
    {
        Status = StatusCodes.Status404NotFound,
    };

    /// <summary>GET /admin/articles/{id}/reextract?archive=.</summary>
    public Task ShowAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = context.Response.Headers.ContentSecurityPolicy.ToString() + "; frame-src 'self'";
        return door.ShowAsync(context, session => Find(context) is { } article ? Preview(article, session) : NoSuchArticle);
    }

    /// <summary>GET /admin/articles/{id}/original?archive=: the bytes as they were fetched.</summary>
    public async Task SendOriginalAsync(HttpContext context)
    {
        if (!sessions.IsSignedIn(context) || Find(context) is not { } article || store.DocumentOf(article.Archive, article.Id) is not { } document)
        {
            await layout.SendAsync(context, ProblemPage.Of(Problem.NotFound));
            return;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOfOriginal;
        headers.XFrameOptions = "SAMEORIGIN";
        context.Response.ContentType = IsPage(document) ? document.ContentType ?? "text/html" : "text/plain; charset=utf-8";
        await context.Response.Body.WriteAsync(document.Bytes, context.RequestAborted);
    }

    /// <summary>POST /admin/articles/reextract: stores what the preview shows as a new version.</summary>
    public Task StoreAsync(HttpContext context) => door.ActAsync(context, "articles.reextract", form =>
    {
        if (!ArchiveName.TryParse(form["archive"], out var archive) || store.Find(archive, form["article"].ToString()) is not { } article)
        {
            return new AdminOutcome("/admin/articles", "Nothing was stored: that archive has no such article.");
        }

        var outcome = reextraction.Run(article);
        return new AdminOutcome($"/admin/articles?archive={archive}&q={article.Id}", outcome is null
            ? "Nothing was stored: the kept bytes hold no article for today's extractor."
            : FormattableString.Invariant($"{article.PublicId} was read anew and is version {outcome.Version} now."));
    });

    private Article? Find(HttpContext context) =>
        ArchiveName.TryParse(context.Request.Query["archive"], out var archive) ? store.Find(archive, ArticleEndpoint.IdOf(context)) : null;

    private AdminPage Preview(Article article, AdminSession session)
    {
        var document = store.DocumentOf(article.Archive, article.Id);
        var read = document is null ? null : reextraction.Preview(article);
        return new AdminPage("/admin/articles", "Read anew: " + Titles.Of(article), Html.Of($"""
            <div class="beside">
              <section aria-labelledby="original"><h2 id="original">The page as it was fetched</h2>{Original(article, document)}</section>
              <section aria-labelledby="read"><h2 id="read">What would be stored</h2>{(read is null ? Html.Of($"<p>Nothing: no bytes were kept, or they hold no article for today's extractor.</p>") : Comparison(article, read, session))}</section>
            </div>
            """));
    }

    private static Html Original(Article article, Document? document) => document is null
        ? Html.Of($"<p>Its bytes were not kept (Ingestion:KeepDocuments), so it cannot be read again.</p>")
        : Html.Of($"""
            <iframe sandbox src="/admin/articles/{article.Id.ToString()}/original?archive={article.Archive.Value}" title="The page as it was fetched" loading="lazy"></iframe>
            <p class="byline">{document.Bytes.Length:N0} bytes, {document.ContentType ?? "unknown type"}, fetched {Moments.Exactly(NewsTime.OfInstant(document.FetchedAt))}. Scripts, pictures and styles from elsewhere are left out.</p>
            """);

    private static Html Comparison(Article article, ArticleContent read, AdminSession session)
    {
        var isSame = read == article.Content with { Extractor = read.Extractor } || Describe(read) == Describe(article.Content);
        return Html.Of($"""
            <dl class="facts">
              {Fact("Title", article.Content.Title, read.Title)}
              {Fact("Source", article.Source, read.Source)}
              {Fact("Published", article.Published?.ToString(), read.Published?.ToString())}
              {Fact("By", string.Join(", ", article.Content.Authors), string.Join(", ", read.Authors))}
              {Fact("Extractor", article.Content.Extractor, read.Extractor)}
            </dl>
            <div class="archived"><div class="body"><p dir="auto">{Words(article.Text, read.Text)}</p></div></div>
            {(isSame ? Html.Of($"<p class=\"notice\">Nothing would change.</p>") : AdminFrame.Button(session, "/admin/articles/reextract", "Store as a new version", ("archive", article.Archive.Value), ("article", article.Id.ToString())))}
            """);
    }

    private static string Describe(ArticleContent content) =>
        string.Join('\u0001', content.Title, content.Text, content.Source, content.Published?.ToString(), content.Modified?.ToString(), content.Language, string.Join(',', content.Authors));

    private static Html Fact(string label, string? before, string? after) => before == after
        ? Html.Of($"<div><dt>{label}</dt><dd><bdi>{after}</bdi></dd></div>")
        : Html.Of($"<div><dt>{label}</dt><dd><del>{before}</del> <ins>{after}</ins></dd></div>");

    private static Html Words(string before, string after) => Html.Each(WordDiff.Between(before, after), run => run.Change switch
    {
        WordChange.Removed => Html.Of($"<del>{run.Text}</del>"),
        WordChange.Added => Html.Of($"<ins>{run.Text}</ins>"),
        _ => Html.Text(run.Text),
    });

    private static bool IsPage(Document document) =>
        document.ContentType is null || document.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase);
}
