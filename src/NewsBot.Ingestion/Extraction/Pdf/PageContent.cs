namespace NewsBot.Ingestion.Extraction.Pdf;

/// <summary>What a page's content asks of whoever draws it, told from its bytes.</summary>
/// <param name="TextBytes">The bytes in its strings: at most as many letters, each of which becomes an object of its own.</param>
/// <param name="SavedStates">How many graphics states it has saved at a time (<c>q</c> without <c>Q</c>), each of which is kept; the specification allows 28 (ISO 32000-1, annex C).</param>
internal readonly record struct PageContent(int TextBytes, int SavedStates)
{
    /// <summary>A page of a newspaper has 30,000 letters; a font's table from signs to letters, which is a stream too, has 260,000 bytes.</summary>
    private const int MostTextBytes = 400_000;

    private const int MostSavedStates = 5_000;

    /// <summary>Whether it is more than any page asks.</summary>
    public bool IsTooCostly => TextBytes > MostTextBytes || SavedStates > MostSavedStates;

    /// <summary>Measures content. Linear in its length.</summary>
    public static PageContent Of(ReadOnlySpan<byte> bytes)
    {
        var (text, states, most) = (0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            switch (bytes[i])
            {
                case (byte)'(':
                    var end = EndOfString(bytes, i);
                    text += end - i - 1;
                    i = end;
                    break;
                case (byte)'<' when i + 1 < bytes.Length && bytes[i + 1] != '<':
                    var close = bytes[i..].IndexOf((byte)'>');
                    var length = close < 0 ? bytes.Length - i : close;
                    text += length / 2;
                    i += length;
                    break;
                case (byte)'q' when IsOperator(bytes, i):
                    states++;
                    most = Math.Max(most, states);
                    break;
                case (byte)'Q' when IsOperator(bytes, i):
                    states = Math.Max(0, states - 1);
                    break;
            }
        }

        return new PageContent(text, most);
    }

    private static int EndOfString(ReadOnlySpan<byte> bytes, int start)
    {
        var open = 1;
        for (var i = start + 1; i < bytes.Length; i++)
        {
            open += bytes[i] == '(' ? 1 : bytes[i] == ')' ? -1 : 0;
            i += bytes[i] == '\\' ? 1 : 0;
            if (open == 0)
            {
                return i;
            }
        }

        return bytes.Length;
    }

    private static bool IsOperator(ReadOnlySpan<byte> bytes, int at) =>
        (at == 0 || IsBlank(bytes[at - 1])) && (at == bytes.Length - 1 || IsBlank(bytes[at + 1]));

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or (byte)'\f' or 0;
}
