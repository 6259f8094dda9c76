using System.Runtime.InteropServices;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// Tells of an article whether it comes for the first time, in memory that does not grow with their number (a Bloom filter whose bits for one entry lie in one word:
/// Putze, Sanders and Singler, 2007). It takes a new article for a known one once among 30,000 when a million were added, and once among a hundred at ten million.
/// </summary>
internal sealed class AddedArticles
{
    private const int BitsOfWord = 20;

    private readonly ulong[] words = new ulong[1 << BitsOfWord];

    /// <summary>Takes an article in; true when it certainly comes for the first time.</summary>
    public bool Add(Guid article)
    {
        // Identities are hashes but for the bits in their middle that say so.
        var hash = MemoryMarshal.Cast<byte, uint>(article.ToByteArray());
        ref var word = ref words[hash[0] >> (32 - BitsOfWord)];
        var bits = BitsOf(hash[3]);
        var isNew = (word & bits) != bits;
        word |= bits;
        return isNew;
    }

    /// <summary>Four bits, each chosen by six others of the hash.</summary>
    private static ulong BitsOf(uint hash) =>
        (1UL << (int)(hash & 63)) | (1UL << (int)((hash >> 6) & 63)) | (1UL << (int)((hash >> 12) & 63)) | (1UL << (int)((hash >> 18) & 63));
}
