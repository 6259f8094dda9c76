namespace NewsBot.Archive;

/// <summary>Whether a new version of a text changed a fact: a number, a date or a name that stood before and was replaced.</summary>
internal static class VersionChange
{
    private const int LongestPart = 60;

    /// <summary>A longer replaced part is a rewritten passage, in which names come and go without anything being corrected.</summary>
    private const int MostWordsReplaced = 12;

    /// <summary>
    /// The first replaced fact as "40 → 14", or null where there is none. Text that was only added or only removed changes no fact, and neither
    /// does a change of wording.
    /// </summary>
    public static string? FactsBetween(string older, string newer)
    {
        var parts = TextDiff.Between(older, newer);
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            var (before, after) = (parts[i], parts[i + 1]);
            if (before.Kind == DiffKind.Removed && after.Kind == DiffKind.Added && AreOtherFacts(Words(before.Text), Words(after.Text)))
            {
                return $"{Shortened(before.Text)} → {Shortened(after.Text)}";
            }
        }

        return null;
    }

    private static bool AreOtherFacts(string[] before, string[] after)
    {
        if (before.Length > MostWordsReplaced || after.Length > MostWordsReplaced)
        {
            return false;
        }

        var (factsBefore, factsAfter) = (Facts(before), Facts(after));
        return factsBefore.Count > 0 && factsAfter.Count > 0 && !factsBefore.SetEquals(factsAfter);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words that carry facts: those with a digit, and those with a capital letter that do not merely begin a sentence.</summary>
    private static HashSet<string> Facts(string[] words) => words
        .Select(word => word.Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '‘', '’', '(', ')', '\''))
        .Where(word => word.Length > 0 && (word.Any(char.IsDigit) || (char.IsUpper(word[0]) && !Abbreviations.IsSentenceStarter(word))))
        .ToHashSet(StringComparer.Ordinal);

    private static string Shortened(string text)
    {
        var line = string.Join(' ', Words(text));
        return line.Length <= LongestPart ? line : line[..LongestPart] + "…";
    }
}
