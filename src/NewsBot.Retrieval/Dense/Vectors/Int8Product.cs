using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Retrieval.Dense.Vectors;

/// <summary>
/// The inner product of 8-bit vectors, summed in 32 bits. TensorPrimitives.Dot sums in the element's own type, which overflows here, and
/// widening into floats first took 1.6 times as long (docs/BENCHMARKS.md, "Meaning").
/// </summary>
internal static class Int8Product
{
    public static int Of(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var a = MemoryMarshal.Cast<sbyte, Vector256<sbyte>>(left);
        var b = MemoryMarshal.Cast<sbyte, Vector256<sbyte>>(right);
        var sums = Vector256<int>.Zero;
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            var (aLow, aHigh) = Vector256.Widen(a[i]);
            var (bLow, bHigh) = Vector256.Widen(b[i]);

            // A product of two 8-bit numbers, and the sum of two such products, fit into 16 bits: 2 · 127² = 32,258.
            var (low, high) = Vector256.Widen((aLow * bLow) + (aHigh * bHigh));
            sums += low + high;
        }

        var sum = Vector256.Sum(sums);
        for (var i = a.Length * Vector256<sbyte>.Count; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
