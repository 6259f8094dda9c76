using NewsBot.Archive;
using NewsBot.Ingestion;

namespace NewsBot.Discord.Rendering;

/// <summary>How ingest is laid out: the card of a job while it goes on, what it came to, the feeds that begin jobs by themselves.</summary>
internal sealed class JobLayout(ReplyTexts texts, TimeProvider time)
{
    private const int LongestFailure = 400;
    private const int LongestUrl = 200;
    private const int BarCells = 16;

    /// <summary>How far a job has come: a bar, counts, rate and time left, the last failure.</summary>
    public ReplyLayout Card(Reply.JobCard card)
    {
        var job = card.Job;
        return ReplyLayout.Of(
        [
            new TextPiece($"**{texts["JobNumber", job.Number]}** · {texts["Job_" + job.State]}", Importance.Substance),
            .. job.State == JobState.Running && IngestProgress.Of(job)?.Fraction is { } fraction ? new[] { new TextPiece(Bar(fraction), Importance.Item) } : [],
            Counts(job),
            .. Pace(job) is { Length: > 0 } pace ? new[] { new TextPiece("-# " + pace, Importance.SmallPrint) } : [],
            .. job.Message is { } message ? new[] { new TextPiece("⚠ " + DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(message, LongestFailure)), Importance.Warning) } : [],
            .. card.LastFailure is { } failure ? new[] { Failure(failure) } : [],
        ]);
    }

    /// <summary>What a job came to, how long it took, and what failed.</summary>
    public ReplyLayout Summary(Reply.JobSummary summary)
    {
        var job = summary.Job;
        var more = job.Counts.Failed - summary.Failures.Count;
        return ReplyLayout.Of(
        [
            new TextPiece($"**{texts["JobNumber", job.Number]}** · {texts["JobTook", Duration((job.EndedAt ?? time.GetUtcNow()) - (job.StartedAt ?? job.CreatedAt))]}", Importance.Substance),
            Counts(job),
            .. summary.Failures.Select(Failure),
            .. more > 0 && summary.Failures.Count > 0 ? new[] { new TextPiece("-# " + texts["MoreFailures", more, job.Number], Importance.Remark) } : [],
        ]);
    }

    /// <summary>Feeds, with how often each is looked at and how that went.</summary>
    public ReplyLayout Feeds(IReadOnlyList<ScheduledFeed> feeds) => ReplyLayout.Of(
    [
        new TextPiece(feeds.Count == 0 ? texts["NoFeeds"] : $"**{texts["Feeds"]}**", Importance.Substance),
        .. feeds.Select(feed => new TextPiece($"{feed.Number}\\. {DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(feed.ShownUrl, LongestUrl))}\n-# {StateOf(feed)}", Importance.Item)),
    ]);

    private TextPiece Counts(Job job)
    {
        var counts = job.Counts;
        return new TextPiece(texts["JobCounts", counts.Added, counts.Updated, counts.Unchanged, counts.Duplicates, counts.Failed], Importance.Substance);
    }

    private string Pace(Job job)
    {
        if (job.State == JobState.Running && IngestProgress.Of(job) is { } progress)
        {
            var left = progress.TimeLeft is { } rest ? texts["JobTimeLeft", Duration(rest)] : texts["JobTimeLeftUnknown"];
            return progress.ItemsPerSecond > 0 ? texts["JobRate", progress.ItemsPerSecond] + " · " + left : left;
        }

        return job is { State: JobState.Done, StartedAt: { } start, EndedAt: { } end } ? texts["JobTook", Duration(end - start)] : "";
    }

    private string StateOf(ScheduledFeed feed)
    {
        var last = feed.LastSuccessAt is { } success ? texts["FeedRead", DiscordMarkdown.Ago(success)] : texts["FeedUnread"];
        var next = feed.IsDead ? texts["FeedDead"] : texts["FeedNext", DiscordMarkdown.Ago(feed.NextAt)];
        var message = feed.Message is { Length: > 0 } said ? " · " + DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(said, LongestUrl)) : "";
        return $"{texts["FeedEvery", feed.Every.TotalMinutes]} · {last} · {next}{message}";
    }

    private static TextPiece Failure(JobItem failure) =>
        new("✖ " + DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten($"{NameOf(failure)}: {failure.Reason}", LongestFailure)), Importance.Warning);

    // A file's item is named by its place on the host's disk, which is nobody's business in Discord.
    private static string NameOf(JobItem item) => item.Name.Contains("://", StringComparison.Ordinal) ? item.Name : item.Name[(item.Name.LastIndexOfAny(['/', '\\']) + 1)..];

    private string Duration(TimeSpan time) => time.TotalHours >= 1 ? texts["Hours", (int)time.TotalHours, time.Minutes]
        : time.TotalMinutes >= 1 ? texts["Minutes", (int)time.TotalMinutes, time.Seconds]
        : texts["Seconds", Math.Max(1, (int)Math.Ceiling(time.TotalSeconds))];

    private string Bar(double fraction)
    {
        var full = (int)Math.Round(fraction * BarCells);
        return $"`{new string('█', full)}{new string('░', BarCells - full)}` {fraction.ToString("P0", texts.Culture)}";
    }
}
