using NewsBot.Answering.Claims.Reading;
using NewsBot.Archive;

namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// A claim as the verifier reads it: its words, and its terms: the distinct stems, each with a weight and a bit. A claim has at
/// most <see cref="MostTerms"/> words, so that a set of terms fits one <see cref="UInt128"/>.
/// </summary>
internal sealed class ClaimReading
{
    /// <summary>The most words of a claim; longer texts are checked in parts.</summary>
    public const int MostTerms = 128;

    private ClaimReading(TextReading reading, TextRange range)
    {
        Reading = reading;
        Quotations = QuotationReader.Read(reading.Text, range, reading.Words);
        TermOf = new int[Words.Length];
        var terms = new Dictionary<string, int>(Words.Length, StringComparer.Ordinal);
        var termWeights = new List<double>(Words.Length);
        for (var at = 0; at < Words.Length; at++)
        {
            if (!terms.TryGetValue(Words[at].Stem, out var term))
            {
                term = terms[Words[at].Stem] = termWeights.Count;
                termWeights.Add(WordWeights.Of(Words[at]));
            }

            TermOf[at] = term;
        }

        TermWeights = [.. termWeights];
        TotalWeight = termWeights.Sum();
    }

    /// <summary>What was read.</summary>
    public TextReading Reading { get; }

    /// <summary>The words.</summary>
    public Word[] Words => Reading.Words;

    /// <summary>The quotations.</summary>
    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>The term of each word.</summary>
    public int[] TermOf { get; }

    /// <summary>The weight of each term.</summary>
    public double[] TermWeights { get; }

    /// <summary>The weight of all terms together, above 0 for a claim with words.</summary>
    public double TotalWeight { get; }

    /// <summary>Reads a claim.</summary>
    public static ClaimReading Of(ComparisonReader reader, string text, TextRange range) => new(TextReading.Of(reader, text, range), range);

    /// <summary>The weight of a set of terms.</summary>
    public double WeightOf(UInt128 terms)
    {
        var weight = 0.0;
        while (terms != UInt128.Zero)
        {
            var term = (int)UInt128.TrailingZeroCount(terms);
            weight += TermWeights[term];
            terms &= terms - UInt128.One;
        }

        return weight;
    }
}
