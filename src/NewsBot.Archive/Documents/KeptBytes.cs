using System.IO.Compression;

namespace NewsBot.Archive;

/// <summary>Document bytes as they are kept: packed with Brotli, quickly.</summary>
internal static class KeptBytes
{
    /// <summary>The bytes as they are kept.</summary>
    public static byte[] Packed(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var compressor = new BrotliStream(result, CompressionLevel.Fastest))
        {
            compressor.Write(bytes);
        }

        return result.ToArray();
    }

    /// <summary>The bytes as they were.</summary>
    public static byte[] Unpacked(byte[] kept)
    {
        using var decompressor = new BrotliStream(new MemoryStream(kept), CompressionMode.Decompress);
        using var result = new MemoryStream();
        decompressor.CopyTo(result);
        return result.ToArray();
    }
}
