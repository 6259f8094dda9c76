using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsBot.Archive;
using NewsBot.Retrieval;
using Document = Lucene.Net.Documents.Document;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>The usual way with Lucene.Net: passages as documents, English analyser, BM25, title beside the text at half the weight.</summary>
internal sealed class LucenePassages : IArchiveIndex, IDisposable
{
    private const int PassagesRead = 60;

    private readonly EnglishAnalyzer analyzer = new(LuceneVersion.LUCENE_48);
    private readonly FSDirectory directory;
    private readonly IReadOnlyList<Article> articles;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public LucenePassages(string folder, IReadOnlyList<Article> articles)
    {
        this.articles = articles;
        directory = FSDirectory.Open(folder);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            for (var i = 0; i < articles.Count; i++)
            {
                AddPassages(writer, articles[i], i);
            }
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public ValueTask<SearchOutcome> SearchAsync(ArchiveQuery query, CancellationToken cancellationToken)
    {
        var words = QueryParserBase.Escape(query.Text);
        var parsed = new BooleanQuery
        {
            { new QueryParser(LuceneVersion.LUCENE_48, "text", analyzer).Parse(words), Occur.SHOULD },
            { Boosted(new QueryParser(LuceneVersion.LUCENE_48, "title", analyzer).Parse(words)), Occur.SHOULD },
        };
        var inTime = NumericRangeFilter.NewInt64Range("published", null, query.AsOf.ToUnixTimeSeconds(), true, true);
        var found = searcher.Search(parsed, inTime, PassagesRead);
        var hits = found.ScoreDocs
            .Select(hit => (Article: articles[searcher.Doc(hit.Doc).GetField("article").GetInt32Value()!.Value], hit.Score))
            .DistinctBy(hit => hit.Article.Id)
            .Take(query.Limit)
            .Select(hit => new ArticleHit(hit.Article, hit.Score, [], []))
            .ToList();
        return new(new SearchOutcome { Hits = hits, Answerability = 0, Reading = new QuestionReading { Terms = [] }, ArticlesSearched = articles.Count });
    }

    public ValueTask<long> CatchUpAsync(ArchiveName archive, CancellationToken cancellationToken) => new(0);

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    private static Query Boosted(Query query)
    {
        query.Boost = .5f;
        return query;
    }

    private static void AddPassages(IndexWriter writer, Article article, int number)
    {
        foreach (var passage in PassageCutter.Cut(article.Text))
        {
            writer.AddDocument(new Document
            {
                new TextField("text", passage.Range.Of(article.Text), Field.Store.NO),
                new TextField("title", article.Title, Field.Store.NO),
                new StoredField("article", number),
                new Int64Field("published", article.Published?.Instant.ToUnixTimeSeconds() ?? 0, Field.Store.NO),
            });
        }
    }
}
