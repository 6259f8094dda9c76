using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Points by the value of a payload field; the field needs an index that knows ranges, and points without a value are left out.</summary>
internal static class Ordering
{
    public static IEnumerable<Scored> By(OrderBy order, StoredCollection collection, IEnumerable<StoredPoint> points)
    {
        var path = PayloadPath.Parse(order.Key);
        var type = collection.IndexOn(order.Key)?.DataType;
        if (type is not (PayloadSchemaType.Integer or PayloadSchemaType.Float or PayloadSchemaType.Datetime))
        {
            throw Refusal.WrongInput(
                $"No range index for `order_by` key: `{order.Key}`. Please create one to use `order_by`. "
                + "Check https://qdrant.tech/documentation/concepts/indexing/#payload-index to see which payload schemas support Range conditions");
        }

        var descends = order.Direction == Direction.Desc;
        var start = order.StartFrom is null ? null : Start(order.StartFrom);
        var valued = points.SelectMany(point => path.FindOpened(point.Payload).Select(value => (point, value: Comparable(value, type.Value))))
            .Where(pair => pair.value is not null && (start is null || (descends ? pair.value <= start : pair.value >= start)));
        var sorted = descends
            ? valued.OrderByDescending(pair => pair.value).ThenByDescending(pair => pair.point.Key)
            : valued.OrderBy(pair => pair.value).ThenBy(pair => pair.point.Key);
        return sorted.Select(pair => new Scored(pair.point, 1, Shown(pair.value!.Value, type.Value)));
    }

    private static double? Comparable(Value value, PayloadSchemaType type) => type switch
    {
        PayloadSchemaType.Datetime => value.KindCase == Value.KindOneofCase.StringValue ? Instants.Microseconds(value.StringValue) : null,
        PayloadSchemaType.Integer => value.KindCase == Value.KindOneofCase.IntegerValue ? value.IntegerValue : null,
        _ => Ranges.Number(value),
    };

    private static OrderValue Shown(double value, PayloadSchemaType type) =>
        type == PayloadSchemaType.Float ? new OrderValue { Float = value } : new OrderValue { Int = (long)value };

    private static double? Start(StartFrom start) => start.ValueCase switch
    {
        StartFrom.ValueOneofCase.Float => start.Float,
        StartFrom.ValueOneofCase.Integer => start.Integer,
        StartFrom.ValueOneofCase.Timestamp => Instants.Microseconds(start.Timestamp),
        StartFrom.ValueOneofCase.Datetime => Instants.Microseconds(start.Datetime) ?? throw Refusal.InvalidArgument("Malformed datetime: input contains invalid characters"),
        _ => null,
    };
}
