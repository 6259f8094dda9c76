using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>jobs list|show|pause|cancel|retry</c>: what was ingested, how it went, and taking a hand in it.</summary>
internal static class JobsCommand
{
    private const int FailuresShown = 20;

    public static Command Create(CommonOptions common) => new("jobs", "Ingest jobs: what was asked for and how it went.")
    {
        CreateList(common),
        CreateShow(common),
        CreateChange(common, "pause", "Let a job stand still.", "is not waiting or running", (jobs, number) => jobs.Pause(number, "paused by the operator")),
        CreateChange(common, "cancel", "End a job for good; what it stored stays.", "has ended already", (jobs, number) => jobs.Cancel(number)),
        CreateChange(common, "retry", "Let a paused job, or one with failed items, go on when the host runs or the same ingest is given again.", "has nothing to go on with", (jobs, number) => jobs.Retry(number)),
    };

    private static Command CreateList(CommonOptions common)
    {
        var command = new Command("list", "The latest jobs, the newest first; with --json one object a line.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            foreach (var job in verb.Get<ArchiveStore>().Jobs.List())
            {
                Print(verb, job);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateShow(CommonOptions common)
    {
        var number = NumberArgument();
        var command = new Command("show", "One job, with its latest failures.") { number };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, _) =>
        {
            var jobs = verb.Get<ArchiveStore>().Jobs;
            var job = Require(jobs, parsed.GetRequiredValue(number));
            Print(verb, job);
            if (!verb.Json)
            {
                foreach (var failure in jobs.Failures(job.Number, FailuresShown))
                {
                    TerminalText.StandardOutput().Paragraph($"{failure.Name}: {failure.Reason}", "    ", "  × ");
                }
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateChange(CommonOptions common, string name, string description, string refusal, Func<JobQueue, long, bool> change)
    {
        var number = NumberArgument();
        var command = new Command(name, description) { number };
        Verb.SetAction(command, common, StoreAccess.Write, (verb, parsed, _) =>
        {
            var jobs = verb.Get<ArchiveStore>().Jobs;
            var job = Require(jobs, parsed.GetRequiredValue(number));
            if (!change(jobs, job.Number))
            {
                throw CommandFailure.Failed($"Job {job.Number} {refusal}: it is {job.State.ToString().ToLowerInvariant()}.");
            }

            Print(verb, Require(jobs, job.Number));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Argument<long> NumberArgument() => new("JOB") { Description = "The job's number." };

    private static Job Require(JobQueue jobs, long number) => jobs.Find(number)
        ?? throw CommandFailure.Failed($"There is no job {number}; 'newsbot jobs list' shows them.");

    private static void Print(Verb verb, Job job)
    {
        if (verb.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(JobJson.From(job), ContractJson.ForTerminals.JobJson));
            return;
        }

        var counts = job.Counts;
        var output = TerminalText.StandardOutput();
        output.Paragraph(FormattableString.Invariant(
            $"job {job.Number}, {job.State.ToString().ToLowerInvariant()}, archive {job.Archive}: {counts.Added:N0} added, {counts.Updated:N0} updated, {counts.Unchanged:N0} unchanged, {counts.Duplicates:N0} duplicates, {counts.Failed:N0} failed"));
        output.Faint(string.Join(", ", job.Request.Targets), "    ");
        if (job.Message is { } message)
        {
            output.Faint(message, "    ");
        }
    }
}
