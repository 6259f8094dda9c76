using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Ingestion;

namespace NewsBot.Discord.Administration;

/// <summary><c>/ingest url</c> and <c>/ingest sitemap</c>: takes in an address and shows a card that follows the job.</summary>
public sealed class IngestAddressCommand(AdminGate gate, ArchiveChoice archives, JobDesk jobs, string name, string kind) : AdminCommand(gate)
{
    /// <inheritdoc/>
    public override string Path => "ingest " + name;

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        if (command.Options.Text("url") is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return Say(command, "NoAddress");
        }

        Record(command, url);
        var archive = archives.For(command.Origin)!;
        return jobs.Promise(command.Origin, _ => Task.FromResult<IngestRequest?>(new IngestRequest
        {
            Archive = archive,
            Targets = [uri.AbsoluteUri],
            Kind = kind,
            RequestedBy = JobDesk.RequesterOf(command.Origin),
        }));
    }
}

/// <summary><c>/ingest file</c>: takes in a file that was attached, from Discord's own file hosts only.</summary>
public sealed class IngestFileCommand(AdminGate gate, ArchiveChoice archives, AttachmentDownload download, JobDesk jobs) : AdminCommand(gate)
{
    /// <inheritdoc/>
    public override string Path => "ingest file";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        if (!command.Options.Attachments.TryGetValue("file", out var file))
        {
            return Say(command, "NoFile");
        }

        if (download.RefusalOf(file) is { } refusal)
        {
            return Say(command, refusal, AttachmentDownload.MostBytes / (1024 * 1024));
        }

        Record(command, file.Name);
        var archive = archives.For(command.Origin)!;
        return jobs.Promise(command.Origin, async token => await download.TrySaveAsync(file, token) is { } path
            ? new IngestRequest { Archive = archive, Targets = [path], RequestedBy = JobDesk.RequesterOf(command.Origin) }
            : null);
    }
}

/// <summary><c>/ingest status</c>: how far a job of this server has come; the newest where none is named.</summary>
public sealed class IngestStatusCommand(AdminGate gate, JobDesk jobs) : AdminCommand(gate)
{
    /// <inheritdoc/>
    public override string Path => "ingest status";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command) =>
        jobs.Find(command.Origin, command.Options.Number("job")) is { } job
            ? jobs.Show(command.Origin, job)
            : Say(command, "NoJob");
}

/// <summary><c>/ingest cancel</c> and <c>/ingest retry</c>.</summary>
public sealed class IngestControlCommand(AdminGate gate, JobDesk jobs, string name) : AdminCommand(gate)
{
    /// <summary>Stops a job for good.</summary>
    public const string Cancel = "cancel";

    /// <summary>Runs a job again: what failed, or what was left.</summary>
    public const string Retry = "retry";

    /// <inheritdoc/>
    public override string Path => "ingest " + name;

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        if (jobs.Find(command.Origin, command.Options.Number("job")) is not { } job)
        {
            return Say(command, "NoJob");
        }

        Record(command, job.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return name == Cancel
            ? Say(command, jobs.Cancel(job) ? "JobIsCancelled" : "JobCannotBeCancelled", job.Number)
            : jobs.Retry(command.Origin, job) ?? Say(command, "JobCannotBeRetried", job.Number);
    }
}
