using System.Numerics.Tensors;

namespace NewsBot.Retrieval.Dense.Vectors;

/// <summary>
/// A direction in 8 bits a dimension: each number as a multiple of a scale of its own, chosen so that the stored vector has length 1. A quarter of
/// the memory; what it costs in quality is measured in docs/BENCHMARKS.md.
/// </summary>
internal static class QuantisedVector
{
    private const float Largest = sbyte.MaxValue;

    /// <summary>Writes a vector's direction; returns the scale. The zero vector has scale 0.</summary>
    /// <exception cref="ArgumentException">A number of it is not finite.</exception>
    public static float Write(ReadOnlySpan<float> vector, Span<sbyte> quantised)
    {
        var largest = TensorPrimitives.MaxMagnitude(vector);
        if (!float.IsFinite(largest))
        {
            throw new ArgumentException("A vector holds a number that is not finite.", nameof(vector));
        }

        var (step, squares) = (Math.Abs(largest) / Largest, 0L);
        for (var i = 0; i < vector.Length; i++)
        {
            var value = step == 0 ? 0 : (int)MathF.Round(vector[i] / step);
            quantised[i] = (sbyte)value;
            squares += value * value;
        }

        return squares == 0 ? 0 : (float)(1 / Math.Sqrt(squares));
    }

    /// <summary>The cosine of two quantised vectors of the same size.</summary>
    public static float Cosine(ReadOnlySpan<sbyte> left, float leftScale, ReadOnlySpan<sbyte> right, float rightScale) =>
        Int8Product.Of(left, right) * leftScale * rightScale;
}
