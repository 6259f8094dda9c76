using System.Collections.Frozen;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Which words news and questions use for one another: everyday paraphrases, and a country with its people and its capital. Read once,
/// on first use, from the lists in <c>Vocabulary</c>. Safe for several threads.
/// </summary>
public sealed class WordFamilies(WordStems stems)
{
    private static readonly string[] Lists = ["families.txt", "places.txt"];

    private readonly Lazy<FrozenDictionary<string, int[]>> families = new(() => Read(stems));

    /// <summary>Whether two stems belong to one family.</summary>
    public bool AreRelated(string one, string other) =>
        families.Value.TryGetValue(one, out var first) && families.Value.TryGetValue(other, out var second) && first.AsSpan().ContainsAny(second);

    private static FrozenDictionary<string, int[]> Read(WordStems stems)
    {
        var members = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var family = 0;
        foreach (var line in Lists.SelectMany(Lines))
        {
            family++;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var stem = stems.Of(word);
                if (!members.TryGetValue(stem, out var list))
                {
                    members[stem] = list = [];
                }

                list.Add(family);
            }
        }

        return members.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(string list)
    {
        using var stream = typeof(WordFamilies).Assembly.GetManifestResourceStream($"NewsBot.Answering.Extractive.Vocabulary.{list}")
            ?? throw new InvalidOperationException($"The word list '{list}' is missing from the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
