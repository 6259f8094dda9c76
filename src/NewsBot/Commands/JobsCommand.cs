using System.CommandLine;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>jobs list|show|pause|cancel|retry</c>: what was ingested, how it went, and taking a hand in it.</summary>
internal static class JobsCommand
{
    private const int FailuresShown = 20;

    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(500);

    public static Command Create(CommonOptions common) => new("jobs", "Ingest jobs: what was asked for and how it went.")
    {
        CreateList(common),
        CreateShow(common),
        CreateChange(common, "pause", "Let a job stand still.", "is not waiting or running", (jobs, number) => jobs.Pause(number, "paused by the operator")),
        CreateChange(common, "cancel", "End a job for good; what it stored stays.", "has ended already", (jobs, number) => jobs.Cancel(number)),
        CreateChange(common, "retry", "Let a paused job, or one with failed items, go on when the host runs or the same ingest is given again.", "has nothing to go on with", (jobs, number) => jobs.Retry(number), "No host runs: it goes on when one is started, or when the same ingest is given again."),
    };

    private static Command CreateList(CommonOptions common)
    {
        var command = new Command("list", "The latest jobs, the newest first; with --json one object a line.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            var jobs = verb.Get<ArchiveStore>().Jobs.List();
            foreach (var job in jobs)
            {
                Print(verb, job);
            }

            if (!verb.Json)
            {
                verb.SayIfNone(jobs.Count, "There are no jobs yet; 'newsbot ingest PATH_OR_URL' begins one.");
                foreach (var archive in verb.Get<IArchiveReader>().Archives())
                {
                    StatsCommand.TellBacklog(verb, archive);
                }
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateShow(CommonOptions common)
    {
        var number = NumberArgument();
        var follow = new Option<bool>("--follow") { Description = "Stay until the job ends and show how it goes on; with --json one object a line." };
        var all = new Option<bool>("--all") { Description = "Every item that failed, not only the latest 20." };
        var command = new Command("show", "One job, with its latest failures.") { number, follow, all };
        Verb.SetAction(command, common, StoreAccess.Read, async (verb, parsed, cancellationToken) =>
        {
            var jobs = verb.Get<ArchiveStore>().Jobs;
            var job = Require(jobs, parsed.GetRequiredValue(number));
            if (parsed.GetValue(follow))
            {
                job = await FollowAsync(verb, jobs, job, cancellationToken);
            }

            Print(verb, job, parsed.GetValue(all) ? jobs.AllFailures(job.Number) : jobs.Failures(job.Number, FailuresShown), jobs.CountRemoved(job.Number));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<Job> FollowAsync(Verb verb, JobQueue jobs, Job job, CancellationToken cancellationToken)
    {
        using var steps = new JobSteps(verb.Json ? step => Print(verb, step) : null);
        while (job.State is JobState.Queued or JobState.Running)
        {
            steps.Show(job);
            await Task.Delay(LookPause, cancellationToken);
            job = Require(jobs, job.Number);
        }

        return job;
    }

    private static Command CreateChange(CommonOptions common, string name, string description, string refusal, Func<JobQueue, long, bool> change, string? withoutHost = null)
    {
        var number = NumberArgument();
        var command = new Command(name, description) { number };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, _) =>
        {
            var jobs = verb.Get<ArchiveStore>().Jobs;
            var job = Require(jobs, parsed.GetRequiredValue(number));
            if (!change(jobs, job.Number))
            {
                throw CommandFailure.Failed($"Job {job.Number} {refusal}: it is {job.State.ToString().ToLowerInvariant()}.");
            }

            verb.Record($"jobs {name}", $"job {job.Number}");
            Print(verb, Require(jobs, job.Number));
            if (!verb.Json && withoutHost is not null && ArchiveStore.WriterOf(verb.Get<ArchiveStore>().Folder) is null)
            {
                TerminalText.StandardOutput().Faint(withoutHost, "    ");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Argument<long> NumberArgument() => new("JOB") { Description = "The job's number." };

    private static Job Require(JobQueue jobs, long number) => jobs.Find(number)
        ?? throw CommandFailure.Failed($"There is no job {number}; 'newsbot jobs list' shows them.");

    private static void Print(Verb verb, Job job, IEnumerable<JobItem>? failures = null, long? removed = null)
    {
        if (verb.Json)
        {
            JsonOutput.Write(JobJson.From(job, failures, removed), ContractJson.ForTerminals.JobJson);
            return;
        }

        var output = TerminalText.StandardOutput();
        JobText.Write(output, job);
        JobText.WriteRemoved(output, removed ?? 0);
        foreach (var failure in failures ?? [])
        {
            FailureList.Line(output, $"{failure.Name}: {failure.Reason}");
        }

        if (failures is IReadOnlyList<JobItem> { Count: FailuresShown } && job.Counts.Failed > FailuresShown)
        {
            output.Faint($"These are the latest {FailuresShown} of {job.Counts.Failed:N0}; --all names every one.", "  ");
        }
    }
}
