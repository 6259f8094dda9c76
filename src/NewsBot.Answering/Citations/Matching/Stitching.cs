namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// How much a claim would have to be stitched together from the source: the cheapest way to read its words off the source from left to right,
/// where going on with the next word is free, leaving words out costs little, turning to another sentence costs much, and a word
/// that is not there costs most. A summary that joins the beginning of one sentence to the end of another is told by it from one that only left
/// a clause out. Found by dynamic programming over the places of the claim's words.
/// </summary>
internal static class Stitching
{
    private const double MissingContent = 1.0;
    private const double MissingFunction = 0.35;
    private const double OtherSentence = 1.0;
    private const double Backwards = 0.8;
    private const double LeftOut = 0.35;
    private const double LeftOutClause = 0.1;
    private const double PerWordLeftOut = 0.03;
    private const int MostWordsCounted = 15;

    // Of all ways to read the claim so far the cheapest are followed; of a frequent word the first places are tried as a new beginning.
    private const int MostWays = 48;
    private const int MostBeginnings = 48;
    private const int MostStepsOfWay = 6;

    /// <summary>The cost per word of the claim, 0 for what was copied in one piece.</summary>
    public static double Cost(ClaimReading claim, PreparedSource source)
    {
        var ways = new List<Way>();
        var next = new List<Way>();
        var cheapest = 0.0;
        foreach (var word in claim.Words)
        {
            next.Clear();
            var missing = word.IsFunction ? MissingFunction : MissingContent;
            var places = source.IdOf(word.Stem) is >= 0 and var id ? source.PlacesOf(id) : [];
            foreach (var way in ways)
            {
                next.Add(way with { Cost = way.Cost + missing });
                GoOn(way, places, source, next);
            }

            // A piece never needs to begin with a function word: its next word can as well.
            for (var index = 0; index < places.Count && index < MostBeginnings && !word.IsFunction; index++)
            {
                next.Add(new Way(places[index], cheapest + OtherSentence));
            }

            cheapest = Keep(next, ways, cheapest + missing);
        }

        return claim.Words.Length == 0 ? 0 : Math.Max(0, cheapest - OtherSentence) / claim.Words.Length;
    }

    // On to the next places of the word in the same sentence, or back to the last one before.
    private static void GoOn(Way way, IReadOnlyList<int> places, PreparedSource source, List<Way> next)
    {
        var sentence = source.SentenceOf[way.Place];
        var first = FirstAfter(places, way.Place);
        for (var index = Math.Max(0, first - 1); index < places.Count && index < first + MostStepsOfWay; index++)
        {
            if (source.SentenceOf[places[index]] == sentence)
            {
                next.Add(new Way(places[index], way.Cost + Step(way.Place, places[index], source)));
            }
        }
    }

    private static int FirstAfter(IReadOnlyList<int> places, int place)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle] <= place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double Step(int from, int place, PreparedSource source)
    {
        if (place == from + 1)
        {
            return 0;
        }

        if (place <= from)
        {
            return Backwards;
        }

        var isClause = source.Words[from + 1].FollowsBreak && source.Words[place].FollowsBreak;
        return (isClause ? LeftOutClause : LeftOut) + (PerWordLeftOut * Math.Min(place - from - 1, MostWordsCounted));
    }

    // The cheapest way to each place; what is dearer than a new beginning can never win.
    private static double Keep(List<Way> next, List<Way> ways, double withoutWay)
    {
        next.Sort();
        var cheapest = next.Count > 0 ? Math.Min(withoutWay, next[0].Cost) : withoutWay;
        ways.Clear();
        foreach (var way in next)
        {
            if (ways.Count == MostWays || way.Cost > cheapest + OtherSentence)
            {
                break;
            }

            if (!ways.Exists(kept => kept.Place == way.Place))
            {
                ways.Add(way);
            }
        }

        return cheapest;
    }

    private readonly record struct Way(int Place, double Cost) : IComparable<Way>
    {
        public int CompareTo(Way other) => Cost != other.Cost ? Cost.CompareTo(other.Cost) : Place.CompareTo(other.Place);
    }
}
