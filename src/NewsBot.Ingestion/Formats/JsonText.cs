using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsBot.Ingestion.Extraction.Decoding;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// JSON that others wrote, mended where the platform's reader would throw only when a text is asked for: bytes that are not UTF-8, and halves of
/// characters ("\ud83d" without its second half), which programs leave that cut a headline in the middle of an emoji.
/// </summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>The value of mended text.</summary>
    /// <exception cref="JsonException">It is no JSON for other reasons too.</exception>
    public static JsonDocument Mended(ReadOnlySpan<byte> json, JsonDocumentOptions options) => JsonDocument.Parse(WithoutHalves(TextDecoder.Decode(json, contentType: null) ?? Encoding.UTF8.GetString(json)), options);

    /// <summary>The text without escapes that name half of a character.</summary>
    public static string WithoutHalves(string json)
    {
        StringBuilder? kept = null;
        var copied = 0;
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at < json.Length; at = json.IndexOf('\\', at))
        {
            var isHigh = IsEscape(json, at, '\uD800', '\uDBFF');
            if (isHigh && IsEscape(json, at + EscapeLength, '\uDC00', '\uDFFF'))
            {
                at += 2 * EscapeLength;
            }
            else if (isHigh || IsEscape(json, at, '\uDC00', '\uDFFF'))
            {
                (kept ??= new StringBuilder(json.Length)).Append(json, copied, at - copied);
                copied = at += EscapeLength;
            }
            else
            {
                at = Math.Min(at + 2, json.Length);
            }
        }

        return kept is null ? json : kept.Append(json, copied, json.Length - copied).ToString();
    }

    private static bool IsEscape(string json, int at, char first, char last) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code >= first && code <= last;
}
