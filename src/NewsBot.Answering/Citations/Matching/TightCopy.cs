using System.Collections.Frozen;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// Whether a claim is one sentence of the source, at most with a clause left out or moved and a word in other words: the case in which
/// word-for-word comparison is sure. What joins pieces of a sentence with content words left out between them is not, since a summary
/// goes wrong exactly there.
/// </summary>
internal static class TightCopy
{
    private const double NeededShare = 0.85;
    private const double FunctionWeight = 0.4;

    private const int SentencesOfLead = 2;

    // "On the day", "for the town" and "by the mayor" say something of their own; these say which of its kind, or where.
    private static readonly FrozenSet<string> LeadsToPlace = FrozenSet.ToFrozenSet(["of", "in", "at", "on", "near", "inside"], StringComparer.Ordinal);

    /// <summary>Whether it is one, given that no check failed.</summary>
    public static bool Is(ClaimMatch match) =>
        Is(match, match.Alignment, match.Gaps) || (match.Recall.Closest.Count > 1 && Is(match, Alignment.Of(match.Claim, match.Source, match.Recall.BestOf[1])));

    private static bool Is(ClaimMatch match, Alignment alignment) => Is(match, alignment, alignment.Gaps(match.Source));

    private static bool Is(ClaimMatch match, Alignment alignment, IReadOnlyList<AlignmentGap> gaps)
    {
        if (alignment.To == alignment.From)
        {
            return false;
        }

        var found = 0.0;
        for (var at = 0; at < match.Claim.Words.Length; at++)
        {
            found += alignment.SourceOf(at) >= 0 ? Weight(match.Claim.Words[at]) : 0;
        }

        var main = alignment.MainSentence(match.Source);
        foreach (var gap in gaps)
        {
            if (gap.IsInner && LeavesOutContent(match.Source.Words, gap))
            {
                return false;
            }

            found += Math.Max(KnownPlace(match, main, gap), gap.IsInner ? Figures(match.Claim.Words, gap) : Moved(match, main, gap));
        }

        return found >= NeededShare * match.Claim.Words.Sum(Weight);
    }

    private static double Weight(Word word) => word.IsFunction ? FunctionWeight : 1;

    // More content words left out than put in their place, other than a clause between commas.
    private static bool LeavesOutContent(Word[] words, AlignmentGap gap)
    {
        var isClause = gap.SourceLength > 0 && words[gap.SourceFrom].FollowsBreak && gap.SourceTo < words.Length && words[gap.SourceTo].FollowsBreak;
        if (isClause)
        {
            return false;
        }

        var content = 0;
        for (var at = gap.SourceFrom; at < gap.SourceTo; at++)
        {
            content += words[at] is { Kind: WordKind.Plain, IsFunction: false } or { Kind: WordKind.Negation } ? 1 : 0;
        }

        return content > gap.ClaimLength;
    }

    private static bool HasContent(Word[] words, AlignmentGap gap)
    {
        for (var at = gap.SourceFrom; at < gap.SourceTo; at++)
        {
            if (words[at].IsContent || words[at].Kind == WordKind.Negation)
            {
                return true;
            }
        }

        return false;
    }

    // Figures and dates were compared by value before, wherever they stand: "14 February" for "Feb. 14".
    private static double Figures(Word[] words, AlignmentGap gap)
    {
        var figures = 0.0;
        for (var at = gap.ClaimFrom; at < gap.ClaimTo; at++)
        {
            figures += IsFigure(words[at]) ? 1 : 0;
        }

        return figures;
    }

    private static bool IsFigure(Word word) => word.Kind is not (WordKind.Plain or WordKind.Negation);

    // "X said" and "in May" move freely between the ends of a sentence.
    private static double Moved(ClaimMatch match, int main, AlignmentGap gap)
    {
        var sentence = match.Source.Sentences[main];
        var moved = 0.0;
        for (var at = gap.ClaimFrom; at < gap.ClaimTo; at++)
        {
            var word = match.Claim.Words[at];
            moved += IsFigure(word) || IsIn(match.Source, sentence, word.Stem) ? Weight(word) : 0;
        }

        return moved;
    }

    // "The planks of the boat" for "its planks": a story names its subject in the lead and leaves it out later on.
    private static double KnownPlace(ClaimMatch match, int main, AlignmentGap gap)
    {
        var words = match.Claim.Words;
        var from = gap.ClaimFrom;
        while (from < gap.ClaimTo && !LeadsToPlace.Contains(words[from].Form))
        {
            from++;
        }

        var putsInstead = HasContent(match.Source.Words, gap);
        var place = 0.0;
        for (var at = from; at < gap.ClaimTo && !putsInstead; at++)
        {
            if (words[at].IsContent && !IsKnown(match.Source, main, words[at].Stem))
            {
                return 0;
            }

            place += Weight(words[at]);
        }

        return place;
    }

    private static bool IsKnown(PreparedSource source, int main, string stem)
    {
        var lead = main;
        while (lead > 0 && source.Sentences[lead - 1].Part == source.Sentences[main].Part)
        {
            lead--;
        }

        for (var sentence = lead; sentence < Math.Min(main, lead + SentencesOfLead); sentence++)
        {
            if (IsIn(source, source.Sentences[sentence], stem))
            {
                return true;
            }
        }

        return main > lead && IsIn(source, source.Sentences[main - 1], stem);
    }

    private static bool IsIn(PreparedSource source, SourceSentence sentence, string stem)
    {
        var id = source.IdOf(stem);
        for (var at = sentence.From; at < sentence.To; at++)
        {
            if (source.Stems[at] == id)
            {
                return true;
            }
        }

        return false;
    }
}
