using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using NewsBot.Retrieval.Dense.Vectors;

namespace NewsBot.Benchmarks.Dense;

/// <summary>What comparing a question with vectors costs, beside the ways that System.Numerics.Tensors offers, and what 8 bits lose.</summary>
internal static class VectorScan
{
    private const int Dimensions = 384;
    private const int Vectors = 100_000;
    private const int Best = 10;

    public static void Measure()
    {
        var random = new Random(2_026);
        var floats = new float[Vectors * Dimensions];
        foreach (ref var value in floats.AsSpan())
        {
            value = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        }

        var (bytes, scales) = (new sbyte[floats.Length], new float[Vectors]);
        for (var i = 0; i < Vectors; i++)
        {
            var vector = floats.AsSpan(i * Dimensions, Dimensions);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
            scales[i] = QuantisedVector.Write(vector, bytes.AsSpan(i * Dimensions, Dimensions));
        }

        var (question, questionBytes, widened) = (floats.AsSpan(0, Dimensions).ToArray(), bytes.AsSpan(0, Dimensions).ToArray(), new float[Dimensions]);
        var exact = Scores("float, TensorPrimitives.Dot", i => TensorPrimitives.Dot(question, floats.AsSpan(i * Dimensions, Dimensions)));
        Scores("int8 widened by TensorPrimitives", i =>
        {
            TensorPrimitives.ConvertTruncating<sbyte, float>(bytes.AsSpan(i * Dimensions, Dimensions), widened);
            return TensorPrimitives.Dot<float>(question, widened) * scales[i];
        });
        var quantised = Scores("int8, 32-bit sums (ours)", i => QuantisedVector.Cosine(questionBytes, scales[0], bytes.AsSpan(i * Dimensions, Dimensions), scales[i]));
        var kept = BestOf(exact).Intersect(BestOf(quantised)).Count();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"largest error of a cosine {exact.Zip(quantised, (a, b) => Math.Abs(a - b)).Max():F4}; {kept} of the best {Best} of {Vectors:N0} random vectors are the same"));
    }

    private static float[] Scores(string name, Func<int, float> score)
    {
        var scores = new float[Vectors];
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < 40; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < Vectors; i++)
            {
                scores[i] = score(i);
            }

            var elapsed = Stopwatch.GetElapsedTime(started);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {fastest.TotalNanoseconds / Vectors,7:F0} ns a vector of {Dimensions}"));
        return scores;
    }

    private static IEnumerable<int> BestOf(float[] scores) => Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(Best);
}
