using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Reads the vectors of a write and checks them against the collection: names, kinds, dimensions. Cosine vectors are kept normalised.</summary>
internal static class VectorReading
{
    public static StoredPoint Read(StoredCollection collection, PointKey key, Vectors? vectors, int position, bool namesVectorInErrors)
    {
        var point = new StoredPoint(key);
        switch (vectors?.VectorsOptionsCase)
        {
            case Vectors.VectorsOptionsOneofCase.Vector:
                Add(collection, point, "", vectors.Vector, position, namesVectorInErrors);
                break;
            case Vectors.VectorsOptionsOneofCase.Vectors_:
                foreach (var (name, vector) in vectors.Vectors_.Vectors)
                {
                    Add(collection, point, name, vector, position, namesVectorInErrors);
                }

                break;
            default:
                throw Refusal.InvalidArgument("Expected some vectors");
        }

        return point;
    }

    /// <summary>Checks that need no collection; they come before any other.</summary>
    public static void CheckShape(Vectors? vectors, int position)
    {
        foreach (var vector in vectors?.Vectors_?.Vectors.Values ?? Enumerable.Empty<Vector>())
        {
            if (vector.VectorCase == Vector.VectorOneofCase.Sparse)
            {
                CheckSparse(vector.Sparse, $"points[{position}].vectors.vectors_options.vectors.[]");
            }
        }
    }

    public static void CheckSparse(SparseVector sparse, string path)
    {
        if (sparse.Indices.Count != sparse.Values.Count)
        {
            throw Refusal.Validation(path + ".values", "Validation error: must be the same length as indices [{}]");
        }

        if (sparse.Indices.Distinct().Count() != sparse.Indices.Count)
        {
            throw Refusal.Validation(path + ".indices", "Validation error: must be unique [{}]");
        }
    }

    public static float[] Normalised(float[] vector)
    {
        var length = (float)Math.Sqrt(vector.Sum(value => (double)value * value));
        return length == 0 || vector.All(value => value == 0) ? vector : Array.ConvertAll(vector, value => value / length);
    }

    private static void Add(StoredCollection collection, StoredPoint point, string name, Vector vector, int position, bool namesVector)
    {
        if (vector.VectorCase is Vector.VectorOneofCase.Sparse || vector.Indices is not null)
        {
            RequireKind(collection.SparseVectors.ContainsKey(name), collection.DenseVectors.ContainsKey(name), name);
            point.Sparse[name] = vector.Sparse is { } sparse
                ? SparseTerms.Of(sparse.Indices, sparse.Values)
                : SparseTerms.Of(vector.Indices!.Data, vector.Data);
            return;
        }

        if (vector.VectorCase is not (Vector.VectorOneofCase.Dense or Vector.VectorOneofCase.None))
        {
            throw Refusal.NotPlayed($"{vector.VectorCase} as a vector");
        }

        float[] data = vector.Dense is { } dense ? [.. dense.Data] : [.. vector.Data];
        if (data.Length == 0)
        {
            throw Refusal.WrongInput($"points[{position}].vector.?.vector: dense vector must not be empty");
        }

        RequireKind(collection.DenseVectors.ContainsKey(name), collection.SparseVectors.ContainsKey(name), name);
        var parameters = collection.DenseVectors[name];
        if ((ulong)data.Length != parameters.Size)
        {
            throw Refusal.WrongInput($"Vector dimension error: expected dim: {parameters.Size}, got {data.Length}" + (namesVector && name.Length > 0 ? $" for vector '{name}'" : ""));
        }

        point.Dense[name] = parameters.Distance == Distance.Cosine ? Normalised(data) : data;
    }

    private static void RequireKind(bool isThisKind, bool isOtherKind, string name)
    {
        if (!isThisKind)
        {
            throw Refusal.WrongInput(isOtherKind ? "Conversion between sparse and regular vectors failed" : $"Not existing vector name error: {name}");
        }
    }
}
