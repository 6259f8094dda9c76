using NewsBot.Archive;

namespace NewsBot.Ingestion;

/// <summary>What is to be ingested, and for whom.</summary>
public sealed record IngestRequest
{
    /// <summary>The archive; created where it is missing.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>Paths and addresses, in order.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>What the targets are: see <see cref="TargetKinds"/>.</summary>
    public string Kind { get; init; } = TargetKinds.Auto;

    /// <summary>The address a single file was saved from, if it does not say so itself.</summary>
    public string? Url { get; init; }

    /// <summary>Who asks: "terminal", "web", "guild 42".</summary>
    public string RequestedBy { get; init; } = "terminal";

    /// <summary>Where it waits among the jobs of a host: those with higher priority are taken first; 0 is usual.</summary>
    public int Priority { get; init; }

    /// <summary>The request as a job keeps it: paths made absolute, since another process may run it.</summary>
    public JobRequest ToJobRequest() => new() { Targets = [.. Targets.Select(Absolute)], Kind = Kind, Url = Url };

    private static string Absolute(string target) => TargetKinds.IsMeantAsAddress(target) ? target : Path.GetFullPath(target);
}
