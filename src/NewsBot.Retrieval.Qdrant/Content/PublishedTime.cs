using System.Globalization;
using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;

namespace NewsBot.Retrieval.Qdrant.Content;

/// <summary>Publication times as points carry them: never absent, so that formulas and filters need no special case.</summary>
internal static class PublishedTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Stands for "nobody knows": so early that the time prior adds nothing.</summary>
    public static DateTimeOffset Unknown { get; } = DateTimeOffset.MinValue;

    /// <summary>The first moment that is a known one.</summary>
    public static DateTimeOffset FirstKnown { get; } = Unknown.AddSeconds(1);

    public static string Write(NewsTime? published) =>
        (published?.Instant ?? Unknown).UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Seconds since 1970, or the embedded index's mark for an unknown time.</summary>
    public static long SecondsOf(string written) =>
        DateTimeOffset.TryParseExact(written, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant > Unknown
            ? instant.ToUnixTimeSeconds()
            : IndexFields.UnknownTime;
}
