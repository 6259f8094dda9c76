using System.Globalization;

namespace NewsBot.Archive;

/// <summary>What changes an archive.</summary>
public sealed partial class ArchiveStore
{
    private const string Withdrawn = "withdrawn by its publisher (410)";

    /// <summary>
    /// Stores articles in one transaction and creates the archive where it is missing. The outcomes stand in the order of the articles.
    /// Large batches are much faster than small ones; some hundreds of articles, a few megabytes, are best.
    /// </summary>
    public IReadOnlyList<StoreOutcome> Store(ArchiveName archive, IReadOnlyList<ArticleContent> articles) =>
        Store(archive, [.. articles.Select(article => new ArticleDraft(article))]);

    /// <inheritdoc cref="Store(ArchiveName, IReadOnlyList{ArticleContent})"/>
    public IReadOnlyList<StoreOutcome> Store(ArchiveName archive, IReadOnlyList<ArticleDraft> articles)
    {
        RequireWriter();
        var prepared = Prepare(archive, articles);
        return database.Write(session =>
        {
            var log = ArchiveLog.OpenOrCreate(session, archive, clock.GetUtcNow());
            var clusters = new ClusterWriter(session, log, bands);
            var writer = new ArticleWriter(session, log, clusters);
            writer.Prepare(prepared);
            var outcomes = Array.ConvertAll(prepared, article => writer.Write(article!));
            clusters.Finish();
            log.Close();
            return outcomes;
        }, bands.Forget);
    }

    /// <summary>
    /// Stores the articles of a job's items and records every item's outcome with the job, all in one transaction. After a crash either
    /// both are there or neither is. Where another worker has taken up the job since, nothing is stored: it reads the same items.
    /// </summary>
    /// <param name="job">The job, as it was when its worker took it.</param>
    /// <param name="deliveries">Its items.</param>
    /// <param name="progress">How far the job has come with them; kept for whoever looks.</param>
    public JobReceipt Store(Job job, IReadOnlyList<JobDelivery> deliveries, JobProgress? progress = null)
    {
        RequireWriter();
        var prepared = Prepare(job.Archive, [.. deliveries.Select(delivery => delivery.Article)]);
        return database.Write(session =>
        {
            if (!new JobLedger(session, job).IsHeld())
            {
                return new JobReceipt([], [], MayGoOn: false);
            }

            var holdsArticle = prepared.Any(article => article is not null) || deliveries.Any(delivery => delivery.Tombstone is not null);
            var log = holdsArticle ? ArchiveLog.OpenOrCreate(session, job.Archive, clock.GetUtcNow()) : ArchiveLog.Open(session, job.Archive, clock.GetUtcNow());
            var receipt = Write(session, log, job, deliveries, prepared, progress);
            log?.Close();
            return receipt;
        }, bands.Forget);
    }

    /// <summary>
    /// Removes an article for good: its versions, bytes, passages and every stored answer that names it. A tombstone without words stays, so
    /// that old citations can be explained, and the record of administration names who did it. False when there is no such article.
    /// </summary>
    public bool Remove(ArchiveName archive, Guid article, string reason, RemovedBy? by = null)
    {
        RequireWriter();
        return RemoveAll(archive, [article], reason, by) > 0;
    }

    /// <summary>Removes several articles for good, each as <see cref="Remove"/> does, with one line in the record; the number removed.</summary>
    public int RemoveAll(ArchiveName archive, IReadOnlyCollection<Guid> articles, string reason, RemovedBy? by = null)
    {
        RequireWriter();
        return database.Write(session =>
        {
            if (ArchiveLog.Open(session, archive, clock.GetUtcNow()) is not { } log)
            {
                return 0;
            }

            var clusters = new ClusterWriter(session, log, bands);
            var removal = new ArticleRemoval(session, log, clusters);
            var removed = articles.Select(article => removal.Remove(article, reason)).OfType<string>().ToList();
            if (removed.Count > 0)
            {
                var what = removed.Count == 1 ? removed[0] : string.Create(CultureInfo.InvariantCulture, $"{removed.Count} articles of archive '{archive}'");
                removal.Record(by ?? RemovedBy.NewsBot, $"{what}: {reason}");
            }

            removal.Finish();
            clusters.Finish();
            log.Close();
            return removed.Count;
        }, bands.Forget);
    }

    /// <summary>Removes the articles that satisfy a condition, each as <see cref="Remove"/> does; the number removed.</summary>
    public int RemoveAll(ArchiveName archive, Func<ArticleSummary, bool> condition, string reason) =>
        RemoveAll(archive, [.. List(archive).Where(condition).Select(article => article.Id)], reason);

