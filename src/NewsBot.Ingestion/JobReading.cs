using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion;

/// <summary>The reading of one job's targets, with how far it has come. Items that an earlier run finished are passed over.</summary>
internal sealed class JobReading
{
    private readonly TargetReader targets;
    private readonly JobRequest request;
    private readonly DocumentKind kind;
    private readonly NamesSeen finished;
    private readonly Func<ListedPage, bool> passOver;
    private long bytesRead;

    public JobReading(TargetReader targets, Job job, NamesSeen finished, Func<ListedPage, bool> isKnown)
    {
        this.targets = targets;
        this.finished = finished;
        request = job.Request;
        // What an earlier run finished is not fetched again only to be thrown away.
        passOver = page => finished.Contains(AddressText.WithoutLogin(page.Url)) || (request.OnlyNew && isKnown(page));
        kind = TargetKinds.Parse(request.Kind);
        BytesTotal = request.Targets.Any(TargetKinds.IsMeantAsAddress) ? null : request.Targets.Sum(FileSource.SizeOf);
    }

    /// <summary>Bytes read so far of the files.</summary>
    public long BytesRead => Interlocked.Read(ref bytesRead);

    /// <summary>Bytes of all files, or null where addresses make it unknown.</summary>
    public long? BytesTotal { get; private set; }

    /// <summary>Items that are still to be read, or null where nobody knows: other targets follow, or sitemaps that were named are unread.</summary>
    public int? ItemsLeft { get; private set; }

    /// <summary>The items that have no outcome yet, each name once.</summary>
    public async IAsyncEnumerable<SourceItem> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (place, target) in request.Targets.Index())
        {
            await foreach (var item in targets.ReadAsync(target, kind, request.Url, bytes => Interlocked.Add(ref bytesRead, bytes), cancellationToken, passOver))
            {
                // A feed, or a file that lists addresses, is read long before its entries are.
                BytesTotal = item.Behind is null ? BytesTotal : null;
                ItemsLeft = place == request.Targets.Count - 1 ? item.Behind : null;
                if (!finished.Contains(item.Name))
                {
                    yield return item;
                }
            }
        }
    }
}
