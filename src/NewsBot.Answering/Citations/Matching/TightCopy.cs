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

    /// <summary>Whether it is one, given that no check failed.</summary>
    public static bool Is(ClaimMatch match)
    {
        if (match.Alignment.To == match.Alignment.From)
        {
            return false;
        }

        var found = 0.0;
        for (var at = 0; at < match.Claim.Words.Length; at++)
        {
            found += match.Alignment.SourceOf(at) >= 0 ? Weight(match.Claim.Words[at]) : 0;
        }

        foreach (var gap in match.Gaps)
        {
            if (gap.IsInner && LeavesOutContent(match.Source.Words, gap))
            {
                return false;
            }

            found += gap.IsInner ? Figures(match.Claim.Words, gap) : Moved(match, gap);
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
            content += words[at] is { Kind: WordKind.Plain, IsFunction: false } ? 1 : 0;
        }

        return content > gap.ClaimLength;
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
    private static double Moved(ClaimMatch match, AlignmentGap gap)
    {
        var sentence = match.Source.Sentences[match.Alignment.MainSentence(match.Source)];
        var moved = 0.0;
        for (var at = gap.ClaimFrom; at < gap.ClaimTo; at++)
        {
            var word = match.Claim.Words[at];
            moved += IsFigure(word) || IsIn(match.Source, sentence, word.Stem) ? Weight(word) : 0;
        }

        return moved;
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
