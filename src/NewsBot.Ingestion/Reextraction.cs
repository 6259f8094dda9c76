using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion;

/// <summary>
/// Reads the kept bytes of articles again with today's extractor. Where that gives other text or metadata a new version is made; the old one
/// stays, and so do the citations of it.
/// </summary>
public sealed class Reextraction(ArchiveStore store)
{
    /// <summary>
    /// Reads all articles of an archive again whose bytes were kept, one after the other; each comes out with what became of it. Versions that today's
    /// extractor made, with today's list of the site's boilerplate, are known to be unchanged.
    /// </summary>
    public async IAsyncEnumerable<StoreOutcome> RunAsync(ArchiveName archive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var boilerplate = KnownBoilerplate.Of(store.Boilerplate.Of(archive));
        // What is stored anew comes again at the end of the list, so it is fixed before; 16 bytes an article.
        foreach (var id in store.List(archive).Select(article => article.Id).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            if (store.DocumentOf(archive, id) is not { } document || store.Find(archive, id) is not { } article)
            {
                continue;
            }

            if (IsReadByToday(article, document, boilerplate))
            {
                yield return new StoreOutcome(StoreResult.Unchanged, article.Id, article.Version, article.PublicId);
            }
            else if (Read(document, boilerplate) is { } read)
            {
                yield return store.Store(archive, [new ArticleDraft(Under(article, read), document)])[0];
            }
        }
    }

    /// <summary>What today's extractor reads in the kept bytes of an article, stored nowhere; null where no bytes were kept or they hold no article.</summary>
    public ArticleContent? Preview(Article article) =>
        store.DocumentOf(article.Archive, article.Id) is { } document && Read(document, BoilerplateOf(article)) is { } read ? Under(article, read) : null;

    /// <summary>Stores what <see cref="Preview"/> shows; null where it shows nothing.</summary>
    public StoreOutcome? Run(Article article) => store.DocumentOf(article.Archive, article.Id) is { } document && Read(document, BoilerplateOf(article)) is { } read
        ? store.Store(article.Archive, [new ArticleDraft(Under(article, read), document)])[0]
        : null;

    private KnownBoilerplate BoilerplateOf(Article article) => KnownBoilerplate.Of(store.Boilerplate.Of(article.Archive));

    private static bool IsReadByToday(Article article, Document document, KnownBoilerplate boilerplate) =>
        article.Content.Extractor == boilerplate.On(document.Url ?? article.Url).NameOf(HtmlExtractor.Version);

    /// <summary>The article keeps its identity whatever address or id the new extraction finds.</summary>
    private static ArticleContent Under(Article known, ArticleContent read) => read with { ExternalId = known.Content.ExternalId, Url = known.Url };

    private static ArticleContent? Read(Document document, KnownBoilerplate boilerplate)
    {
        var result = FormatSniffer.Sniff(document) switch
        {
            DocumentKind.Page => HtmlExtractor.Extract(document, boilerplate),
            DocumentKind.Text => TextExtractor.Extract(document),
            DocumentKind.Markdown => MarkdownExtractor.Extract(document),
            DocumentKind.Pdf => PdfExtractor.Extract(document),
            _ => null,
        };
        return (result as ExtractionResult.Extracted)?.Article;
    }
}
