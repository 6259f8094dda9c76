using System.Globalization;
using System.IO.Compression;
using ZstdSharp;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Unpacks compressed bytes while watching that a small file does not become an endless one. That one which was cut off is told as damage is the
/// doing of StrictUnpacking.props, which the program's project imports.
/// </summary>
internal sealed class Unpacking(IngestionOptions options)
{
    /// <summary>Below this size nothing is a bomb, whatever its ratio: an empty page packs a thousand times.</summary>
    private const long AlwaysAllowed = 16 * 1024 * 1024;

    /// <summary>Unpacks gzip, one member or many.</summary>
    public Stream Gzip(Stream packed) => Watched(packed, counted => new GZipStream(counted, CompressionMode.Decompress));

    /// <summary>Unpacks Zstandard.</summary>
    public Stream Zstandard(Stream packed) => Watched(packed, counted => new DecompressionStream(counted));

    /// <summary>Unpacks Brotli.</summary>
    public Stream Brotli(Stream packed) => Watched(packed, counted => new BrotliBytes(counted));

    /// <summary>Unpacks with any decompressor under the same watch.</summary>
    public Stream Watched(Stream packed, Func<Stream, Stream> unpack)
    {
        var counted = new LimitedStream(packed, static _ => { });
        return new LimitedStream(unpack(counted), unpacked => CheckRatio(counted.Count, unpacked));
    }

    /// <summary>The bytes of a single document; too many are refused.</summary>
    public Stream AsDocument(Stream bytes) => new LimitedStream(bytes, count =>
    {
        if (count > options.MaximumDocumentBytes)
        {
            throw new TooLargeException($"it is larger than {ByteSize.Text(options.MaximumDocumentBytes)}; raise Ingestion:MaximumDocumentBytes if it is one article or a feed");
        }
    });

    /// <summary>Refuses a ratio or a size beyond the limits.</summary>
    public void CheckRatio(long packed, long unpacked)
    {
        if (unpacked > AlwaysAllowed && unpacked > packed * options.MaximumUnpackingRatio)
        {
            throw new TooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"unpacks to more than {options.MaximumUnpackingRatio} times its size, as a bomb does; if it is to be trusted, raise Ingestion:MaximumUnpackingRatio"));
        }

        if (unpacked > options.MaximumDownloadBytes)
        {
            throw new TooLargeException($"unpacks to more than {ByteSize.Text(options.MaximumDownloadBytes)}; raise Ingestion:MaximumDownloadBytes or split it");
        }
    }
}
