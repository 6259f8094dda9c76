using System.IO.Compression;

namespace NewsBot.Ingestion.Extraction.Pdf;

/// <summary>How many bytes a packed stream of a PDF unpacks to, counted without memory for them.</summary>
internal static class UnpackedLength
{
    private const int LzwClear = 256, LzwEnd = 257, LzwCodes = 4096, LzwFirstWidth = 9, LzwLastWidth = 12;

    /// <summary>Of a stream packed with Flate, up to the first damage; counting ends beyond a limit.</summary>
    public static long OfFlate(ReadOnlyMemory<byte> packed, long limit)
    {
        // As the library reads it: the two bytes of the head are passed over, right or wrong.
        using var stream = new DeflateStream(new MemoryStream(packed[Math.Min(2, packed.Length)..].ToArray()), CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        try
        {
            int read;
            while (length <= limit && (read = stream.Read(buffer)) > 0)
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            return length;
        }

        return length;
    }

    /// <summary>Of a stream packed by run lengths.</summary>
    public static long OfRunLength(ReadOnlySpan<byte> packed)
    {
        var length = 0L;
        for (var at = 0; at < packed.Length && packed[at] != 128;)
        {
            var isRun = packed[at] > 128;
            length += isRun ? 257 - packed[at] : packed[at] + 1;
            at += isRun ? 2 : packed[at] + 2;
        }

        return length;
    }

    /// <summary>Of a stream packed with LZW: the longer of the two ways in which writers widen their codes.</summary>
    public static long OfLzw(ReadOnlySpan<byte> packed) => Math.Max(OfLzw(packed, early: 0), OfLzw(packed, early: 1));

    private static long OfLzw(ReadOnlySpan<byte> packed, int early)
    {
        Span<int> lengths = stackalloc int[LzwCodes];
        var (length, codes, width, previous) = (0L, LzwEnd + 1, LzwFirstWidth, 0);
        var (bits, held) = (0u, 0);
        foreach (var b in packed)
        {
            bits = (bits << 8) | b;
            held += 8;
            if (held < width)
            {
                continue;
            }

            held -= width;
            var code = (int)(bits >> held) & ((1 << width) - 1);
            if (code == LzwEnd)
            {
                break;
            }

            if (code == LzwClear)
            {
                (codes, width, previous) = (LzwEnd + 1, LzwFirstWidth, 0);
                continue;
            }

            var own = code < LzwClear ? 1 : code < codes ? lengths[code] : previous + 1;
            length += own;
            if (previous > 0 && codes < LzwCodes)
            {
                lengths[codes++] = previous + 1;
            }

            previous = own;
            width = codes + early >= 1 << width && width < LzwLastWidth ? width + 1 : width;
        }

        return length;
    }
}
