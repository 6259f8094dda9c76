using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsBot.Ingestion.Extraction.Decoding;

/// <summary>
/// UTF-8 as the web has it: pages of many hands hold a few bytes of another encoding, mostly the typographic quotes of windows-1252, and downloads end in
/// the middle of a letter. Such a page is UTF-8 all the same.
/// </summary>
internal static class Utf8Text
{
    /// <summary>
    /// A page is UTF-8 if it has this many letters beyond ASCII in that form for each byte that does not fit. Text in the encodings of East Asia, where
    /// such forms turn up by chance most often, has less than one for five.
    /// </summary>
    private const int LettersForOneStray = 5;

    private static readonly Encoding Lenient = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new StrayBytes());

    /// <summary>Whether the bytes are UTF-8, but for a few.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes)
    {
        var whole = WithoutCutLetter(bytes);
        if (Utf8.IsValid(whole))
        {
            return true;
        }

        var (letters, strays) = (0, 0);
        while (whole.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var next)
        {
            whole = whole[next..];
            var isLetter = Rune.DecodeFromUtf8(whole, out _, out var length) == OperationStatus.Done;
            letters += isLetter ? 1 : 0;
            strays += isLetter ? 0 : 1;
            whole = whole[length..];
        }

        return letters >= LettersForOneStray * strays;
    }

    /// <summary>The characters; bytes that do not fit are read as windows-1252, a letter that is cut at the end is left out.</summary>
    public static string Read(ReadOnlySpan<byte> bytes) => Lenient.GetString(WithoutCutLetter(bytes));

    private static ReadOnlySpan<byte> WithoutCutLetter(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeLastFromUtf8(bytes, out _, out var length) == OperationStatus.NeedMoreData ? bytes[..^length] : bytes;

    private sealed class StrayBytes : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string characters = "";
            private int next;

            public override int Remaining => characters.Length - next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (characters, next) = (WebEncodings.Windows1252.GetString(bytesUnknown), 0);
                return characters.Length > 0;
            }

            public override char GetNextChar() => next < characters.Length ? characters[next++] : '\0';

            public override bool MovePrevious() => next > 0 && next-- > 0;

            public override void Reset() => (characters, next) = ("", 0);
        }
    }
}
