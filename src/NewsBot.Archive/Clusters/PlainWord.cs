using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Archive;

/// <summary>Reads a word of plain letters and digits at once: nearly every word of most languages that are written in Latin letters is one, and short.</summary>
internal static class PlainWord
{
    /// <summary>So many characters are looked at; a word that fills them all may go on.</summary>
    public const int Window = 16;

    private const byte Lower = 0x20;
    private const byte Letters = 26;
    private const byte Digits = 10;
    private const ulong FirstSeed = 0xA076_1D64_78BD_642F;
    private const ulong SecondSeed = 0xE703_7ED1_A0B4_28DB;

    /// <summary>How many plain letters and digits stand at a place, 0 to <see cref="Window"/>, and their hash, in which upper and lower case make no difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<char> text, int at, out ulong hash) => at + Window <= text.Length
        ? Read(Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)), (nuint)at), out hash)
        : ReadAtEnd(text[at..], out hash);

    private static int ReadAtEnd(ReadOnlySpan<char> rest, out ulong hash)
    {
        Span<ushort> window = stackalloc ushort[Window];
        MemoryMarshal.Cast<char, ushort>(rest).CopyTo(window);
        return Read(Vector256.Create<ushort>(window), out hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Read(Vector256<ushort> window, out ulong hash)
    {
        var characters = Vector128.NarrowWithSaturation(window.GetLower(), window.GetUpper());
        var lower = characters | Vector128.Create(Lower);
        var isWord = Vector128.LessThan(lower - Vector128.Create((byte)'a'), Vector128.Create(Letters)) | Vector128.LessThan(characters - Vector128.Create((byte)'0'), Vector128.Create(Digits));
        var length = BitOperations.TrailingZeroCount(~isWord.ExtractMostSignificantBits());
        var word = (lower & Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length))).AsUInt64();
        hash = Fold(word[0] ^ FirstSeed, word[1] ^ SecondSeed);
        return length;
    }

    /// <summary>Two halves of a word as one hash, of which every bit depends on both (the multiplication of wyhash, Wang Yi 2019).</summary>
    private static ulong Fold(ulong first, ulong second)
    {
        var high = Math.BigMul(first, second, out var low);
        return high ^ low;
    }
}
