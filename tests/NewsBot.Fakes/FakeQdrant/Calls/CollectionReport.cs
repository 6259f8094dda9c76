using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>What the server tells of a collection.</summary>
internal static class CollectionReport
{
    public static CollectionInfo Of(StoredCollection collection)
    {
        var info = new CollectionInfo
        {
            Status = CollectionStatus.Green,
            OptimizerStatus = new OptimizerStatus { Ok = true },
            SegmentsCount = 1,
            Config = collection.Config.Clone(),
            PointsCount = (ulong)collection.Points.Count,
            IndexedVectorsCount = 0,
            UpdateQueue = new UpdateQueueInfo(),
        };
        foreach (var (field, schema) in collection.Indexes)
        {
            var shown = schema.Clone();
            var path = PayloadPath.Parse(field);
            shown.Points = (ulong)collection.Points.Values.Count(point => path.FindOpened(point.Payload).Any(value => Fits(value, schema.DataType)));
            info.PayloadSchema[field] = shown;
        }

        return info;
    }

    private static bool Fits(Value value, PayloadSchemaType type) => type switch
    {
        PayloadSchemaType.Keyword or PayloadSchemaType.Text => value.KindCase == Value.KindOneofCase.StringValue,
        PayloadSchemaType.Integer => value.KindCase == Value.KindOneofCase.IntegerValue,
        PayloadSchemaType.Float => Ranges.Number(value) is not null,
        PayloadSchemaType.Bool => value.KindCase == Value.KindOneofCase.BoolValue,
        PayloadSchemaType.Datetime => value.KindCase == Value.KindOneofCase.StringValue && Instants.Microseconds(value.StringValue) is not null,
        PayloadSchemaType.Uuid => value.KindCase == Value.KindOneofCase.StringValue && Guid.TryParse(value.StringValue, out _),
        PayloadSchemaType.Geo => value.StructValue is { } fields && fields.Fields.ContainsKey("lat") && fields.Fields.ContainsKey("lon"),
        _ => false,
    };
}
