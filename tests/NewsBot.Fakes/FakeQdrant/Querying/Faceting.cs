using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>How many points have which value of an indexed field: most first, equal counts by value.</summary>
internal static class Faceting
{
    private const int DefaultLimit = 10;

    public static IEnumerable<FacetHit> Count(FacetCounts request, StoredCollection collection)
    {
        var type = collection.IndexOn(request.Key)?.DataType;
        if (type is not (PayloadSchemaType.Keyword or PayloadSchemaType.Integer or PayloadSchemaType.Uuid or PayloadSchemaType.Bool))
        {
            throw Refusal.WrongInput(
                $"No appropriate index for faceting: `{request.Key}`. Please create one to facet on this field. "
                + "Check https://qdrant.tech/documentation/concepts/indexing/#payload-index to see which payload schemas support Match conditions");
        }

        var filters = new FilterMatching(collection);
        var path = PayloadPath.Parse(request.Key);
        return collection.Points.Values.Where(point => filters.Matches(request.Filter, point))
            .SelectMany(point => path.FindOpened(point.Payload).Select(value => ValueOf(value, type.Value)).OfType<FacetValue>().Distinct())
            .GroupBy(value => value)
            .Select(group => new FacetHit { Value = group.Key, Count = (ulong)group.Count() })
            .OrderByDescending(hit => hit.Count).ThenBy(hit => hit.Value.IntegerValue).ThenBy(hit => hit.Value.BoolValue).ThenBy(hit => hit.Value.StringValue, StringComparer.Ordinal)
            .Take(request.HasLimit ? (int)request.Limit : DefaultLimit);
    }

    private static FacetValue? ValueOf(Value value, PayloadSchemaType type) => (type, value.KindCase) switch
    {
        (PayloadSchemaType.Keyword, Value.KindOneofCase.StringValue) => new FacetValue { StringValue = value.StringValue },
        (PayloadSchemaType.Uuid, Value.KindOneofCase.StringValue) when Guid.TryParse(value.StringValue, out var uuid) => new FacetValue { StringValue = uuid.ToString() },
        (PayloadSchemaType.Integer, Value.KindOneofCase.IntegerValue) => new FacetValue { IntegerValue = value.IntegerValue },
        (PayloadSchemaType.Bool, Value.KindOneofCase.BoolValue) => new FacetValue { BoolValue = value.BoolValue },
        _ => null,
    };
}
