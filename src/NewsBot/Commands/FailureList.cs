using System.Globalization;
using NewsBot.Ingestion;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary>
/// Failed items for people: each with its reason while they are few; of many each reason once, with how many items it stopped and one of them.
/// </summary>
internal static class FailureList
{
    private const int MostItems = 20;

    private const int MostReasons = 10;

    /// <summary>Writes what failed, and where the rest can be read.</summary>
    public static void Write(TerminalText output, IReadOnlyList<FailedItem> failed, long job)
    {
        if (failed.Count <= MostItems)
        {
            foreach (var (item, reason) in failed)
            {
                Line(output, $"{item}: {reason}");
            }

            return;
        }

        var reasons = failed.GroupBy(item => item.Reason, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ToList();
        foreach (var group in reasons.Take(MostReasons))
        {
            var first = group.First();
            Line(output, group.Count() == 1
                ? $"{first.Item}: {first.Reason}"
                : string.Create(CultureInfo.InvariantCulture, $"{group.Count():N0} items, the first is {first.Item}: {first.Reason}"));
        }

        var others = reasons.Skip(MostReasons).Sum(group => group.Count());
        var unnamed = others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{others:N0} more failed for other reasons. ");
        output.Faint($"{unnamed}'newsbot jobs show {job} --all' names every item.", "  ");
    }

    /// <summary>Writes one failure.</summary>
    public static void Line(TerminalText output, string text) => output.Paragraph(text, "    ", "  × ");
}
