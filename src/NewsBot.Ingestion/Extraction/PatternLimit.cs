namespace NewsBot.Ingestion.Extraction;

/// <summary>
/// How long one pattern may look at one line. The patterns are linear or see short lines only, so this ends nothing but a defect; and since the
/// clock also runs while other work holds the processor, a limit near the real need would refuse articles on a busy machine.
/// </summary>
internal static class PatternLimit
{
    /// <summary>Half a minute.</summary>
    public const int Milliseconds = 30_000;
}
