using System.Buffers.Binary;

namespace NewsBot.Archive;

/// <summary>The bands and the sketch of an article, as they are kept until the article changes or goes.</summary>
/// <param name="Article">The key of its row.</param>
/// <param name="Day">The day as <see cref="StoryKey.DayOf"/> gives it.</param>
/// <param name="Bands">The bands in which it stands, 1 to <see cref="StoryBands.Count"/>.</param>
/// <param name="Sketch">Its sketch, of <see cref="StorySketch.Length"/> bytes.</param>
internal sealed record KeptKeys(long Article, int Day, long[] Bands, byte[] Sketch)
{
    private const int DayAt = sizeof(long);
    private const int CountAt = DayAt + sizeof(int);
    private const int SketchAt = CountAt + 1;
    private const int BandsAt = SketchAt + StorySketch.Length;

    /// <summary>The number of bytes that it takes at most.</summary>
    public const int MostBytes = BandsAt + (StoryBands.Count * sizeof(long));

    /// <summary>Entries as bytes, one behind the other; numbers with their lowest byte first.</summary>
    public static byte[] Encode(IEnumerable<KeptKeys> entries)
    {
        var list = entries.ToList();
        var bytes = new byte[list.Sum(entry => BytesOf(entry.Bands.Length))];
        var rest = bytes.AsSpan();
        foreach (var entry in list)
        {
            entry.WriteTo(rest);
            rest = rest[BytesOf(entry.Bands.Length)..];
        }

        return bytes;
    }

    /// <summary>Entries that were kept.</summary>
    public static List<KeptKeys> Decode(ReadOnlySpan<byte> bytes)
    {
        var entries = new List<KeptKeys>();
        while (!bytes.IsEmpty)
        {
            entries.Add(new KeptKeys(ArticleOf(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[DayAt..]), BandsOf(bytes), bytes[SketchAt..BandsAt].ToArray()));
            bytes = bytes[BytesOf(bytes[CountAt])..];
        }

        return entries;
    }

    /// <summary>The sketch of an article among entries; empty where it is not there.</summary>
    public static ReadOnlySpan<byte> SketchIn(ReadOnlySpan<byte> bytes, long article)
    {
        while (!bytes.IsEmpty && ArticleOf(bytes) != article)
        {
            bytes = bytes[BytesOf(bytes[CountAt])..];
        }

        return bytes.IsEmpty ? [] : bytes[SketchAt..BandsAt];
    }

    private static int BytesOf(int bands) => BandsAt + (bands * sizeof(long));

    private static long ArticleOf(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadInt64LittleEndian(entry);

    private static long[] BandsOf(ReadOnlySpan<byte> entry)
    {
        var bands = new long[entry[CountAt]];
        for (var band = 0; band < bands.Length; band++)
        {
            bands[band] = BinaryPrimitives.ReadInt64LittleEndian(entry[(BandsAt + (band * sizeof(long)))..]);
        }

        return bands;
    }

    private void WriteTo(Span<byte> entry)
    {
        BinaryPrimitives.WriteInt64LittleEndian(entry, Article);
        BinaryPrimitives.WriteInt32LittleEndian(entry[DayAt..], Day);
        entry[CountAt] = (byte)Bands.Length;
        Sketch.CopyTo(entry[SketchAt..]);
        for (var band = 0; band < Bands.Length; band++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(entry[(BandsAt + (band * sizeof(long)))..], Bands[band]);
        }
    }
}
