using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Ingestion;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Administration;

/// <summary>Begins, finds and follows the ingest jobs of servers; the host's worker does them. A server sees no jobs but its own.</summary>
public sealed class JobDesk(ArchiveStore store, IArchiveIndex index, ReplyTargets targets, TimeProvider time)
{
    // More would only wait behind each other; one server must not fill the queue of all.
    private const int MostOpen = 10;

    // Failures that a summary names; the terminal lists them all.
    private const int MostFailures = 5;

    // A card is edited about as often as an answer; a job is followed for hours, so a little slower.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2.5);

    // The token of an interaction dies after 15 minutes; from then on the card is a message of the channel.
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14);

    // Whoever waited longer has looked away from the card: the summary is a message of its own then.
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);

    /// <summary>Who asked for a job, as the job records it.</summary>
    public static string RequesterOf(InteractionOrigin origin) => $"guild {origin.InstalledGuild}";

    /// <summary>Promises a job and its card, or says that the server has enough jobs open.</summary>
    /// <param name="origin">Who asks for it.</param>
    /// <param name="request">Makes the request; null where its file could not be taken over.</param>
    public InteractionResponse Promise(InteractionOrigin origin, Func<CancellationToken, Task<IngestRequest?>> request) =>
        store.Jobs.CountOpen(RequesterOf(origin)) >= MostOpen
        ? new InteractionResponse.Now(new Reply.Notice(ReplyTexts.For(origin.Locale)["TooManyJobs", MostOpen]))
        : new InteractionResponse.Later(
            IsPrivate: false,
            async (target, token) =>
            {
                if (await request(token) is not { } wanted)
                {
                    await target.ShowAsync(new Reply.Notice(ReplyTexts.For(origin.Locale)["FileNotTaken"]), token);
                    return;
                }

                var job = store.Jobs.Enqueue(wanted.Archive, wanted.ToJobRequest(), wanted.RequestedBy);
                await FollowAsync(origin, job.Number, target, token);
            },
            OutlivesToken: true);

    /// <summary>A job of the server: the one with this number, or the newest; null where there is none.</summary>
    public Job? Find(InteractionOrigin origin, int? number) =>
        number is { } wanted
            ? store.Jobs.Find(wanted) is { } job && job.RequestedBy == RequesterOf(origin) ? job : null
            : store.Jobs.List().Where(job => job.RequestedBy == RequesterOf(origin)).MaxBy(job => job.Number);

    /// <summary>The card of a job, for the person who asks; it follows the job while that is open.</summary>
    public InteractionResponse Show(InteractionOrigin origin, Job job) => IsOver(job)
        ? new InteractionResponse.Now(CardOf(job))
        : new InteractionResponse.Later(IsPrivate: true, (target, token) => FollowAsync(origin, job.Number, target, token, goesOn: false));

    /// <summary>Stops a job for good. False when it had ended.</summary>
    public bool Cancel(Job job) => store.Jobs.Cancel(job.Number);

    /// <summary>Runs a job again; null when it cannot be.</summary>
    public InteractionResponse? Retry(InteractionOrigin origin, Job job) => store.Jobs.Retry(job.Number)
        ? new InteractionResponse.Later(IsPrivate: false, (target, token) => FollowAsync(origin, job.Number, target, token), OutlivesToken: true)
        : null;

    private Reply.JobCard CardOf(Job job) => new(job, store.Jobs.Failures(job.Number, 1) is [var failure, ..] ? failure : null);

    // "Done" is read as "ask me now".
    private async Task MakeFindableAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            if (job.State == JobState.Done && store.Exists(job.Archive))
            {
                await index.CatchUpAsync(job.Archive, cancellationToken);
            }
        }
        catch (IndexUnavailableException)
        {
            // The articles are stored; whoever follows the index goes on trying.
        }
    }

    private static bool IsOver(Job job) => job.State is JobState.Done or JobState.Cancelled or JobState.Paused;

    private async Task FollowAsync(InteractionOrigin origin, long number, IReplyTarget target, CancellationToken cancellationToken, bool goesOn = true)
    {
        var begunAt = time.GetTimestamp();
        var isInChannel = false;
        Job? shown = null;
        while (store.Jobs.Find(number) is { } job)
        {
            var pause = Interval;
            if (job != shown)
            {
                await MakeFindableAsync(job, cancellationToken);
                switch (await target.ShowAsync(CardOf(job), cancellationToken))
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

            if (shown == job && IsOver(job))
            {
                await SummariseAsync(origin, job, time.GetElapsedTime(begunAt), goesOn, cancellationToken);
                return;
            }

            if (goesOn && !isInChannel && time.GetElapsedTime(begunAt) > TokenLife)
            {
                if (targets.InChannel(origin) is not { } channel)
                {
                    await target.ShowAsync(Say(origin, "JobUnseen", number), cancellationToken);
                    return;
                }

                await target.ShowAsync(Say(origin, "JobGoesOn", number), cancellationToken);
                (target, isInChannel, shown) = (channel, true, null);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task SummariseAsync(InteractionOrigin origin, Job job, TimeSpan waited, bool isWanted, CancellationToken cancellationToken)
    {
        if (isWanted && job.State == JobState.Done && waited > LongWait && targets.InChannel(origin) is { } channel)
        {
            await channel.ShowAsync(new Reply.JobSummary(job, store.Jobs.Failures(job.Number, MostFailures)), cancellationToken);
        }
    }

    private static Reply.Notice Say(InteractionOrigin origin, string text, long number) => new(ReplyTexts.For(origin.Locale)[text, number]);
}
