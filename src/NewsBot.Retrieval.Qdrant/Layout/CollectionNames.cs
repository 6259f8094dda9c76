using System.Globalization;
using NewsBot.Retrieval.Dense;

namespace NewsBot.Retrieval.Qdrant.Layout;

/// <summary>
/// How collections are called: numbered, with the embedding model in the name, behind two aliases that never change. People choose none of
/// these names, since some ("..") break a server.
/// </summary>
internal sealed class CollectionNames(string prefix, VectorModel? model)
{
    /// <summary>The alias by which articles are always asked for.</summary>
    public string Articles => prefix + "-articles";

    /// <summary>The alias by which passages are always asked for.</summary>
    public string Passages => prefix + "-passages";

    /// <summary>The pair of collections of a number.</summary>
    public CollectionPair Numbered(int number) => new(Name(Articles, number), Name(Passages, number));

    /// <summary>The number in a collection's name; 0 for a name that is none of ours.</summary>
    public int NumberOf(string collection)
    {
        foreach (var alias in new[] { Articles, Passages })
        {
            if (collection.StartsWith(alias + "-", StringComparison.Ordinal)
                && int.TryParse(collection[(alias.Length + 1)..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }

        return 0;
    }

    private string Name(string alias, int number) => string.Create(CultureInfo.InvariantCulture, $"{alias}-{number}-{model?.Slug ?? CollectionDesign.NoModel}");
}

/// <summary>The collections that belong together, by their own names or by their aliases.</summary>
/// <param name="Articles">The one that articles are ranked in.</param>
/// <param name="Passages">The one that holds the passages.</param>
internal sealed record CollectionPair(string Articles, string Passages);
