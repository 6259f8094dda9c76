using System.Runtime.CompilerServices;

namespace NewsBot.Archive;

/// <summary>The hash that words, runs and bands have in common.</summary>
internal static class StoryHash
{
    /// <summary>Spreads a hash over all its bits (the finaliser of MurmurHash3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
