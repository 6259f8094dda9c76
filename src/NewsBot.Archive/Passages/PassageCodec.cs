using System.Buffers.Binary;

namespace NewsBot.Archive;

/// <summary>Passages as bytes: start and length of each as 32-bit little-endian numbers, in order.</summary>
internal static class PassageCodec
{
    private const int BytesPerPassage = 2 * sizeof(int);

    /// <summary>The bytes of an article's passages.</summary>
    public static byte[] Encode(IReadOnlyList<Passage> passages)
    {
        var bytes = new byte[passages.Count * BytesPerPassage];
        for (var i = 0; i < passages.Count; i++)
        {
            var place = bytes.AsSpan(i * BytesPerPassage);
            BinaryPrimitives.WriteInt32LittleEndian(place, passages[i].Range.Start);
            BinaryPrimitives.WriteInt32LittleEndian(place[sizeof(int)..], passages[i].Range.Length);
        }

        return bytes;
    }

    /// <summary>The passages that were encoded.</summary>
    public static IReadOnlyList<Passage> Decode(ReadOnlySpan<byte> bytes)
    {
        var passages = new Passage[bytes.Length / BytesPerPassage];
        for (var i = 0; i < passages.Length; i++)
        {
            var place = bytes[(i * BytesPerPassage)..];
            var start = BinaryPrimitives.ReadInt32LittleEndian(place);
            passages[i] = new Passage(i, new TextRange(start, start + BinaryPrimitives.ReadInt32LittleEndian(place[sizeof(int)..])));
        }

        return passages;
    }
}
