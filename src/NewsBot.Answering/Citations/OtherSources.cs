namespace NewsBot.Answering.Citations;

/// <summary>What else the archive has that bears on a cited source.</summary>
public sealed record OtherSources
{
    /// <summary>Nothing else is known.</summary>
    public static OtherSources None { get; } = new();

    /// <summary>Newer versions of the cited article: what they no longer say is outdated.</summary>
    public IReadOnlyList<PreparedSource> NewerVersions { get; init; } = [];

    /// <summary>Later articles that tell the same story, corrected re-issues included: what they contradict is outdated.</summary>
    public IReadOnlyList<PreparedSource> LaterTellings { get; init; } = [];

    /// <summary>Other articles in which the words may stand, when the cited one does not have them.</summary>
    public IReadOnlyList<PreparedSource> Elsewhere { get; init; } = [];

    /// <summary>Why the cited article was withdrawn, or null if it was not.</summary>
    public string? Withdrawal { get; init; }
}
