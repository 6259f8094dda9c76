using System.Collections.Frozen;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Understanding;

/// <summary>Finds the states that the terms of an English question name, and the other stems that name them.</summary>
internal sealed class PlaceNames
{
    private const int LongestName = 3;

    /// <summary>Words of names that tell nothing alone: "New Zealand" is looked for as "zealand".</summary>
    private static readonly FrozenSet<string> Undistinctive =
        new[] { "new", "south", "north", "unit", "state", "nation", "citi", "hous", "white", "common", "market", "communiti", "union", "kingdom", "coast", "ivori", "republ", "tel", "la", "el", "es", "port", "san", "santo", "dar", "viet" }
            .ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, List<string[]>> byFirstStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> othersByName = new(StringComparer.Ordinal);

    public PlaceNames(TermAnalysis english)
    {
        foreach (var line in Places.Lines)
        {
            var names = line.Split(',').Select(name => english.Analyse(name).Select(term => term.Stem).ToArray()).ToList();
            foreach (var name in names)
            {
                Add(name, names);
            }
        }
    }

    /// <summary>The stems that name the same states as some of the terms do, without those that stand there already.</summary>
    /// <param name="stems">The stems of the question in order, stop words included.</param>
    public IReadOnlyList<string> OtherNamesOf(IReadOnlyList<string> stems)
    {
        var others = new List<string>();
        for (var at = 0; at < stems.Count; at++)
        {
            var length = LengthOfNameAt(stems, at);
            if (length > 0)
            {
                others.AddRange(othersByName[string.Join(' ', stems.Skip(at).Take(length))]);
                at += length - 1;
            }
        }

        return others.Distinct(StringComparer.Ordinal).Except(stems, StringComparer.Ordinal).ToList();
    }

    private int LengthOfNameAt(IReadOnlyList<string> stems, int at) =>
        byFirstStem.TryGetValue(stems[at], out var names)
            ? names.Where(name => stems.Skip(at).Take(name.Length).SequenceEqual(name, StringComparer.Ordinal)).Select(name => name.Length).DefaultIfEmpty().Max()
            : 0;

    private void Add(string[] name, List<string[]> allNames)
    {
        if (name.Length > LongestName)
        {
            return;
        }

        var key = string.Join(' ', name);
        var others = allNames.Where(other => other != name).SelectMany(other => other).Where(stem => !Undistinctive.Contains(stem));
        if (othersByName.TryGetValue(key, out var known))
        {
            known.AddRange(others);
            return;
        }

        othersByName[key] = others.ToList();
        if (!byFirstStem.TryGetValue(name[0], out var list))
        {
            byFirstStem[name[0]] = list = [];
        }

        list.Add(name);
    }
}
