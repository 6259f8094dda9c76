namespace NewsBot.Retrieval.Qdrant.Statistics;

/// <summary>The distinct terms of an article in few bytes: ascending hashes as differences, seven bits a byte; about three bytes a term.</summary>
internal static class TermList
{
    private const int PayloadBits = 7;
    private const uint Continues = 0x80;

    public static byte[] Encode(IEnumerable<uint> terms)
    {
        var bytes = new List<byte>();
        var previous = 0u;
        foreach (var term in terms.Order())
        {
            var difference = term - previous;
            previous = term;
            while (difference >= Continues)
            {
                bytes.Add((byte)(difference | Continues));
                difference >>= PayloadBits;
            }

            bytes.Add((byte)difference);
        }

        return [.. bytes];
    }

    public static IEnumerable<uint> Decode(byte[] bytes)
    {
        var term = 0u;
        for (var i = 0; i < bytes.Length;)
        {
            var difference = 0u;
            var shift = 0;
            while ((bytes[i] & Continues) != 0)
            {
                difference |= (bytes[i++] & ~Continues) << shift;
                shift += PayloadBits;
            }

            term += difference | ((uint)bytes[i++] << shift);
            yield return term;
        }
    }
}
