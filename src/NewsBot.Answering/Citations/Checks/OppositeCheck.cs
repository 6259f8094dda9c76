using System.Collections.Frozen;
using NewsBot.Answering.Citations.Matching;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>Finds a word that stands where the source has its opposite: "rose" for "fell".</summary>
internal static class OppositeCheck
{
    private const double NeededMatch = 0.5;
    private const int WidestGap = 3;

    private static readonly string[] Pairs =
    [
        "rise rose risen rises rising climb climbed gain gained gains increase increased increases up higher grew grow growth jumped surged|fall fell fallen falls falling drop dropped lose lost losses decrease decreased decreases down lower shrank shrink decline declined plunged",
        "more|less fewer", "above|below", "before|after", "over|under", "win won wins winning|lose lost loses losing", "accept accepted accepts approve approved approves|reject rejected rejects",
        "support supported supports backed|oppose opposed opposes", "allow allowed allows permit permitted|ban banned bans forbid forbade barred prohibit prohibited", "open opened opens|close closed closes shut",
        "buy bought buys|sell sold sells", "best|worst", "first|last", "alive|dead", "guilty|innocent", "success|failure", "succeeded|failed", "hired|fired", "begin began begun start started|end ended stop stopped",
        "arrive arrived|leave left departed", "north northern|south southern", "east eastern|west western", "male men man|female women woman", "husband|wife", "father|mother", "son|daughter", "brother|sister",
        "early earlier|late later", "high|low", "largest biggest|smallest", "majority|minority", "import imports imported|export exports exported", "profit profits|loss losses", "include includes including included|exclude excludes excluding excluded",
        "with|without", "legal|illegal", "confirmed confirms admitted admits acknowledged|denied denies", "strong stronger|weak weaker", "maximum|minimum", "always|never", "inside|outside", "old older oldest|young younger youngest new newer",
    ];

    private static readonly FrozenDictionary<string, (int Pair, int Side)[]> Sides = Pairs
        .SelectMany((pair, index) => pair.Split('|').SelectMany((side, number) => side.Split(' ').Select(word => (word, place: (index, number)))))
        .GroupBy(entry => entry.word, entry => entry.place, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The words that stand where the source has an opposite.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        if (!match.IsNear || match.Alignment.MatchedShare < NeededMatch)
        {
            yield break;
        }

        foreach (var gap in match.Gaps)
        {
            if (gap is { ClaimLength: > 0 and <= WidestGap, SourceLength: > 0 and <= WidestGap } && Opposed(match, gap) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Opposed(ClaimMatch match, AlignmentGap gap)
    {
        for (var at = gap.ClaimFrom; at < gap.ClaimTo; at++)
        {
            for (var place = gap.SourceFrom; place < gap.SourceTo; place++)
            {
                if (AreOpposites(match.Claim.Words[at].Form, match.Source.Words[place].Form))
                {
                    return new Finding(
                        FindingKind.Opposite,
                        $"the source says “{match.Source.TextOf(place, place + 1)}”, not “{match.ClaimText(at, at + 1)}”",
                        IsOpposed: true,
                        (at, at + 1),
                        (place, place + 1));
                }
            }
        }

        return null;
    }

    private static bool AreOpposites(string one, string other) =>
        Sides.TryGetValue(one, out var first) && Sides.TryGetValue(other, out var second)
        && first.Any(side => second.Any(rival => side.Pair == rival.Pair && side.Side != rival.Side));
}
