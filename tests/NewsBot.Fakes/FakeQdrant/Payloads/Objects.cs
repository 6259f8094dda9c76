using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>JSON objects as the wire's values.</summary>
internal static class Objects
{
    /// <summary>A view of fields as one value; the fields are shared, not copied.</summary>
    public static Value Of(IReadOnlyDictionary<string, Value> fields)
    {
        var result = new Struct();
        foreach (var (key, value) in fields)
        {
            result.Fields[key] = value;
        }

        return new Value { StructValue = result };
    }

    /// <summary>A copy as it is stored: a value of no kind is null, and doubles must be finite.</summary>
    public static Dictionary<string, Value> Stored(IEnumerable<KeyValuePair<string, Value>> fields) =>
        fields.ToDictionary(pair => pair.Key, pair => Stored(pair.Value));

    /// <summary>The objects at a path, made where the path leads into nothing.</summary>
    public static IEnumerable<Value> MakeAll(Value root, IEnumerable<(string? Key, int? Index)> path)
    {
        IEnumerable<Value> current = [root];
        foreach (var (key, index) in path)
        {
            current = current.SelectMany(value => Make(value, key, index)).ToList();
        }

        return current.Where(value => value.StructValue is not null);
    }

    private static IEnumerable<Value> Make(Value value, string? key, int? index)
    {
        if (key is null)
        {
            return value.ListValue is not { } list ? [] : index is not { } i ? list.Values : i < list.Values.Count ? [list.Values[i]] : [];
        }

        value.StructValue ??= new Struct();
        if (!value.StructValue.Fields.TryGetValue(key, out var inner) || inner.KindCase is not (Value.KindOneofCase.StructValue or Value.KindOneofCase.ListValue))
        {
            value.StructValue.Fields[key] = inner = new Value { StructValue = new Struct() };
        }

        return [inner];
    }

    private static Value Stored(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.None => new Value { NullValue = NullValue.NullValue },
        Value.KindOneofCase.DoubleValue when !double.IsFinite(value.DoubleValue) => throw Refusal.InvalidArgument("cannot convert to json number"),
        Value.KindOneofCase.ListValue => new Value { ListValue = new ListValue { Values = { value.ListValue.Values.Select(Stored) } } },
        Value.KindOneofCase.StructValue => Of(Stored(value.StructValue.Fields)),
        _ => value.Clone(),
    };
}
