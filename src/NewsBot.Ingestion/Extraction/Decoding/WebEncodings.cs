using System.Text;

namespace NewsBot.Ingestion.Extraction.Decoding;

/// <summary>The encodings that labels on the web stand for, after the table of the Encoding Standard (encoding.spec.whatwg.org).</summary>
internal static class WebEncodings
{
    /// <summary>What browsers take Latin-1 and ASCII for.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(""))!;

    /// <summary>
    /// The encoding of a label, or null where it names none. UTF-7 is none, because it hides markup. Bytes that do not fit come out as U+FFFD.
    /// </summary>
    public static Encoding? Named(string label)
    {
        var name = label.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "latin-1" or "iso8859-1" or "iso_8859-1" or "us-ascii" or "ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "tis-620" or "iso-8859-11" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "shift-jis" or "x-sjis" or "sjis" or "windows-31j" => "shift_jis",
            "ks_c_5601-1987" or "ksc5601" => "euc-kr",
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            var other => other,
        };
        if (name is "utf-7" or "unicode-1-1-utf-7" or "x-user-defined")
        {
            return null;
        }

        try
        {
            return name == "windows-1252" ? Windows1252
                : CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)
                    ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
