using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>
/// Finds two names that stand in each other's place: each has in the claim the neighbours that the other one has in the source.
/// A clause that was only moved keeps its neighbours, so it is not taken for a change of roles.
/// </summary>
internal static class RoleCheck
{
    private const double NeededMatch = 0.6;
    private const int MostNames = 12;

    /// <summary>The pairs of names in swapped roles.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        if (!match.IsNear || match.Alignment.MatchedShare < NeededMatch)
        {
            yield break;
        }

        var names = NamesInBoth(match);
        for (var one = 0; one < names.Count; one++)
        {
            for (var other = one + 1; other < names.Count; other++)
            {
                if (AreSwapped(match, names[one], names[other]) is { } place)
                {
                    var (first, second) = (match.ClaimText(names[one].From, names[one].To), match.ClaimText(names[other].From, names[other].To));
                    yield return new Finding(FindingKind.Roles, $"“{first}” and “{second}” stand in each other's place in the source", IsOpposed: true, (names[one].From, names[one].To), place);
                }
            }
        }
    }

    // A name that does not stand in the source as a whole may have been mixed from two: then its words are placed one by one.
    private static List<PlacedName> NamesInBoth(ClaimMatch match)
    {
        var names = new List<PlacedName>();
        foreach (var name in match.Claim.Reading.Names.SelectMany(name => WithoutConnectors(match, name)))
        {
            if (!AddPlaced(match, name, names))
            {
                for (var at = name.From; at < name.To; at++)
                {
                    AddPlaced(match, new NameMention(at, at + 1), names);
                }
            }
        }

        return names;
    }

    private static IEnumerable<NameMention> WithoutConnectors(ClaimMatch match, NameMention name)
    {
        var from = name.From;
        for (var at = name.From; at <= name.To; at++)
        {
            if (at == name.To || !NameReader.IsNameWord(match.Claim.Words[at]))
            {
                if (at > from)
                {
                    yield return new NameMention(from, at);
                }

                from = at + 1;
            }
        }
    }

    private static bool AddPlaced(ClaimMatch match, NameMention name, List<PlacedName> names)
    {
        if (names.Count >= MostNames || PlacesOf(match, name) is not { Count: > 0 } places)
        {
            return false;
        }

        names.Add(new PlacedName(name.From, name.To, places));
        return true;
    }

    private static List<(int From, int To)> PlacesOf(ClaimMatch match, NameMention name)
    {
        var places = new List<(int From, int To)>();
        var words = match.Claim.Words;
        for (var start = match.Alignment.From; start + name.To - name.From <= match.Alignment.To; start++)
        {
            var length = 0;
            while (name.From + length < name.To && words[name.From + length].Form == match.Source.Words[start + length].Form)
            {
                length++;
            }

            if (length == name.To - name.From)
            {
                places.Add((start, start + length));
            }
        }

        return places;
    }

    private static (int From, int To)? AreSwapped(ClaimMatch match, PlacedName one, PlacedName other)
    {
        var oneAtOwn = one.Places.Max(place => Likeness(match, one, place));
        var oneAtOther = other.Places.Max(place => Likeness(match, one, place));
        var otherAtOwn = other.Places.Max(place => Likeness(match, other, place));
        var otherAtOne = one.Places.Max(place => Likeness(match, other, place));
        var isSwapped = match.ClaimText(one.From, one.To) != match.ClaimText(other.From, other.To)
            && oneAtOther > 0 && otherAtOne > 0 && oneAtOther >= oneAtOwn && otherAtOne >= otherAtOwn && oneAtOther + otherAtOne > oneAtOwn + otherAtOwn + 1;
        return isSwapped ? one.Places[0] : null;
    }

    // How alike the neighbours of a name in the claim and of a place in the source are: the next ones count double.
    private static int Likeness(ClaimMatch match, PlacedName name, (int From, int To) place) =>
        (2 * Same(match, name.From - 1, place.From - 1)) + Same(match, name.From - 2, place.From - 2)
        + (2 * Same(match, name.To, place.To)) + Same(match, name.To + 1, place.To + 1);

    private static int Same(ClaimMatch match, int claimAt, int sourceAt)
    {
        var (claim, source) = (match.Claim.Words, match.Source.Words);
        var (isClaimEnd, isSourceEnd) = (claimAt < 0 || claimAt >= claim.Length, sourceAt < match.Alignment.From || sourceAt >= match.Alignment.To);
        return isClaimEnd || isSourceEnd ? (isClaimEnd && isSourceEnd ? 1 : 0) : claim[claimAt].Stem == source[sourceAt].Stem ? 1 : 0;
    }

    private sealed record PlacedName(int From, int To, IReadOnlyList<(int From, int To)> Places);
}
