using System.Text;

namespace NewsBot.Retrieval.Qdrant.Content;

/// <summary>
/// The index of a term in a sparse vector: FNV-1a, 32 bits, of the stem's UTF-8. Stable across processes and versions. Of 160,771 stems of
/// news four pairs met in one value (3.0 are expected); terms that meet are counted as one, in vectors and in statistics alike.
/// </summary>
internal static class TermHash
{
    private const uint OffsetBasis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    private const int LongestStemBytes = 256;

    public static uint Of(ReadOnlySpan<byte> utf8)
    {
        var hash = OffsetBasis;
        foreach (var octet in utf8)
        {
            hash = (hash ^ octet) * Prime;
        }

        return hash;
    }

    public static uint Of(string stem)
    {
        var length = Encoding.UTF8.GetByteCount(stem);
        Span<byte> bytes = length <= LongestStemBytes ? stackalloc byte[LongestStemBytes] : new byte[length];
        return Of(bytes[..Encoding.UTF8.GetBytes(stem, bytes)]);
    }
}
