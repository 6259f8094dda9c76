using System.Text.Json;

namespace NewsBot.Ingestion.Formats;

/// <summary>How a file of JSON is laid out, told from its first bytes.</summary>
internal static class JsonLayout
{
    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>
    /// Whether each line is an object of its own. An array may be laid out in any way. Objects are one a line if the first line is one, or is too long to see
    /// its end, or is damaged and a later line is one.
    /// </summary>
    /// <param name="head">The first bytes, UTF-8.</param>
    public static bool IsOneObjectALine(ReadOnlySpan<byte> head)
    {
        var text = WithoutMark(head).TrimStart(" \t\r\n"u8);
        if (!text.StartsWith("{"u8))
        {
            return false;
        }

        var lineEnd = text.IndexOf((byte)'\n');
        if (lineEnd < 0)
        {
            return head.Length == FormatSniffer.HeadLength;
        }

        // An object that spans lines has its brace alone on the first one.
        var first = text[..lineEnd].TrimEnd(" \t\r"u8);
        return first.Length > 1 && (IsObject(first) || IsAnyObject(text[(lineEnd + 1)..]));
    }

    /// <summary>Bytes without the mark of UTF-8 before them.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    /// <summary>Whether nothing is wrong with JSON but that more should follow.</summary>
    public static bool EndsInTheMiddle(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(Tolerant));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsAnyObject(ReadOnlySpan<byte> lines)
    {
        foreach (var range in lines.Split((byte)'\n'))
        {
            var line = lines[range].TrimEnd(" \t\r"u8);
            if (line.StartsWith("{"u8) && IsObject(line))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsObject(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, Tolerant);
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
