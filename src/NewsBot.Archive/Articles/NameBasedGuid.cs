using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Archive;

/// <summary>Name-based identifiers: UUID version 5 of RFC 9562, section 5.5.</summary>
public static class NameBasedGuid
{
    /// <summary>The UUIDv5 of a name (as UTF-8) in a namespace. The same input gives the same identifier everywhere.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 prescribes SHA-1 for version 5; nothing here relies on its strength.")]
    public static Guid Create(Guid space, string name)
    {
        var nameLength = Encoding.UTF8.GetByteCount(name);
        var input = new byte[16 + nameLength];
        space.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
