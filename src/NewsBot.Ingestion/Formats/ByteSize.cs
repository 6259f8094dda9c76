using System.Globalization;

namespace NewsBot.Ingestion.Formats;

/// <summary>Sizes as people read them.</summary>
public static class ByteSize
{
    /// <summary>E.g. "20 MB", "1.5 MB", "900 bytes".</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):0.#} MB"),
    };
}
