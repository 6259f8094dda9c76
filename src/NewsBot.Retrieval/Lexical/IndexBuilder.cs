using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsBot.Retrieval.Lexical;

/// <summary>Writes the changes of a store into an index with several threads. Used by one caller at a time.</summary>
internal sealed class IndexBuilder : IDisposable
{
    /// <summary>Changes read at once: enough to keep all threads busy, few enough that their texts are small beside the writer's buffer.</summary>
    private const int BatchSize = 256;

    /// <summary>Fewer segments than Lucene's ten a tier: every question looks up its terms in each.</summary>
    private const int SegmentsPerTier = 4;

    private const int MostThreads = 4;

    private readonly IndexWriter writer;
    private readonly TextAnalysis text;
    private readonly RetrievalOptions options;
    private readonly int threads;
    private readonly ConcurrentBag<ArticleDocument> documents = [];
    private readonly bool startsEmpty;
    private readonly HashSet<Guid> added = [];

    public IndexBuilder(LuceneDirectory directory, bool isNew, TextAnalysis text, RetrievalOptions options)
    {
        this.text = text;
        this.options = options;
        threads = options.IndexingThreads > 0 ? options.IndexingThreads : Math.Min(Environment.ProcessorCount, MostThreads);
        startsEmpty = isNew;
        writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)
        {
            OpenMode = isNew ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = options.IndexingBufferMegabytes,
            MaxThreadStates = threads,
            UseCompoundFile = false,
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = SegmentsPerTier, MaxMergeAtOnce = SegmentsPerTier, NoCFSRatio = 0 },
        });
    }

    /// <summary>Takes in all changes after a position and commits. Returns the position of the last.</summary>
    public long TakeIn(IArchiveReader store, ArchiveName archive, long after, CancellationToken cancellationToken)
    {
        var reading = Read(store, archive, after, cancellationToken);
        while (reading.GetAwaiter().GetResult() is { Count: > 0 } changes)
        {
            after = changes[^1].Sequence;
            reading = Read(store, archive, after, cancellationToken);
            ApplyAll(changes, cancellationToken);
        }

        Commit(after);
        return after;
    }

    /// <summary>A reader of everything that was taken in.</summary>
    public DirectoryReader OpenReader() => DirectoryReader.Open(writer, applyAllDeletes: true);

    public void Dispose()
    {
        writer.Dispose(waitForMerges: false);
        foreach (var document in documents)
        {
            document.Dispose();
        }
    }

    private static Task<IReadOnlyList<ArticleChange>> Read(IArchiveReader store, ArchiveName archive, long after, CancellationToken cancellationToken) =>
        Task.Run(() => store.ChangesAfter(archive, after, BatchSize), cancellationToken);

    private void ApplyAll(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.ForEach(
                LastOfEach(changes),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
                () => documents.TryTake(out var document) ? document : new ArticleDocument(text, FieldWeights.Of(options)),
                (change, _, document) => Apply(change, document),
                documents.Add);
        }
        catch (AggregateException exception)
        {
            // What failed one thread (a full disk) fails all; the first says enough.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    private List<(ArticleChange Change, bool IsNew)> LastOfEach(IReadOnlyList<ArticleChange> changes)
    {
        var last = new Dictionary<Guid, ArticleChange>(changes.Count);
        foreach (var change in changes)
        {
            last[change.ArticleId] = change;
        }

        // Replacing looks for the old document in every segment; into an empty index most articles come for the first time.
        return last.Values.Select(change => (change, startsEmpty && added.Add(change.ArticleId))).ToList();
    }

    private ArticleDocument Apply((ArticleChange Change, bool IsNew) item, ArticleDocument document)
    {
        var (change, isNew) = item;
        if (change.Article is not { } article)
        {
            writer.DeleteDocuments(ArticleDocument.IdentityTerm(change.ArticleId));
        }
        else if (isNew)
        {
            writer.AddDocument(document.Of(article), analyzer: null);
        }
        else
        {
            writer.UpdateDocument(ArticleDocument.IdentityTerm(change.ArticleId), document.Of(article), analyzer: null);
        }

        return document;
    }

    private void Commit(long sequence)
    {
        writer.SetCommitData(new Dictionary<string, string>
        {
            [IndexFields.FormatKey] = IndexFields.FormatOf(options),
            [IndexFields.SequenceKey] = sequence.ToString(CultureInfo.InvariantCulture),
        });
        writer.Commit();
    }
}
