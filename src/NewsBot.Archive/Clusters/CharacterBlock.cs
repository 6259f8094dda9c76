using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Archive;

/// <summary>
/// Sixty-four characters of a text, told apart all at once: a bit for each character in its masks, the first one lowest. Nearly every word of languages that are written
/// in Latin letters is short and of plain letters and digits; what else there is shows in <see cref="Others"/> and <see cref="Joints"/> and is for its reader to look at.
/// </summary>
internal struct CharacterBlock
{
    /// <summary>The number of characters.</summary>
    public const int Length = 64;

    /// <summary>The most characters of a word that can be hashed.</summary>
    public const int LongestWord = 15;

    private const int AtOnce = 16;
    private const byte LowerCase = 0x20;
    private const byte Letters = 26;
    private const byte Digits = 10;

    /// <summary>The comma, the hyphen, the full stop and the slash follow each other.</summary>
    private const byte Joining = 4;

    private const ulong Last = 1UL << (Length - 1);
    private const ulong FirstSeed = 0xA076_1D64_78BD_642F;
    private const ulong SecondSeed = 0xE703_7ED1_A0B4_28DB;

    private LowerCaseBytes lower;
    private ulong digits;
    private ulong joining;

    /// <summary>The plain letters and digits.</summary>
    public ulong Words { get; private set; }

    /// <summary>The characters that are not ASCII; some of them are letters.</summary>
    public ulong Others { get; private set; }

    /// <summary>The characters that may join digits to a number: those between digits, and one behind a digit at the end of the block.</summary>
    public readonly ulong Joints => joining & (digits << 1) & ((digits >> 1) | Last);

    /// <summary>The block of a text that begins at a place; what it has beyond the text's end counts as separators.</summary>
    public static void Read(ReadOnlySpan<char> text, int at, out CharacterBlock block)
    {
        Unsafe.SkipInit(out block);
        block.Words = block.Others = block.digits = block.joining = 0;
        var characters = MemoryMarshal.Cast<char, ushort>(text[at..]);
        if (characters.Length >= Length)
        {
            block.Classify(characters);
            return;
        }

        Span<ushort> padded = stackalloc ushort[Length];
        padded.Clear();
        characters.CopyTo(padded);
        block.Classify(padded);
    }

    /// <summary>The hash of plain letters and digits, in which upper and lower case make no difference (the multiplication of wyhash, Wang Yi 2019).</summary>
    /// <param name="start">The first one.</param>
    /// <param name="length">Their number, at most <see cref="LongestWord"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ulong HashOf(int start, int length)
    {
        var bytes = Vector128.LoadUnsafe(in lower[0], (nuint)start);
        var word = (bytes & Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length))).AsUInt64();
        var high = Math.BigMul(word[0] ^ FirstSeed, word[1] ^ SecondSeed, out var low);
        return high ^ low;
    }

    private void Classify(ReadOnlySpan<ushort> characters)
    {
        for (var at = 0; at < Length; at += AtOnce)
        {
            var window = Vector256.Create(characters[at..]);
            var bytes = Vector128.NarrowWithSaturation(window.GetLower(), window.GetUpper());
            var inLowerCase = bytes | Vector128.Create(LowerCase);
            inLowerCase.StoreUnsafe(ref lower[at]);
            var isDigit = IsAmong(bytes, (byte)'0', Digits);
            digits |= MaskOf(isDigit) << at;
            Words |= MaskOf(IsAmong(inLowerCase, (byte)'a', Letters) | isDigit) << at;
            joining |= MaskOf(IsAmong(bytes, (byte)',', Joining)) << at;
            Others |= MaskOf(bytes) << at;
        }
    }

    private static Vector128<byte> IsAmong(Vector128<byte> bytes, byte first, byte count) => Vector128.LessThan(bytes - Vector128.Create(first), Vector128.Create(count));

    private static ulong MaskOf(Vector128<byte> bytes) => bytes.ExtractMostSignificantBits();

    /// <summary>A word is loaded with what follows it, so that there is room behind the last one.</summary>
    [InlineArray(Length + AtOnce)]
    private struct LowerCaseBytes
    {
        private byte first;
    }
}
