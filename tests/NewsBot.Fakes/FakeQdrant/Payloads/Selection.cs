using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>How much of a point an answer shows.</summary>
internal static class Selection
{
    public static IReadOnlyDictionary<string, Value> Payload(StoredPoint point, WithPayloadSelector? selector, bool byDefault) =>
        selector?.SelectorOptionsCase switch
        {
            WithPayloadSelector.SelectorOptionsOneofCase.Enable => selector.Enable ? Whole(point) : Nothing,
            WithPayloadSelector.SelectorOptionsOneofCase.Include => Included(point, selector.Include.Fields),
            WithPayloadSelector.SelectorOptionsOneofCase.Exclude => Excluded(point, selector.Exclude.Fields),
            _ => byDefault ? Whole(point) : Nothing,
        };

    public static VectorsOutput? Vectors(StoredCollection collection, StoredPoint point, WithVectorsSelector? selector)
    {
        Func<string, bool>? wanted = selector?.SelectorOptionsCase switch
        {
            WithVectorsSelector.SelectorOptionsOneofCase.Enable when selector.Enable => _ => true,
            WithVectorsSelector.SelectorOptionsOneofCase.Include => name => Includes(selector.Include.Names, name),
            _ => null,
        };
        if (wanted is null)
        {
            return null;
        }

        CheckNames(collection, selector!);
        if (point.Dense.TryGetValue("", out var single))
        {
            return wanted("") ? new VectorsOutput { Vector = Output(single) } : null;
        }

        var named = new NamedVectorsOutput();
        foreach (var (name, vector) in point.Dense.Where(pair => wanted(pair.Key)))
        {
            named.Vectors[name] = Output(vector);
        }

        foreach (var (name, terms) in point.Sparse.Where(pair => wanted(pair.Key)))
        {
            named.Vectors[name] = new VectorOutput { Sparse = terms.ToWire() };
        }

        return new VectorsOutput { Vectors = named };
    }

    private static Dictionary<string, Value> Nothing => [];

    private static bool Includes(IEnumerable<string> names, string name) => names.Contains(name);

    private static void CheckNames(StoredCollection collection, WithVectorsSelector selector)
    {
        foreach (var name in selector.Include?.Names ?? Enumerable.Empty<string>())
        {
            if (!collection.DenseVectors.ContainsKey(name) && !collection.SparseVectors.ContainsKey(name))
            {
                throw Refusal.WrongInput($"Not existing vector name error: {name}");
            }
        }
    }

    private static VectorOutput Output(float[] vector) => new() { Dense = new DenseVector { Data = { vector } } };

    private static Dictionary<string, Value> Whole(StoredPoint point) => point.Payload;

    private static Dictionary<string, Value> Included(StoredPoint point, IEnumerable<string> fields)
    {
        var whole = Objects.Of(point.Payload);
        var result = new Value { StructValue = new Struct() };
        foreach (var field in fields)
        {
            if (PayloadPath.Parse(field).Only(whole) is { } kept)
            {
                Merge(result.StructValue, kept.StructValue);
            }
        }

        return new Dictionary<string, Value>(result.StructValue.Fields);
    }

    private static Dictionary<string, Value> Excluded(StoredPoint point, IEnumerable<string> fields)
    {
        var copy = Objects.Of(point.Payload).Clone();
        foreach (var field in fields)
        {
            PayloadPath.Parse(field).RemoveFrom(copy);
        }

        return new Dictionary<string, Value>(copy.StructValue.Fields);
    }

    private static void Merge(Struct into, Struct from)
    {
        foreach (var (key, value) in from.Fields)
        {
            if (into.Fields.TryGetValue(key, out var present) && present.StructValue is { } inner && value.StructValue is { } more)
            {
                Merge(inner, more);
            }
            else
            {
                into.Fields[key] = value;
            }
        }
    }
}
