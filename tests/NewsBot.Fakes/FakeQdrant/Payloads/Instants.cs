using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace NewsBot.Fakes;

/// <summary>Dates as the server reads them: RFC 3339, or without the offset, the seconds or the whole time of day; microseconds count.</summary>
internal static class Instants
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd",
    ];

    public static long? Microseconds(string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? Microseconds(instant)
            : null;

    public static long Microseconds(Timestamp timestamp) => (timestamp.Seconds * 1_000_000) + (timestamp.Nanos / 1_000);

    private static long Microseconds(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
