using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// A question with the weight of each term: how rare the term is in the archive. Knows which terms a run of words holds. For one
/// question; safe for several threads.
/// </summary>
public sealed class WeighedQuestion
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly double[] weights;

    /// <summary>Weighs a question's terms.</summary>
    /// <param name="question">The question.</param>
    /// <param name="rarityOf">The weight of a term, greater than 0: its inverse document frequency.</param>
    public WeighedQuestion(AskedQuestion question, Func<QuestionTerm, double> rarityOf)
    {
        Question = question;
        weights = [.. question.Terms.Select(term => Math.Max(rarityOf(term), 0.01) * (question.Focus.Contains(term.Stem) ? FocusShare : 1))];
        for (var i = 0; i < weights.Length; i++)
        {
            positions[question.Terms[i].Stem] = i;
        }

        Total = weights.Sum();
        NameTotal = WeightOf(position => question.Terms[position].IsName);
    }

    // "Which port city …": the sentence that answers says "Tianjin", often without the words for what it is.
    private const double FocusShare = 0.6;

    /// <summary>The question.</summary>
    public AskedQuestion Question { get; }

    /// <summary>The weight of all terms.</summary>
    public double Total { get; }

    /// <summary>The weight of the terms that are names.</summary>
    public double NameTotal { get; }

    /// <summary>How many terms there are.</summary>
    public int Count => weights.Length;

    /// <summary>The position of a term by its stem, or -1.</summary>
    public int PositionOf(string stem) => positions.GetValueOrDefault(stem, -1);

    /// <summary>The weight of the term at a position.</summary>
    public double WeightAt(int position) => weights[position];

    /// <summary>The weight of the terms that fulfil a condition.</summary>
    public double WeightOf(Func<int, bool> holds)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += holds(i) ? weights[i] : 0;
        }

        return sum;
    }

    /// <summary>Which terms stand in a run of words.</summary>
    public bool[] HeldBy(IReadOnlyList<Word> words)
    {
        var held = new bool[weights.Length];
        foreach (var word in words)
        {
            if (positions.TryGetValue(word.Stem, out var position))
            {
                held[position] = true;
            }
        }

        return held;
    }
}
