using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace NewsBot.Ingestion.Extraction.Decoding;

/// <summary>
/// Turns the bytes of a page or a text file into characters. The order is the browsers': byte order mark, the charset that the
/// sender stated, the charset that the page states, then what the bytes look like. Labels lie, so a label is believed only while the
/// bytes fit it: bytes that are well-formed UTF-8 beyond ASCII are UTF-8 whatever the label says, because other encodings produce such
/// sequences by chance almost never.
/// </summary>
public static partial class TextDecoder
{
    /// <summary>Where browsers look for the page's own label; generous, because some pages put scripts first.</summary>
    private const int LabelSearchBytes = 4096;

    /// <summary>Enough for a detector to be sure, and cheap.</summary>
    private const int DetectionBytes = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The characters of the bytes, or null if they are no text (a picture, an archive, a program).</summary>
    /// <param name="bytes">The bytes as fetched.</param>
    /// <param name="contentType">The media type as the sender stated it, with its charset parameter if there was one.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByteOrderMark(bytes) is { } marked)
        {
            return marked.Encoding.GetString(bytes[marked.Length..]);
        }

        if (LooksBinary(bytes))
        {
            return null;
        }

        var stated = Charset(contentType) ?? Charset(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LabelSearchBytes)]));
        return EncodingFor(bytes, stated).GetString(bytes);
    }

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

    private static Encoding EncodingFor(ReadOnlySpan<byte> bytes, string? stated)
    {
        if (IsUtf8(bytes))
        {
            // ASCII alone is also what ISO-2022-JP and its kin look like, so there the label decides.
            return stated?.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) == true ? Named(stated) ?? Encoding.UTF8 : Encoding.UTF8;
        }

        var named = stated is null ? null : Named(stated);
        return named is not null and not UTF8Encoding ? named : Detected(bytes) ?? Windows1252;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding that browsers use for a label: Latin-1 and ASCII mean windows-1252 there, GB2312 means GB18030.</summary>
    private static Encoding? Named(string label)
    {
        var name = label.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "latin-1" or "iso8859-1" or "iso_8859-1" or "us-ascii" or "ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "tis-620" or "iso-8859-11" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "shift-jis" or "x-sjis" or "sjis" => "shift_jis",
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            var other => other,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? Detected(ReadOnlySpan<byte> bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, DetectionBytes)].ToArray()).Detected;

        // A page of UTF-8 with one damaged byte is still best read as UTF-8.
        return found?.EncodingName is { } name ? Named(name) : null;
    }

    private static string? Charset(string? text) => text is not null && CharsetLabel().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""(?:charset|<\?xml[^>]{0,80}\bencoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CharsetLabel();
}
