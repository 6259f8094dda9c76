using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>The best points by the value of a field: strings and whole numbers make groups, a list puts its point into several.</summary>
internal static class Grouping
{
    private const int DefaultGroups = 10;
    private const int DefaultSize = 3;

    public static IEnumerable<(GroupId Id, IReadOnlyList<Scored> Hits)> By(QueryPointGroups query, IEnumerable<Scored> ranked)
    {
        var path = PayloadPath.Parse(query.GroupBy);
        var size = query.HasGroupSize ? (int)query.GroupSize : DefaultSize;
        var groups = new Dictionary<object, (GroupId Id, List<Scored> Hits)>();
        var order = new List<object>();
        foreach (var scored in ranked)
        {
            foreach (var id in path.FindOpened(scored.Point.Payload).Select(IdOf).OfType<GroupId>().Distinct())
            {
                if (!groups.TryGetValue(id, out var group))
                {
                    groups[id] = group = (id, []);
                    order.Add(id);
                }

                if (group.Hits.Count < size)
                {
                    group.Hits.Add(scored);
                }
            }
        }

        return order.Take(query.HasLimit ? (int)query.Limit : DefaultGroups).Select(id => (groups[id].Id, (IReadOnlyList<Scored>)groups[id].Hits));
    }

    private static GroupId? IdOf(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => new GroupId { StringValue = value.StringValue },
        Value.KindOneofCase.IntegerValue when value.IntegerValue >= 0 => new GroupId { UnsignedValue = (ulong)value.IntegerValue },
        Value.KindOneofCase.IntegerValue => new GroupId { IntegerValue = value.IntegerValue },
        _ => null,
    };
}
