using System.Text;

namespace NewsBot.Ingestion.Extraction.Decoding;

/// <summary>
/// Tells text of two bytes a letter that lacks its byte order mark: blanks, digits and markup have a zero in each second byte, and nothing else has.
/// </summary>
internal static class Utf16Text
{
    private const int HeadLength = 4_096;

    /// <summary>Of the letters so many are Latin, digits, blanks or markup in any text but a list of names in another script.</summary>
    private const double LeastZeros = 0.05;

    /// <summary>A few letters, such as Ā, have their zero in the other byte.</summary>
    private const int FewerElsewhere = 20;

    /// <summary>The encoding, or null where the bytes are no such text.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..(Math.Min(bytes.Length, HeadLength) & ~1)];
        var (first, second) = (0, 0);
        for (var i = 0; i < head.Length; i += 2)
        {
            first += head[i] == 0 ? 1 : 0;
            second += head[i + 1] == 0 ? 1 : 0;
        }

        var least = Math.Max(1, LeastZeros * head.Length / 2);
        var encoding = second >= least && first <= second / FewerElsewhere ? Encoding.Unicode
            : first >= least && second <= first / FewerElsewhere ? Encoding.BigEndianUnicode
            : null;
        return encoding is not null && IsText(encoding.GetString(head)) ? encoding : null;
    }

    /// <summary>Pictures and tables of numbers have zeros in such places too, but beside control characters and halves of pairs.</summary>
    private static bool IsText(string head)
    {
        foreach (var c in head.AsSpan()[..Math.Max(0, head.Length - 1)])
        {
            if (c is '\uFFFD' or '\uFFFF' || (char.IsControl(c) && !char.IsWhiteSpace(c)))
            {
                return false;
            }
        }

        return true;
    }
}
