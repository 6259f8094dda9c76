using System.Globalization;
using NewsBot.Answering.Questions;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// A question with the weight of each term: how rare the term is in the archive. Knows which terms a run of words holds. For one
/// question; safe for several threads.
/// </summary>
public sealed class WeighedQuestion
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly double[] weights;
    private readonly WordFamilies families;
    private readonly int[][] termFamilies;

    /// <summary>Weighs a question's terms.</summary>
    /// <param name="question">The question.</param>
    /// <param name="rarities">The inverse document frequency of each term, in their order.</param>
    /// <param name="families">Which words stand for one another.</param>
    public WeighedQuestion(AskedQuestion question, IReadOnlyList<double> rarities, WordFamilies families)
    {
        this.families = families;
        Question = question;
        weights = [.. question.Terms.Select((term, i) => rarities[i] * (question.Focus.Contains(term.Stem) ? FocusShare : 1))];
        for (var i = 0; i < weights.Length; i++)
        {
            positions[question.Terms[i].Stem] = i;
        }

        termFamilies = [.. question.Terms.Select(term => families.FamiliesOf(term.Stem).ToArray())];
        Total = weights.Sum();
        NameTotal = WeightOf(position => question.Terms[position].IsName);
    }

    // "Which port city …": the sentence that answers says "Tianjin", often without the words for what it is.
    private const double FocusShare = 0.6;

    /// <summary>The question.</summary>
    public AskedQuestion Question { get; }

    /// <summary>The moment the question is asked for.</summary>
    public DateTimeOffset AsOf { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The days that the question is about, if it says so.</summary>
    public DateRange? Time { get; init; }

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

    /// <summary>Whether a term is a month or a year that a day lies in.</summary>
    public bool IsTimeOf(int position, DateOnly day) => Question.Terms[position] is { IsTime: true } term
        && (term.IsNumber ? term.Stem == day.Year.ToString(CultureInfo.InvariantCulture) : SpanVocabulary.MonthOf(term.Stem) == day.Month);

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

    /// <summary>Which terms a run of words holds, and how.</summary>
    public TermMatches MatchesIn(IReadOnlyList<Word> words)
    {
        var matches = new TermMatches(weights.Length, words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var stem = words[at].Stem;
            if (stem.Length == 0)
            {
                continue;
            }

            if (positions.TryGetValue(stem, out var position))
            {
                matches.Exact[position] = matches.Kin[position] = true;
                matches.TermAt[at] = position;
            }

            MatchKin(stem, matches, at);
            MatchFamilies(families.FamiliesOf(stem), matches, at);
        }

        return matches;
    }

    /// <summary>Whether a word is a term, or of one root with it, or stands for it.</summary>
    public bool StandsFor(string stem, int term) =>
        positions.GetValueOrDefault(stem, -1) == term || (stem.Length > 0 && AreKin(Question.Terms[term].Stem, stem)) || families.FamiliesOf(stem).ContainsAny(termFamilies[term]);

    /// <summary>
    /// Words worth searching for beside the question's own: of a capital its country, of a country its people. Reports name a
    /// government by its capital, its country or its people as they like.
    /// </summary>
    public IReadOnlyList<string> OtherNamesOfPlaces =>
        [.. Question.Terms.Where(term => term.IsName).SelectMany(term => families.PlacesWith(term.Stem)).Distinct(StringComparer.Ordinal)];

    private void MatchKin(string stem, TermMatches matches, int at)
    {
        for (var i = 0; i < matches.Kin.Length; i++)
        {
            if (!Question.Terms[i].IsNumber && AreKin(Question.Terms[i].Stem, stem))
            {
                matches.Kin[i] = true;
                matches.Note(at, i);
            }
        }
    }

    private void MatchFamilies(ReadOnlySpan<int> ofWord, TermMatches matches, int at)
    {
        for (var i = 0; i < matches.Family.Length && ofWord.Length > 0; i++)
        {
            if (ofWord.ContainsAny(termFamilies[i]))
            {
                matches.Family[i] = true;
                matches.Note(at, i);
            }
        }
    }

    // Derived words share their beginning, and what they differ in is an ending: invad(e)/invas(ion), protest(ant)/protestant(ism).
    private static bool AreKin(string one, string other)
    {
        if (one[0] != other[0])
        {
            return false;
        }

        var shared = one.AsSpan().CommonPrefixLength(other);
        return shared >= 4 && Math.Min(one.Length, other.Length) - shared <= 2 && Math.Max(one.Length, other.Length) - shared <= 5;
    }
}
