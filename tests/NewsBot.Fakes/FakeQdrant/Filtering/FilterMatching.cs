using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Whether a point satisfies a filter. An empty filter, and none, is satisfied by every point.</summary>
internal sealed class FilterMatching(StoredCollection collection)
{
    private readonly Dictionary<string, PayloadPath> paths = [];

    public bool Matches(Filter? filter, StoredPoint point) => filter is null || Matches(filter, point, point.Payload);

    public bool Matches(Condition condition, StoredPoint point) => Matches(condition, point, point.Payload);

    private bool Matches(Filter filter, StoredPoint? point, IReadOnlyDictionary<string, Value> payload) =>
        filter.Must.Where(IsSet).All(condition => Matches(condition, point, payload))
        && !filter.MustNot.Where(IsSet).Any(condition => Matches(condition, point, payload))
        && (!filter.Should.Any(IsSet) || filter.Should.Where(IsSet).Any(condition => Matches(condition, point, payload)))
        && (filter.MinShould is not { } least || (ulong)least.Conditions.Where(IsSet).Count(condition => Matches(condition, point, payload)) >= least.MinCount);

    private static bool IsSet(Condition condition) => condition.ConditionOneOfCase != Condition.ConditionOneOfOneofCase.None;

    private bool Matches(Condition condition, StoredPoint? point, IReadOnlyDictionary<string, Value> payload) => condition.ConditionOneOfCase switch
    {
        Condition.ConditionOneOfOneofCase.Field => Matches(condition.Field, payload),
        Condition.ConditionOneOfOneofCase.IsEmpty => IsEmpty(condition.IsEmpty.Key, payload),
        Condition.ConditionOneOfOneofCase.IsNull => IsNull(condition.IsNull.Key, payload),
        Condition.ConditionOneOfOneofCase.HasId => point is not null && condition.HasId.HasId.Any(id => PointKey.Of(id) == point.Key),
        Condition.ConditionOneOfOneofCase.HasVector => point is not null && point.Has(condition.HasVector.HasVector),
        Condition.ConditionOneOfOneofCase.Filter => Matches(condition.Filter, point, payload),
        Condition.ConditionOneOfOneofCase.Nested => Path(condition.Nested.Key).FindOpened(payload)
            .Any(element => element.StructValue is { } fields && Matches(condition.Nested.Filter ?? new Filter(), null, fields.Fields)),
        _ => true,
    };

    private bool Matches(FieldCondition field, IReadOnlyDictionary<string, Value> payload)
    {
        if (field.GeoBoundingBox is not null || field.GeoRadius is not null || field.GeoPolygon is not null)
        {
            throw Refusal.NotPlayed("geographic conditions");
        }

        var path = Path(field.Key);
        var values = path.FindOpened(payload);
        return (field.Match is { } match && new ValueMatching(collection.IndexOn(field.Key)).Matches(match, values, path.Find(payload).Any()))
            || (field.Range is { } range && (IsUnbounded(range) ? true : values.Any(value => Ranges.Contains(range, value))))
            || (field.DatetimeRange is { } dates && (IsUnbounded(dates) || values.Any(value => Ranges.Contains(dates, value))))
            || (field.ValuesCount is { } count && path.Find(payload).Any(value => Ranges.Contains(count, value)))
            || (field.HasIsEmpty && field.IsEmpty == IsEmpty(field.Key, payload))
            || (field.HasIsNull && field.IsNull == IsNull(field.Key, payload));
    }

    private static bool IsUnbounded(QdrantWire.Range range) => !range.HasLt && !range.HasGt && !range.HasGte && !range.HasLte;

    private static bool IsUnbounded(DatetimeRange range) => range is { Lt: null, Gt: null, Gte: null, Lte: null };

    private bool IsEmpty(string key, IReadOnlyDictionary<string, Value> payload) =>
        Path(key).FindOpened(payload).All(value => value.KindCase == Value.KindOneofCase.NullValue);

    private bool IsNull(string key, IReadOnlyDictionary<string, Value> payload) =>
        Path(key).FindOpened(payload).Any(value => value.KindCase == Value.KindOneofCase.NullValue);

    private PayloadPath Path(string key)
    {
        if (!paths.TryGetValue(key, out var path))
        {
            paths[key] = path = PayloadPath.Parse(key);
        }

        return path;
    }
}
