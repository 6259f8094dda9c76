using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Ingestion;

namespace NewsBot.Discord.Administration;

/// <summary>Begins, finds and follows the ingest jobs of servers; a server sees no jobs but its own.</summary>
public sealed class JobDesk(ArchiveStore store, JobRunner runner, ReplyTargets targets, TimeProvider time)
{
    // More would only wait behind each other; one server must not fill the queue of all.
    private const int MostOpen = 10;

    // A card is edited about as often as an answer; a job is followed for hours, so a little slower.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2.5);

    // The token of an interaction dies after 15 minutes; from then on the card is a message of the channel.
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14);

    /// <summary>Who asked for a job, as the job records it.</summary>
    public static string RequesterOf(InteractionOrigin origin) => $"guild {origin.InstalledGuild}";

    /// <summary>Promises a job and its card, or says that the server has enough jobs open.</summary>
    public InteractionResponse Promise(InteractionOrigin origin, Func<CancellationToken, Task<IngestRequest>> request) =>
        store.Jobs.CountOpen(RequesterOf(origin)) >= MostOpen
        ? new InteractionResponse.Now(new Reply.Notice(ReplyTexts.For(origin.Locale)["TooManyJobs", MostOpen]))
        : new InteractionResponse.Later(
            IsPrivate: false,
            async (target, token) =>
            {
                var wanted = await request(token);
                var job = store.Jobs.Enqueue(wanted.Archive, wanted.ToJobRequest(), wanted.RequestedBy);
                runner.Run(job.Number);
                await FollowAsync(origin, job.Number, target, token);
            },
            OutlivesToken: true);

    /// <summary>A job of the server: the one with this number, or the newest; null where there is none.</summary>
    public Job? Find(InteractionOrigin origin, int? number) =>
        number is { } wanted
            ? store.Jobs.Find(wanted) is { } job && job.RequestedBy == RequesterOf(origin) ? job : null
            : store.Jobs.List().Where(job => job.RequestedBy == RequesterOf(origin)).MaxBy(job => job.Number);

    /// <summary>Stops a job for good. False when it had ended.</summary>
    public bool Cancel(Job job) => store.Jobs.Cancel(job.Number);

    /// <summary>Runs a job again; null when it cannot be.</summary>
    public InteractionResponse? Retry(InteractionOrigin origin, Job job)
    {
        if (!store.Jobs.Retry(job.Number))
        {
            return null;
        }

        runner.Run(job.Number);
        return new InteractionResponse.Later(IsPrivate: false, (target, token) => FollowAsync(origin, job.Number, target, token), OutlivesToken: true);
    }

    /// <summary>The card of a job.</summary>
    public Reply CardOf(Job job, double? fraction) => new Reply.JobCard(job, store.Jobs.Failures(job.Number, 1) is [var failure, ..] ? failure : null, fraction);

    private async Task FollowAsync(InteractionOrigin origin, long number, IReplyTarget target, CancellationToken cancellationToken)
    {
        var begunAt = time.GetTimestamp();
        var isInChannel = false;
        Job? shown = null;
        while (store.Jobs.Find(number) is { } job)
        {
            var pause = Interval;
            if (job != shown)
            {
                switch (await target.ShowAsync(CardOf(job, runner.FractionOf(number)), cancellationToken))
                {
                    case ShowOutcome.TooOften tooOften:
                        pause = tooOften.RetryAfter;
                        break;
                    case ShowOutcome.Gone:
                        return;
                    default:
                        shown = job;
                        break;
                }
            }

            if (shown == job && job.State is JobState.Done or JobState.Cancelled or JobState.Paused)
            {
                return;
            }

            if (!isInChannel && time.GetElapsedTime(begunAt) > TokenLife)
            {
                if (targets.InChannel(origin) is not { } channel)
                {
                    return;
                }

                (target, isInChannel, shown) = (channel, true, null);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }
}
