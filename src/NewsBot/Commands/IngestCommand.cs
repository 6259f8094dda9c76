using System.CommandLine;
using NewsBot.Archive;
using NewsBot.Hosting;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Jobs;
using NewsBot.Retrieval;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>ingest PATH_OR_URL…</c>: files, folders and addresses become articles of an archive.</summary>
internal static class IngestCommand
{
    public static Command Create(CommonOptions common)
    {
        var targets = new Argument<string[]>("PATH_OR_URL") { Description = "Files, folders, http(s) addresses.", Arity = ArgumentArity.ZeroOrMore };
        var sample = new Option<bool>("--sample") { Description = "The invented sample articles." };
        var kind = new Option<string>("--kind") { Description = "What the targets are.", DefaultValueFactory = _ => TargetKinds.Auto };
        kind.AcceptOneOf(TargetKinds.Names);
        var url = new Option<string?>("--url") { Description = "The address that a single file was saved from.", HelpName = "URL" };
        var priority = new Option<int>("--priority") { Description = "Where it waits among the jobs of a running host: higher goes first; 0 is usual.", HelpName = "NUMBER" };
        var command = new Command("ingest", "Put articles into the archive; it is created by the first ingest.") { targets, sample, kind, url, priority };
        targets.RefuseBlank();
        command.Validators.Add(result =>
        {
            var given = result.GetValue(targets) ?? [];
            if (result.GetValue(sample) == given.Length > 0)
            {
                result.AddError("Say what to ingest: PATH_OR_URL…, or --sample.");
            }
            else if (result.GetValue(url) is { } address && WhyUseless(address, given) is { } why)
            {
                result.AddError(why);
            }
        });

        command.SetAction(async (parsed, cancellationToken) => (int)await Verb.RunAsync(async () =>
        {
            var isSample = parsed.GetValue(sample);
            var request = isSample ? SampleArchive.RequestFor(common.Archive(parsed)) : new IngestRequest
            {
                Archive = common.Archive(parsed),
                Targets = parsed.GetRequiredValue(targets),
                Kind = parsed.GetRequiredValue(kind),
                Url = parsed.GetValue(url),
                Priority = parsed.GetValue(priority),
            };
            try
            {
                using var verb = Verb.Open(parsed, common, StoreAccess.Write);
                return await IngestAsync(verb, request, isSample, cancellationToken);
            }
            catch (ArchiveLockedException locked) when (locked.Holder is { HostAddress: not null } host && !isSample)
            {
                using var reading = Verb.Open(parsed, common, StoreAccess.Read);
                return await HandOverAsync(reading, request, host, cancellationToken);
            }
        }));
        return command;
    }

    /// <summary>Why nothing would come of --url: it is kept as the address of one file, and of nothing else.</summary>
    private static string? WhyUseless(string url, IReadOnlyList<string> targets) =>
        !TargetKinds.IsAddress(url) ? $"--url: '{AddressText.WithoutLogin(url)}' is no http(s) address."
        : targets is not [var target] || TargetKinds.IsMeantAsAddress(target) || Directory.Exists(target) ? "--url is the address that one file was saved from: give it with that file alone."
        : null;

    private static async Task<ExitCode> IngestAsync(Verb verb, IngestRequest request, bool isSample, CancellationToken cancellationToken)
    {
        var (pipeline, store) = (verb.Get<IngestPipeline>(), verb.Get<ArchiveStore>());
        var summary = await LeavingAsync("What was stored stays; the same ingest again goes on where this one was.", () => IngestProgressDisplay.ShowAsync(progress => IndexAlongside.RunAsync(
            () => pipeline.IngestToEndAsync(request, progress, cancellationToken),
            token => FollowAsync(verb, request.Archive, token),
            cancellationToken)));
        if (isSample)
        {
            SampleArchive.NoteLoaded(store, verb.Archive);
        }
        else if (summary.Succeeded && SampleArchive.EndIfReal(store, verb.Archive) is > 0 and var removed)
        {
            await Console.Error.WriteLineAsync($"The {removed} sample articles were removed: the archive now holds your own.");
        }

        if (summary.Succeeded)
        {
            await CatchUpAsync(verb, cancellationToken);
        }

        verb.Record("ingest", $"job {summary.Job}: {string.Join(' ', request.Targets)}");
        Report(verb, summary);
        return await EndAsync(summary, store.Jobs.Find(summary.Job));
    }

