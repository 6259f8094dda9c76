using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>A point as it is kept. Its vectors are never changed in place: a write puts new arrays.</summary>
internal sealed class StoredPoint(PointKey key)
{
    public PointKey Key { get; } = key;

    public Dictionary<string, Value> Payload { get; set; } = [];

    public Dictionary<string, float[]> Dense { get; } = [];

    public Dictionary<string, SparseTerms> Sparse { get; } = [];

    public bool Has(string vector) => Dense.ContainsKey(vector) || Sparse.ContainsKey(vector);
}

/// <summary>A sparse vector, its indices ascending and each once.</summary>
internal sealed record SparseTerms(uint[] Indices, float[] Values)
{
    public static SparseTerms Of(IReadOnlyList<uint> indices, IReadOnlyList<float> values)
    {
        var order = Enumerable.Range(0, indices.Count).OrderBy(i => indices[i]).ToArray();
        return new SparseTerms([.. order.Select(i => indices[i])], [.. order.Select(i => values[i])]);
    }

    public SparseVector ToWire() => new() { Indices = { Indices }, Values = { Values } };
}

/// <summary>Which points hold which term, and how many deleted points still count until a segment is optimised (here: never).</summary>
internal sealed class SparsePostings
{
    private readonly Dictionary<uint, Dictionary<StoredPoint, float>> byTerm = [];
    private readonly Dictionary<uint, int> ghosts = [];
    private int points;
    private int ghostPoints;

    public void Add(StoredPoint point, SparseTerms terms)
    {
        points++;
        for (var i = 0; i < terms.Indices.Length; i++)
        {
            if (!byTerm.TryGetValue(terms.Indices[i], out var postings))
            {
                byTerm[terms.Indices[i]] = postings = [];
            }

            postings[point] = terms.Values[i];
        }
    }

    /// <summary>Takes a vector out; the vector of a deleted point leaves its shadow in the counts, an overwritten one does not.</summary>
    public void Remove(StoredPoint point, SparseTerms terms, bool pointIsDeleted)
    {
        points--;
        ghostPoints += pointIsDeleted ? 1 : 0;
        foreach (var term in terms.Indices)
        {
            byTerm[term].Remove(point);
            if (pointIsDeleted)
            {
                ghosts[term] = ghosts.GetValueOrDefault(term) + 1;
            }
        }
    }

    public IReadOnlyDictionary<StoredPoint, float> PointsWith(uint term) => byTerm.TryGetValue(term, out var postings) ? postings : new Dictionary<StoredPoint, float>();

    /// <summary>ln((N - n + 0.5) / (n + 0.5) + 1) over the whole collection, whatever filter a query has.</summary>
    public double Idf(uint term)
    {
        double all = points + ghostPoints;
        double with = PointsWith(term).Count + ghosts.GetValueOrDefault(term);
        return Math.Log(((all - with + 0.5) / (with + 0.5)) + 1);
    }
}
