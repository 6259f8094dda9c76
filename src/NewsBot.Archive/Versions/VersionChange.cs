using System.Globalization;

namespace NewsBot.Archive;

/// <summary>Whether a new version of a text changed facts: numbers, dates or names that stood before and were replaced.</summary>
internal static class VersionChange
{
    private const int LongestPart = 60;

    /// <summary>As many as a reader takes in beside an answer; how many more there are is said.</summary>
    private const int MostNamed = 5;

    /// <summary>A longer replaced part is a rewritten passage, in which names come and go without anything being corrected.</summary>
    private const int MostWordsReplaced = 12;

    /// <summary>
    /// The replaced facts in the order of the text, each once, as "40 → 14; Quill → Quist", or null where there are none. Of many the first five are named:
    /// "…; and 3 more". Text that was only added or only removed changes no fact, and neither does a change of wording.
    /// </summary>
    public static string? FactsBetween(string older, string newer)
    {
        var changes = ReplacedFacts(TextDiff.Between(older, newer)).Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join("; ", changes.Take(MostNamed));
        return changes.Count == 0 ? null
            : changes.Count <= MostNamed ? named
            : string.Create(CultureInfo.InvariantCulture, $"{named}; and {changes.Count - MostNamed} more");
    }

    private static IEnumerable<string> ReplacedFacts(IReadOnlyList<DiffPart> parts) => parts.Zip(parts.Skip(1))
        .Where(pair => pair.First.Kind == DiffKind.Removed && pair.Second.Kind == DiffKind.Added && AreOtherFacts(Words(pair.First.Text), Words(pair.Second.Text)))
        .Select(pair => $"{Shortened(pair.First.Text)} → {Shortened(pair.Second.Text)}");

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
        var line = string.Join(' ', Words(text)).TrimEnd('.', ',', ';', ':');
        return line.Length <= LongestPart ? line : line[..LongestPart] + "…";
    }
}
