using NewsBot.Archive;

namespace NewsBot.Ingestion;

/// <summary>How far a job has come.</summary>
/// <param name="Job">The job's number.</param>
/// <param name="Counts">The outcomes so far.</param>
/// <param name="BytesRead">Bytes of the files read so far, as stored.</param>
/// <param name="BytesTotal">Bytes of all files, or null where addresses make it unknown.</param>
public sealed record IngestProgress(long Job, OutcomeCounts Counts, long BytesRead, long? BytesTotal)
{
    /// <summary>The part done, 0 to 1, or null where it is unknown.</summary>
    public double? Fraction => BytesTotal is > 0 and var total ? Math.Min(1, (double)BytesRead / total) : null;
}