    // A host that serves the same folder holds its write lock: it does the work, and this process shows how it goes.
    private static async Task<ExitCode> HandOverAsync(Verb reading, IngestRequest request, WriterClaim host, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"The host at {host.HostAddress} takes this over; it goes on when you leave here. 'newsbot jobs list' shows it.");
        var handover = new IngestHandover(reading.Get<ArchiveStore>(), reading.Get<TimeProvider>());
        Job? last = null;
        var summary = await LeavingAsync("The host goes on with it; 'newsbot jobs list' shows how far it is.", () => IngestProgressDisplay.ShowAsync(async progress =>
        {
            (last, var done) = await handover.RunAsync(request, progress, cancellationToken);
            return done;
        }));
        reading.Record("ingest", $"job {summary.Job}: {string.Join(' ', request.Targets)}");
        Report(reading, summary);
        return await EndAsync(summary, last);
    }

    /// <summary>Says that a job did not come to its end, as when somebody paused it, which a script must not take for success.</summary>
    private static async Task<ExitCode> EndAsync(IngestSummary summary, Job? job)
    {
        if (job is { State: not JobState.Done })
        {
            await Console.Error.WriteLineAsync(NotDone(job));
            return ExitCode.Failed;
        }

        return summary.Succeeded ? ExitCode.Done : ExitCode.Failed;
    }

    private static string NotDone(Job job) => job.State is JobState.Queued or JobState.Running
        ? $"Nobody works on job {job.Number} any more, so this is not all; start the host, or give the same ingest again, to go on with it."
        : $"Job {job.Number} is {job.State.ToString().ToLowerInvariant()}{(job.Message is { } message ? $" ({message})" : "")}, so this is not all; 'newsbot jobs retry {job.Number}' goes on with it.";

    /// <summary>Says on Ctrl-C what becomes of the work.</summary>
    private static async Task<IngestSummary> LeavingAsync(string whatBecomes, Func<Task<IngestSummary>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. " + whatBecomes);
            throw;
        }
    }

    // The articles come first: what the index cannot write while they are stored it catches up with at the end, or says then.
    private static async Task FollowAsync(Verb verb, ArchiveName archive, CancellationToken cancellationToken)
    {
        try
        {
            if (verb.Get<ArchiveStore>().Exists(archive))
            {
                await verb.Get<IArchiveIndex>().FollowAsync(archive, cancellationToken);
            }
        }
        catch (IOException failure) when (failure is not ArchiveUnavailableException)
        {
            throw new IndexUnavailableException($"The index of archive '{archive}' could not be written ({failure.Message}).", failure);
        }
    }

    private static async Task CatchUpAsync(Verb verb, CancellationToken cancellationToken)
    {
        try
        {
            await verb.BringIndexUpToDateAsync(cancellationToken);
        }
        catch (IOException failure) when (failure is not ArchiveUnavailableException)
        {
            throw CommandFailure.Failed($"The articles are stored, but their index could not be written ({failure.Message}): mend that, for example by freeing space on the disk, and give the same ingest again.");
        }
    }

    private static void Report(Verb verb, IngestSummary summary)
    {
        if (verb.Json)
        {
            JsonOutput.Write(summary, IngestSummaryJson.Default.IngestSummary);
            return;
        }

        var output = TerminalText.StandardOutput();
        output.Paragraph(FormattableString.Invariant(
            $"{summary.Added:N0} added, {summary.Updated:N0} updated, {summary.Unchanged:N0} unchanged, {summary.Duplicates:N0} duplicates, {summary.Failed.Count:N0} failed in {summary.Seconds:F1} s"));
        JobText.WriteRemoved(output, summary.Removed);
        FailureList.Write(output, verb.Get<ArchiveStore>().Jobs, summary);
    }
}
