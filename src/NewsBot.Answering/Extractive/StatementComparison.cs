using NewsBot.Archive;

namespace NewsBot.Answering.Extractive;

/// <summary>How two sentences stand to each other.</summary>
internal enum StatementRelation
{
    /// <summary>They say different things.</summary>
    Different,

    /// <summary>They say the same; one is enough.</summary>
    Same,

    /// <summary>They say the same of another figure: one of them is out of date, or the sources differ.</summary>
    OtherFigure,
}

/// <summary>Compares what two sentences say, by their stems with the figures taken out.</summary>
internal static class StatementComparison
{
    // Of reports on one thing about six words in ten are the same; of sentences on two things of one topic about four.
    private const double LeastShared = 0.6;

    /// <summary>The relation of two sentences.</summary>
    public static StatementRelation Compare(EvidenceSentence one, EvidenceSentence other)
    {
        var (first, second) = (StemsOf(one, figures: false), StemsOf(other, figures: false));
        var shorter = Math.Min(first.Count, second.Count);
        if (shorter == 0 || first.Intersect(second).Count() < LeastShared * shorter)
        {
            return StatementRelation.Different;
        }

        var (firstFigures, secondFigures) = (StemsOf(one, figures: true), StemsOf(other, figures: true));
        return firstFigures.IsSubsetOf(secondFigures) || secondFigures.IsSubsetOf(firstFigures) ? StatementRelation.Same : StatementRelation.OtherFigure;
    }

    private static HashSet<string> StemsOf(EvidenceSentence sentence, bool figures) =>
        sentence.Words.Where(word => word.Kind != WordKind.Punctuation && word.IsNumber == figures).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
}
