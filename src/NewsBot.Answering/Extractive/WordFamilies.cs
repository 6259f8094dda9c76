using System.Collections.Frozen;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Which words news and questions use for one another: everyday paraphrases, and a country with its people and its capital. Read once,
/// on first use, from the lists in <c>Vocabulary</c>. Safe for several threads.
/// </summary>
public sealed class WordFamilies(WordReader words)
{
    private readonly Lazy<Lists> lists = new(() => Lists.Read(words));

    /// <summary>The families of a stem, as numbers; two words stand for one another when they share one.</summary>
    public ReadOnlySpan<int> FamiliesOf(string stem) => lists.Value.Families.GetValueOrDefault(stem);

    /// <summary>The country, people and capital that go with a place, as words to search for; none for a word that names no place.</summary>
    public IReadOnlyList<string> PlacesWith(string stem) => lists.Value.Places.GetValueOrDefault(stem, []);

    private sealed record Lists(FrozenDictionary<string, int[]> Families, FrozenDictionary<string, string[]> Places)
    {
        public static Lists Read(WordReader words)
        {
            var members = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            var places = new Dictionary<string, string[]>(StringComparer.Ordinal);
            var family = 0;
            foreach (var (line, isPlace) in VocabularyList.Lines("families.txt").Select(line => (line, false)).Concat(VocabularyList.Lines("places.txt").Select(line => (line, true))))
            {
                family++;
                foreach (var stem in words.Read(line, "en").Select(word => word.Stem))
                {
                    Remember(members, stem, family);
                    if (isPlace)
                    {
                        places.TryAdd(stem, line.Split(' '));
                    }
                }
            }

            return new Lists(
                members.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal),
                places.ToFrozenDictionary(StringComparer.Ordinal));
        }

        private static void Remember(Dictionary<string, List<int>> members, string stem, int family)
        {
            if (!members.TryGetValue(stem, out var list))
            {
                members[stem] = list = [];
            }

            list.Add(family);
        }
    }
}
