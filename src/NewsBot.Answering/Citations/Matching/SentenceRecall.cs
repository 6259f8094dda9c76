using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Matching;

/// <summary>Neighbouring sentences of a source.</summary>
/// <param name="First">The first sentence.</param>
/// <param name="Count">How many.</param>
/// <param name="Recall">The share of the claim's weight that stands in them, 0 to 1.</param>
internal readonly record struct SentenceWindow(int First, int Count, double Recall);

/// <summary>
/// How much of a claim stands in the sentences of a source: by single sentences, by neighbours, and by the best few anywhere.
/// Costs what the claim's words occur in the source.
/// </summary>
internal sealed class SentenceRecall
{
    private const int MostNeighbours = 3;

    // A wider window must bring in this share of the claim more, else the narrower one is the better place to show.
    private const double GainOfWiderWindow = 0.06;

    private const double RecallOfOwnSentence = 0.72;

    private readonly ClaimReading _claim;
    private readonly UInt128[] _termsIn;
    private readonly List<int> _touched = [];

    /// <summary>Finds where a claim's terms stand.</summary>
    public SentenceRecall(ClaimReading claim, PreparedSource source)
    {
        _claim = claim;
        _termsIn = new UInt128[source.SentenceCount];
        var marked = UInt128.Zero;
        for (var at = 0; at < claim.Words.Length; at++)
        {
            var term = UInt128.One << claim.TermOf[at];
            if ((marked & term) == UInt128.Zero)
            {
                marked |= term;
                Mark(source, source.IdOf(claim.Words[at].Stem), term);
            }
        }

        MarkDates(source);
        _touched.Sort();
        BestOf = [default, BestWindow(1), BestWindow(2), BestWindow(MostNeighbours)];
        Best = ChooseWindow();
        Chosen = ChooseAnywhere(MostNeighbours);
        Everything = _touched.Aggregate(UInt128.Zero, (all, sentence) => all | _termsIn[sentence]);
    }

    /// <summary>The best window of one, two and three sentences, at those indexes.</summary>
    public SentenceWindow[] BestOf { get; }

    /// <summary>The place to show: as few neighbouring sentences as hold what the best of them hold.</summary>
    public SentenceWindow Best { get; }

    /// <summary>
    /// The place to compare word for word: the best sentence alone where it is the claim's own sentence, since a name that was put in from
    /// its neighbour would otherwise be found there.
    /// </summary>
    public SentenceWindow Closest => BestOf[1].Recall >= RecallOfOwnSentence ? BestOf[1] : Best;

    /// <summary>The best three sentences anywhere, greedily chosen, best first.</summary>
    public IReadOnlyList<int> Chosen { get; }

    /// <summary>The terms that stand anywhere in the source.</summary>
    public UInt128 Everything { get; }

    /// <summary>The share of the claim's weight in a set of terms.</summary>
    public double ShareOf(UInt128 terms) => _claim.TotalWeight > 0 ? _claim.WeightOf(terms) / _claim.TotalWeight : 0;

    /// <summary>The share of the claim that the best three sentences anywhere hold.</summary>
    public double ShareOfChosen => ShareOf(TermsOfChosen);

    /// <summary>The terms that <see cref="Best"/> holds.</summary>
    public UInt128 TermsOfBest => TermsIn(Best);

    /// <summary>The terms that the best three sentences hold.</summary>
    public UInt128 TermsOfChosen => Chosen.Aggregate(UInt128.Zero, (all, sentence) => all | _termsIn[sentence]);

    /// <summary>The terms of the claim that stand in a sentence.</summary>
    public UInt128 TermsIn(int sentence) => _termsIn[sentence];

    /// <summary>Whether one sentence of the source holds both of two terms.</summary>
    public bool StandTogether(int term, int other)
    {
        var both = (UInt128.One << term) | (UInt128.One << other);
        return _touched.Exists(sentence => (_termsIn[sentence] & both) == both);
    }

    private UInt128 TermsIn(SentenceWindow window)
    {
        var terms = UInt128.Zero;
        for (var sentence = window.First; sentence < window.First + window.Count; sentence++)
        {
            terms |= _termsIn[sentence];
        }

        return terms;
    }

    private void Mark(PreparedSource source, int stem, UInt128 term)
    {
        if (stem < 0)
        {
            return;
        }

        foreach (var place in source.PlacesOf(stem))
        {
            MarkIn(source.SentenceOf[place], term);
        }
    }

    // "18 November" stands in a sentence that says "on Monday", if its article's day says that it is that Monday.
    private void MarkDates(PreparedSource source)
    {
        foreach (var stated in _claim.Reading.Dates)
        {
            foreach (var date in source.Dates)
            {
                if (date.States(stated))
                {
                    MarkIn(source.SentenceOf[date.From], TermsOf(stated));
                }
            }
        }
    }

    private UInt128 TermsOf(DateMention date)
    {
        var terms = UInt128.Zero;
        for (var at = date.From; at < date.To; at++)
        {
            terms |= UInt128.One << _claim.TermOf[at];
        }

        return terms;
    }

    private void MarkIn(int sentence, UInt128 terms)
    {
        if (_termsIn[sentence] == UInt128.Zero)
        {
            _touched.Add(sentence);
        }

        _termsIn[sentence] |= terms;
    }

    private SentenceWindow BestWindow(int count)
    {
        var best = new SentenceWindow(0, Math.Min(count, _termsIn.Length), 0);
        foreach (var first in _touched)
        {
            var window = new SentenceWindow(first, Math.Min(count, _termsIn.Length - first), 0);
            var share = ShareOf(TermsIn(window));
            best = share > best.Recall ? window with { Recall = share } : best;
        }

        return best;
    }

    private SentenceWindow ChooseWindow()
    {
        var best = BestOf[1];
        for (var count = 2; count <= MostNeighbours; count++)
        {
            best = BestOf[count].Recall >= best.Recall + GainOfWiderWindow ? BestOf[count] : best;
        }

        return best;
    }

    private List<int> ChooseAnywhere(int count)
    {
        var chosen = new List<int>(count);
        var terms = UInt128.Zero;
        while (chosen.Count < count)
        {
            var (best, gain) = (-1, 0.0);
            foreach (var sentence in _touched)
            {
                var added = _termsIn[sentence] & ~terms;
                var weight = added == UInt128.Zero ? 0 : _claim.WeightOf(added);
                (best, gain) = weight > gain ? (sentence, weight) : (best, gain);
            }

            if (best < 0)
            {
                break;
            }

            chosen.Add(best);
            terms |= _termsIn[best];
        }

        return chosen;
    }
}
