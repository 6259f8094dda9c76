namespace NewsBot.Archive;

/// <summary>Whether one dot after a word ends a sentence, when what follows does not begin with a small letter.</summary>
internal static class DotRules
{
    /// <summary>The longest number before a dot that may be an ordinal: days and places are below 100.</summary>
    private const int OrdinalDigits = 2;

    /// <summary>The longest number that may count list items.</summary>
    private const int ListDigits = 3;

    /// <summary>Judges the dot.</summary>
    public static bool EndsSentence(DottedWord before, Following after)
    {
        var word = before.Word;
        if (word.IsEmpty)
        {
            return true;
        }

        if (IsNumber(word))
        {
            return NumberEnds(before, after);
        }

        if (word.Contains('.'))
        {
            return AcronymEnds(word, after);
        }

        if (word.Length == 1 && char.IsLetter(word[0]))
        {
            return BeginsSentence(after);
        }

        if (Abbreviations.IsTitle(word))
        {
            return false;
        }

        if (Abbreviations.StandsBeforeNumber(word))
        {
            return !after.IsNumber;
        }

        if (Abbreviations.IsGeneral(word) || (before.FollowsComma && Abbreviations.IsRegion(word)))
        {
            return BeginsSentence(after);
        }

        return true;
    }

    private static bool NumberEnds(DottedWord before, Following after)
    {
        var word = before.Word;
        if (before.IsFirst && word.Length <= ListDigits)
        {
            return false;
        }

        var isOrdinal = word.Length <= OrdinalDigits && (before.InOrdinalText ? !BeginsSentence(after) : Abbreviations.IsMonthAfterOrdinal(after.Word));
        return !isOrdinal;
    }

    private static bool AcronymEnds(ReadOnlySpan<char> word, Following after)
    {
        if (Abbreviations.NeverEnds(word))
        {
            return false;
        }

        return Abbreviations.IsTimeOfDay(word)
            ? !after.IsNumber && !Abbreviations.FollowsTimeOfDay(after.Word)
            : BeginsSentence(after);
    }

    private static bool BeginsSentence(Following after) => after.OpensQuote || Abbreviations.IsSentenceStarter(after.Word);

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
