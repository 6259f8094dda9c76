using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// Writes the changes of a store into an index: several threads read articles into buffers of their own, and each buffer that is large enough becomes a
/// segment. Used by one caller at a time.
/// </summary>
internal sealed class IndexBuilder : IDisposable
{
    /// <summary>Changes read at once: enough to keep all threads busy, few enough that their texts are small beside the writer's buffer.</summary>
    private const int BatchSize = 256;

    private const long BatchCharacters = 2_000_000;

    /// <summary>Fewer segments than Lucene's ten a tier: every question looks up its terms in each.</summary>
    private const int SegmentsPerTier = 4;

    private const int MostThreads = 4;

    private readonly IndexWriter writer;
    private readonly TextAnalysis text;
    private readonly RetrievalOptions options;
    private readonly int threads;
    private readonly long bufferBytes;
    private readonly ConcurrentBag<ArticleBuffer> buffers = [];
    private readonly AddedArticles? added;

    public IndexBuilder(LuceneDirectory directory, bool isNew, TextAnalysis text, RetrievalOptions options)
    {
        this.text = text;
        this.options = options;
        threads = options.IndexingThreads > 0 ? options.IndexingThreads : Math.Min(Environment.ProcessorCount, MostThreads);
        bufferBytes = (long)options.IndexingBufferMegabytes << 20;
        added = isNew ? new AddedArticles() : null;
        writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)
        {
            OpenMode = isNew ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            UseCompoundFile = false,
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = SegmentsPerTier, MaxMergeAtOnce = SegmentsPerTier, NoCFSRatio = 0 },
        });
    }

    /// <summary>Takes in all changes after a position; they are shown and kept once <see cref="Commit"/> is called. Returns the position of the last.</summary>
    public long TakeIn(IArchiveReader store, ArchiveName archive, long after, CancellationToken cancellationToken)
    {
        var reading = Read(store, archive, after, cancellationToken);
        while (reading.GetAwaiter().GetResult() is { Count: > 0 } changes)
        {
            after = changes[^1].Sequence;
            reading = Read(store, archive, after, cancellationToken);
            ApplyAll(changes, cancellationToken);
        }

        return after;
    }

    /// <summary>Writes everything that was taken in to the disk, with the position it reaches.</summary>
    public void Commit(long sequence)
    {
        WriteSegments();
        buffers.Clear();
        writer.SetCommitData(new Dictionary<string, string>
        {
            [IndexFields.FormatKey] = IndexFields.FormatOf(options),
            [IndexFields.SequenceKey] = sequence.ToString(CultureInfo.InvariantCulture),
        });
        writer.Commit();
    }

    /// <summary>A reader of everything that was taken in.</summary>
    public DirectoryReader OpenReader() => DirectoryReader.Open(writer, applyAllDeletes: true);

    /// <summary>Closes it and drops what was not committed. It writes nothing, so that it ends on a full disk too.</summary>
    public void Dispose() => writer.Rollback();

    private static Task<IReadOnlyList<ArticleChange>> Read(IArchiveReader store, ArchiveName archive, long after, CancellationToken cancellationToken) =>
        Task.Run(() => store.ChangesAfter(archive, after, BatchSize, BatchCharacters), cancellationToken);

    private void ApplyAll(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken)
    {
        var articles = LastOfEach(changes).Select(change => change.Article).OfType<Article>();
        InParallel(() => Parallel.ForEach(
            articles,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => buffers.TryTake(out var buffer) ? buffer : new ArticleBuffer(text, FieldWeights.Of(options)),
            (article, _, buffer) =>
            {
                buffer.Add(article);
                return buffer;
            },
            buffers.Add));
        if (buffers.Sum(buffer => buffer.Bytes) >= bufferBytes)
        {
            WriteSegments();
        }
    }

    /// <summary>The last change of each article; what the index has of it from before goes.</summary>
    private Dictionary<Guid, ArticleChange>.ValueCollection LastOfEach(IReadOnlyList<ArticleChange> changes)
    {
        var last = new Dictionary<Guid, ArticleChange>(changes.Count);
        foreach (var change in changes)
        {
            last[change.ArticleId] = change;
        }

        // Deleting looks for the article in every segment; into an empty index most articles come for the first time.
        foreach (var article in last.Keys.Where(article => added?.Add(article) != true))
        {
            writer.DeleteDocuments(ArticleBuffer.IdentityTerm(article));
            foreach (var buffer in buffers)
            {
                buffer.Drop(article);
            }
        }

        return last.Values;
    }

    /// <summary>Writes all buffers as one segment: what a term costs is paid once a segment, and fewer segments are merged less often.</summary>
    private void WriteSegments()
    {
        var full = new List<ArticleBuffer>();
        while (buffers.TryTake(out var buffer))
        {
            full.Add(buffer);
        }

        var segments = new BufferedSegment[full.Count];
        InParallel(() => Parallel.For(0, full.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, at => segments[at] = full[at].ToSegment()));
        if (segments.Any(segment => segment.NumDocs > 0))
        {
            // The writer carries out the deletions that wait before it adds the segment, so none of them meets an article that came later.
            writer.AddIndexes(segments);
        }

        foreach (var buffer in full)
        {
            buffer.Clear();
            buffers.Add(buffer);
        }
    }

    private static void InParallel(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException exception)
        {
            // What failed one thread (a full disk) fails all; the first says enough.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
