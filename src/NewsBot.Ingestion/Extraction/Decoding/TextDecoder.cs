using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace NewsBot.Ingestion.Extraction.Decoding;

/// <summary>
/// Turns the bytes of a page or a text file into characters. The order is the browsers': byte order mark, the charset that the
/// sender stated, the charset that the page states, then what the bytes look like. Labels lie, so a label is believed only while the
/// bytes fit it: bytes that are UTF-8 beyond ASCII are UTF-8 whatever the label says, because other encodings produce such
/// sequences by chance almost never.
/// </summary>
public static partial class TextDecoder
{
    /// <summary>Where browsers look for the page's own label; generous, because some pages put scripts first.</summary>
    private const int LabelSearchBytes = 4096;

    /// <summary>Enough for a detector to be sure, and cheap.</summary>
    private const int DetectionBytes = 64 * 1024;

    /// <summary>Of so many characters one may not fit the stated encoding before the bytes are asked themselves.</summary>
    private const int CharactersForOneMisfit = 200;

    private const char Misfit = '\uFFFD';

    /// <summary>The characters of the bytes, or null if they are no text (a picture, an archive, a program).</summary>
    /// <param name="bytes">The bytes as fetched.</param>
    /// <param name="contentType">The media type as the sender stated it, with its charset parameter if there was one.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByteOrderMark(bytes) is { } marked)
        {
            return Read(marked.Encoding, bytes[marked.Length..]);
        }

        if (Utf16Text.Of(bytes) is { } wide)
        {
            return Read(wide, bytes);
        }

        return LooksBinary(bytes) ? null : DecodeUnmarked(bytes, Charset(contentType) ?? Charset(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LabelSearchBytes)])));
    }

    /// <summary>The encoding that a byte order mark names, or null where there is none.</summary>
    internal static Encoding? MarkedEncoding(ReadOnlySpan<byte> bytes) => ByteOrderMark(bytes)?.Encoding;

    private static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>Text without a byte order mark holds no NUL; a few stray ones in a long page are damage, not a format.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, LabelSearchBytes)];
        return head.StartsWith("%PDF-"u8) || head.StartsWith("PK\u0003\u0004"u8) || head.Count((byte)0) > head.Length / 100;
    }

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes, string? label)
    {
        // ASCII alone is also what ISO-2022-JP and its kin look like, so there the label decides.
        var isShifted = label?.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) == true;
        if (!isShifted && Utf8Text.Fits(bytes))
        {
            return Utf8Text.Read(bytes);
        }

        // UTF-8 it is not, and what has no zeros between its letters is of no encoding of two or four bytes a letter.
        var named = label is null ? null : WebEncodings.Named(label);
        var text = named is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding ? null : Read(named, bytes);
        return text is not null && Misfits(text) <= text.Length / CharactersForOneMisfit ? text : Detected(bytes, text);
    }

    /// <summary>What the bytes look like, unless what the label gave has fewer letters that do not fit.</summary>
    private static string Detected(ReadOnlySpan<byte> bytes, string? byLabel)
    {
        var found = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, DetectionBytes)].ToArray()).Detected;
        var text = Read(found?.EncodingName is { } name && WebEncodings.Named(name) is { } encoding ? encoding : WebEncodings.Windows1252, bytes);
        return byLabel is not null && Misfits(byLabel) <= Misfits(text) ? byLabel : text;
    }

    private static int Misfits(string text) => text.AsSpan().Count(Misfit);

    /// <summary>The text; of a letter that is cut at the end nothing stays.</summary>
    private static string Read(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding is UTF8Encoding)
        {
            return Utf8Text.Read(bytes);
        }

        // The platform's decoders of two bytes a letter write a question mark for half a letter, whatever they are told to write.
        var text = encoding.GetString(bytes).TrimEnd(Misfit);
        return text.EndsWith('?') && bytes[^1] is > 0x7F ? text[..^1] : text;
    }

    private static string? Charset(string? text) => text is not null && CharsetLabel().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""(?:charset|<\?xml[^>]{0,80}\bencoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex CharsetLabel();
}
