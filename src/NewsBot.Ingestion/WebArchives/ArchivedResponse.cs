using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.WebArchives;

/// <summary>An HTTP response as it was archived, its transfer and content encodings undone.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The media type as the server stated it, if it did.</param>
/// <param name="Body">The body.</param>
internal sealed record ArchivedResponse(int Status, string? ContentType, byte[] Body)
{
    /// <summary>Reads a response, or gives null where the bytes are none.</summary>
    /// <exception cref="TooLargeException">The body unpacks to more than a document may have, or as a bomb does.</exception>
    public static ArchivedResponse? Parse(byte[] block, Unpacking unpacking)
    {
        var headEnd = HeadEnd(block, out var bodyStart);
        var lines = Encoding.Latin1.GetString(block.AsSpan(0, headEnd)).Split('\n', StringSplitOptions.TrimEntries);
        var first = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (first.Length < 2 || !first[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return null;
        }

        var fields = Fields(lines);
        var body = block.AsSpan(bodyStart).ToArray();
        var isChunked = fields.GetValueOrDefault("transfer-encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase);
        body = isChunked ? Unchunked(body) ?? body : body;
        return new ArchivedResponse(status, fields.GetValueOrDefault("content-type"), Decoded(body, fields.GetValueOrDefault("content-encoding", ""), unpacking));
    }

    private static int HeadEnd(ReadOnlySpan<byte> block, out int bodyStart)
    {
        var crlf = block.IndexOf("\r\n\r\n"u8);
        var lf = block.IndexOf("\n\n"u8);
        var end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
        bodyStart = end < 0 ? block.Length : end + (end == crlf ? 4 : 2);
        return end < 0 ? block.Length : end;
    }

    private static Dictionary<string, string> Fields(string[] lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return fields;
    }

    /// <summary>The body without chunk lengths, or null where it holds none although it says so, as some writers undo them and keep the header.</summary>
    private static byte[]? Unchunked(byte[] body)
    {
        using var result = new MemoryStream(body.Length);
        var at = 0;
        while (at < body.Length)
        {
            var lineEnd = body.AsSpan(at).IndexOf((byte)'\n');
            var size = lineEnd < 0 ? "" : Encoding.ASCII.GetString(body, at, lineEnd).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                return at == 0 ? null : result.ToArray();
            }

            at += lineEnd + 1;
            if (length == 0)
            {
                break;
            }

            length = Math.Min(length, body.Length - at);
            result.Write(body, at, length);
            at += length;
            at += at < body.Length && body[at] == '\r' ? 1 : 0;
            at += at < body.Length && body[at] == '\n' ? 1 : 0;
        }

        return result.ToArray();
    }

    /// <summary>A body that does not unpack is taken as it is: some writers undo the encoding and keep the header.</summary>
    private static byte[] Decoded(byte[] body, string encoding, Unpacking unpacking)
    {
        var packed = new MemoryStream(body);
        using var unpacked = encoding.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => unpacking.Gzip(packed),
            "br" => unpacking.Brotli(packed),
            "deflate" => unpacking.Watched(packed, static stream => new ZLibStream(stream, CompressionMode.Decompress)),
            _ => packed,
        };
        if (ReferenceEquals(unpacked, packed))
        {
            return body;
        }

        using var result = new MemoryStream();
        using var document = unpacking.AsDocument(unpacked);
        try
        {
            document.CopyTo(result);
            return result.ToArray();
        }
        catch (InvalidDataException)
        {
            return result.Length > 0 ? result.ToArray() : body;
        }
    }
}