    /// <summary>Keeps a given answer, so that a later question can follow up on it. A reading process may do this too.</summary>
    /// <param name="id">The answer's identity.</param>
    /// <param name="archive">The archive it was drawn from; unknown archives keep nothing.</param>
    /// <param name="at">When it was given.</param>
    /// <param name="json">The answer; it is removed with any article whose id it names.</param>
    public void SaveAnswer(Guid id, ArchiveName archive, DateTimeOffset at, string json) => database.Write(session => session.Execute(
        """
        INSERT INTO answers (id, archive, saved_at, json) SELECT $id, key, $at, $json FROM archives WHERE name = $archive
        ON CONFLICT (id) DO UPDATE SET json = excluded.json
        """,
        ("$id", ArticleRows.Bytes(id)),
        ("$at", ArticleRows.Write(at)),
        ("$json", json),
        ("$archive", archive.Value)));

    /// <summary>Limits the database to so many pages of 4 KB; a write beyond them fails as on a full disk. For operators with a quota.</summary>
    public void LimitSize(long pages)
    {
        RequireWriter();
        database.WithWriter(session => session.Scalar(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}")));
    }

    /// <summary>Forgets a setting, if there is one.</summary>
    public void RemoveSetting(string name) => database.Write(session => session.Execute("DELETE FROM settings WHERE name = $name", ("$name", name)));

    /// <summary>Keeps a named value of the program itself.</summary>
    public void SaveSetting(string name, string value) => database.Write(session => session.Execute(
        "INSERT INTO settings (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", ("$name", name), ("$value", value)));

    private JobReceipt Write(SqliteSession session, ArchiveLog? log, Job job, IReadOnlyList<JobDelivery> deliveries, PreparedArticle?[] prepared, JobProgress? progress)
    {
        var ledger = new JobLedger(session, job);
        var clusters = log is null ? null : new ClusterWriter(session, log, bands);
        var writer = log is null ? null : new ArticleWriter(session, log, clusters!);
        var removal = log is null ? null : new ArticleRemoval(session, log, clusters!);
        var receipt = new JobReceipt(new JobItem[deliveries.Count], new Guid?[deliveries.Count], ledger.IsRunning());
        var counts = default(OutcomeCounts);
        writer?.Prepare(prepared);
        for (var i = 0; i < deliveries.Count; i++)
        {
            var outcome = prepared[i] is { } article ? writer!.Write(article) : null;
            receipt.Items[i] = outcome is null ? ItemOf(job, deliveries[i], removal) : ItemOf(deliveries[i], outcome);
            receipt.Articles[i] = outcome?.Id;
            ledger.Record(receipt.Items[i]);
            counts += receipt.Items[i].Count;
        }

        removal?.Finish();
        clusters?.Finish();
        ledger.Count(counts);
        if (progress is not null)
        {
            ledger.Note(progress);
        }

        return receipt;
    }

    private static PreparedArticle?[] Prepare(ArchiveName archive, IReadOnlyList<ArticleDraft?> drafts)
    {
        var prepared = new PreparedArticle?[drafts.Count];
        Parallel.For(0, drafts.Count, i => prepared[i] = drafts[i]?.PreparedFor(archive));
        return prepared;
    }

    private static JobItem ItemOf(JobDelivery delivery, StoreOutcome outcome) => new(delivery.Name, OutcomeOf(outcome.Result), outcome.PublicId, null);

    private static JobItem ItemOf(Job job, JobDelivery delivery, ArticleRemoval? removal)
    {
        if (delivery.Tombstone is { } tombstone)
        {
            return new JobItem(delivery.Name, removal?.Keep(tombstone) == true ? ItemOutcome.Removed : ItemOutcome.Unchanged, tombstone.PublicId, null);
        }

        var withdrawn = delivery.WithdrawnUrl is { } url ? removal?.Remove(ArticleIdentity.OfUrl(job.Archive, url), Withdrawn) : null;
        if (withdrawn is null)
        {
            return new JobItem(delivery.Name, ItemOutcome.Failed, null, delivery.Failure);
        }

        removal!.Record(new RemovedBy($"job {job.Number} ({job.RequestedBy})"), $"{withdrawn}: {Withdrawn}");
        return new JobItem(
            delivery.Name, ItemOutcome.Failed, null, $"{delivery.Failure}. The archive had it as article '{withdrawn}', which was taken out; old citations of it say that it was withdrawn");
    }

    private static ItemOutcome OutcomeOf(StoreResult result) => result switch
    {
        StoreResult.Added => ItemOutcome.Added,
        StoreResult.Updated => ItemOutcome.Updated,
        StoreResult.Unchanged => ItemOutcome.Unchanged,
        StoreResult.Duplicate => ItemOutcome.Duplicate,
        _ => throw new InvalidOperationException($"Unknown result {result}."),
    };

    private void RequireWriter()
    {
        if (writerLock is null)
        {
            throw new InvalidOperationException("This store was opened for reading.");
        }
    }
}
