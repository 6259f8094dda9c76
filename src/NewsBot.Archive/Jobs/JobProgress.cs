namespace NewsBot.Archive;

/// <summary>How far a job has come and how fast it goes, as its worker saw it when it stored the last batch.</summary>
public sealed record JobProgress
{
    /// <summary>Bytes of the files read so far, as they lie on the disk.</summary>
    public long BytesRead { get; init; }

    /// <summary>Bytes of all files, or null where addresses make it unknown.</summary>
    public long? BytesTotal { get; init; }

    /// <summary>Items a second in the last seconds.</summary>
    public double ItemsPerSecond { get; init; }

    /// <summary>How long the rest will take at this pace, or null where it is unknown.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>When this was so.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The part done, 0 to 1, or null where it is unknown.</summary>
    public double? Fraction => BytesTotal is > 0 and var total ? Math.Min(1, (double)BytesRead / total) : null;
}
