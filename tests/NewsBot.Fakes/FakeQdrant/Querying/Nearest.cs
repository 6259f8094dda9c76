using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>The points whose vector is nearest to the query's: exact, by looking at all of them.</summary>
internal sealed class Nearest(StoredCollection collection, string name)
{
    public IEnumerable<Scored> Rank(VectorInput input, Func<StoredPoint, bool> passes)
    {
        switch (input.VariantCase)
        {
            case VectorInput.VariantOneofCase.Id:
                var example = collection.Require(PointKey.Of(input.Id));
                RequireName();
                bool IsAnother(StoredPoint point) => point != example && passes(point);
                return example.Sparse.TryGetValue(name, out var terms) ? Rank(terms, IsAnother)
                    : example.Dense.TryGetValue(name, out var vector) ? Rank(vector, IsAnother)
                    : throw Refusal.NotFound($"No vector with name {name} found for point {example.Key}");
            case VectorInput.VariantOneofCase.Dense:
                return Rank(Checked(input.Dense), passes);
            case VectorInput.VariantOneofCase.Sparse:
                RequireSparse();
                return Rank(SparseTerms.Of(input.Sparse.Indices, input.Sparse.Values), passes);
            default:
                throw Refusal.NotPlayed($"{input.VariantCase} as a query");
        }
    }

    private IEnumerable<Scored> Rank(SparseTerms query, Func<StoredPoint, bool> passes)
    {
        var postings = collection.PostingsOf(name);
        var usesIdf = collection.SparseVectors[name].Modifier == Modifier.Idf;
        var scores = new Dictionary<StoredPoint, double>();
        for (var i = 0; i < query.Indices.Length; i++)
        {
            if (query.Values[i] == 0)
            {
                continue;
            }

            var weight = query.Values[i] * (usesIdf ? postings.Idf(query.Indices[i]) : 1);
            foreach (var (point, value) in postings.PointsWith(query.Indices[i]))
            {
                scores[point] = scores.GetValueOrDefault(point) + (weight * value);
            }
        }

        return Sorted(scores.Where(pair => passes(pair.Key)).Select(pair => new Scored(pair.Key, pair.Value)), smallerIsBetter: false);
    }

    private IEnumerable<Scored> Rank(float[] query, Func<StoredPoint, bool> passes)
    {
        var distance = collection.DenseVectors[name].Distance;
        var prepared = distance == Distance.Cosine ? VectorReading.Normalised(query) : query;
        return Sorted(
            collection.Points.Values.Where(point => point.Dense.ContainsKey(name) && passes(point))
                .Select(point => new Scored(point, Score(distance, prepared, point.Dense[name]))),
            distance is Distance.Euclid or Distance.Manhattan);
    }

    private static double Score(Distance distance, float[] left, float[] right) => distance switch
    {
        Distance.Euclid => Math.Sqrt(left.Zip(right, (a, b) => ((double)a - b) * ((double)a - b)).Sum()),
        Distance.Manhattan => left.Zip(right, (a, b) => Math.Abs((double)a - b)).Sum(),
        _ => Dot(left, right),
    };

    private static double Dot(float[] left, float[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return sum;
    }

    private static IEnumerable<Scored> Sorted(IEnumerable<Scored> scores, bool smallerIsBetter) =>
        scores.OrderBy(scored => smallerIsBetter ? (float)scored.Score : -(float)scored.Score).ThenBy(scored => scored.Point.Key);

    private float[] Checked(DenseVector vector)
    {
        RequireName();
        if (!collection.DenseVectors.TryGetValue(name, out var parameters))
        {
            throw Refusal.WrongInput("Conversion between sparse and regular vectors failed");
        }

        return (ulong)vector.Data.Count == parameters.Size
            ? [.. vector.Data]
            : throw Refusal.WrongInput($"Vector dimension error: expected dim: {parameters.Size}, got {vector.Data.Count}");
    }

    private void RequireSparse()
    {
        RequireName();
        if (!collection.SparseVectors.ContainsKey(name))
        {
            throw Refusal.WrongInput("Conversion between sparse and regular vectors failed");
        }
    }

    private void RequireName()
    {
        if (!collection.DenseVectors.ContainsKey(name) && !collection.SparseVectors.ContainsKey(name))
        {
            throw Refusal.WrongInput($"Not existing vector name error: {name}");
        }
    }
}
