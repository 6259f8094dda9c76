using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsBot.Retrieval.Dense.Vectors;

/// <summary>What a vector stands for.</summary>
/// <param name="Article">The article.</param>
/// <param name="Version">The version whose words were read.</param>
/// <param name="Passage">The passage's number, or <see cref="OfArticle"/> for title and lead.</param>
internal readonly record struct VectorKey(Guid Article, int Version, int Passage)
{
    /// <summary>In place of a passage's number: the vector of title and lead, by which the article is ranked first.</summary>
    public const int OfArticle = -1;
}

/// <summary>
/// How a vector file is laid out, little-endian: a header of 512 bytes (mark, dimensions, model name, a number of this making of the file, checksum), then records of one size: article
/// (16 bytes), version, passage, scale, checksum, and the numbers, filled up to a multiple of 32.
/// </summary>
internal sealed class VectorLayout
{
    public const int HeaderSize = 512;

    private const int MostNameBytes = 256;
    private const int MakingAt = HeaderSize - 32;
    private const int ChecksumAt = HeaderSize - sizeof(ulong);
    private const int NumbersAt = 32;
    private const int RecordChecksumAt = 28;
    private const int Alignment = 32;

    public VectorLayout(VectorModel model)
    {
        Model = model;
        RecordSize = NumbersAt + ((model.Dimensions + Alignment - 1) / Alignment * Alignment);
    }

    public VectorModel Model { get; }

    /// <summary>Bytes of one record.</summary>
    public int RecordSize { get; }

    private static ReadOnlySpan<byte> Mark => "NewsBot vectors 1\n"u8;

    /// <summary>The header of a new file.</summary>
    /// <exception cref="InvalidOperationException">The model's name is too long, or its vectors too large.</exception>
    public byte[] WriteHeader()
    {
        var header = new byte[HeaderSize];
        var name = Encoding.UTF8.GetBytes(Model.Name);
        if (name.Length > MostNameBytes || Model.Dimensions is < 1 or > VectorModel.MostDimensions)
        {
            throw new InvalidOperationException($"No vectors of the model '{Model.Name}' with {Model.Dimensions} dimensions can be kept.");
        }

        var rest = header.AsSpan();
        Mark.CopyTo(rest);
        rest = rest[Mark.Length..];
        BinaryPrimitives.WriteInt32LittleEndian(rest, Model.Dimensions);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[4..], (ushort)name.Length);
        name.CopyTo(rest[6..]);
        Guid.NewGuid().TryWriteBytes(header.AsSpan(MakingAt));
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(ChecksumAt), XxHash3.HashToUInt64(header.AsSpan(0, ChecksumAt)));
        return header;
    }

    /// <summary>The layout that a header states, or null where it is no header of this version or damaged.</summary>
    public static VectorLayout? ReadHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length < HeaderSize
            || !header.StartsWith(Mark)
            || BinaryPrimitives.ReadUInt64LittleEndian(header[ChecksumAt..]) != XxHash3.HashToUInt64(header[..ChecksumAt]))
        {
            return null;
        }

        var rest = header[Mark.Length..];
        var name = Encoding.UTF8.GetString(rest.Slice(6, BinaryPrimitives.ReadUInt16LittleEndian(rest[4..])));
        return new VectorLayout(new VectorModel(name, BinaryPrimitives.ReadInt32LittleEndian(rest)));
    }

    /// <summary>Writes a record.</summary>
    public void WriteRecord(Span<byte> record, VectorKey key, ReadOnlySpan<float> vector)
    {
        record.Clear();
        var scale = QuantisedVector.Write(vector, MemoryMarshal.Cast<byte, sbyte>(record.Slice(NumbersAt, Model.Dimensions)));
        key.Article.TryWriteBytes(record);
        BinaryPrimitives.WriteInt32LittleEndian(record[16..], key.Version);
        BinaryPrimitives.WriteInt32LittleEndian(record[20..], key.Passage);
        BinaryPrimitives.WriteSingleLittleEndian(record[24..], scale);
        BinaryPrimitives.WriteUInt32LittleEndian(record[RecordChecksumAt..], ChecksumOf(record));
    }

    /// <summary>Whether a record is as it was written.</summary>
    public static bool IsSound(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadUInt32LittleEndian(record[RecordChecksumAt..]) == ChecksumOf(record);

    public static VectorKey KeyOf(ReadOnlySpan<byte> record) =>
        new(new Guid(record[..16]), BinaryPrimitives.ReadInt32LittleEndian(record[16..]), BinaryPrimitives.ReadInt32LittleEndian(record[20..]));

    public static float ScaleOf(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadSingleLittleEndian(record[24..]);

    /// <summary>The numbers, with the zeros that fill them up.</summary>
    public static ReadOnlySpan<sbyte> NumbersOf(ReadOnlySpan<byte> record) => MemoryMarshal.Cast<byte, sbyte>(record[NumbersAt..]);

    private static uint ChecksumOf(ReadOnlySpan<byte> record) =>
        (uint)(XxHash3.HashToUInt64(record[..RecordChecksumAt]) ^ (XxHash3.HashToUInt64(record[NumbersAt..]) * 31));
}
