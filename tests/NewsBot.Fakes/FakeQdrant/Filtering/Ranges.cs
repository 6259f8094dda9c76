using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Whether a value lies between bounds; a value of another type never does.</summary>
internal static class Ranges
{
    public static double? Number(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.IntegerValue => value.IntegerValue,
        Value.KindOneofCase.DoubleValue => value.DoubleValue,
        _ => null,
    };

    public static bool Contains(QdrantWire.Range range, Value value) => Number(value) is { } number
        && (!range.HasLt || number < range.Lt)
        && (!range.HasGt || number > range.Gt)
        && (!range.HasGte || number >= range.Gte)
        && (!range.HasLte || number <= range.Lte);

    public static bool Contains(DatetimeRange range, Value value) =>
        value.KindCase == Value.KindOneofCase.StringValue && Instants.Microseconds(value.StringValue) is { } instant
        && (range.Lt is null || instant < Instants.Microseconds(range.Lt))
        && (range.Gt is null || instant > Instants.Microseconds(range.Gt))
        && (range.Gte is null || instant >= Instants.Microseconds(range.Gte))
        && (range.Lte is null || instant <= Instants.Microseconds(range.Lte));

    /// <summary>A list counts its elements, any other value counts one.</summary>
    public static bool Contains(ValuesCount range, Value value)
    {
        var count = value.ListValue is { } list ? (ulong)list.Values.Count : 1;
        return (!range.HasLt || count < range.Lt) && (!range.HasGt || count > range.Gt) && (!range.HasGte || count >= range.Gte) && (!range.HasLte || count <= range.Lte);
    }
}
