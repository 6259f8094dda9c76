using System.Collections.Frozen;
using NewsBot.Answering.Extractive;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>
/// Which stems news uses for one another: everyday paraphrases ("bought" and "takeover"), and a country, its people and its capital. Unlike
/// <see cref="Synonyms"/>, kin says nearly the same only: it makes a word less missing, never found. Read once, on first use, from the lists in
/// <c>Vocabulary</c>; safe for several threads.
/// </summary>
internal sealed class WordKin(ComparisonReader reader)
{
    private readonly Lazy<FrozenDictionary<string, string[]>> _kin = new(() => Read(reader));

    /// <summary>The stems that may stand for a stem, itself left out; none for most.</summary>
    public IReadOnlyList<string> Of(string stem) => _kin.Value.GetValueOrDefault(stem, []);

    private static FrozenDictionary<string, string[]> Read(ComparisonReader reader)
    {
        var kin = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in VocabularyList.Lines("families.txt").Concat(VocabularyList.Lines("places.txt")))
        {
            var stems = reader.Read(line).Where(word => word.IsContent).Select(word => word.Stem).Distinct().ToList();
            foreach (var stem in stems)
            {
                if (!kin.TryGetValue(stem, out var others))
                {
                    kin[stem] = others = new HashSet<string>(StringComparer.Ordinal);
                }

                others.UnionWith(stems.Where(other => other != stem));
            }
        }

        return kin.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
