using Grpc.Core;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Reading and finding points.</summary>
internal sealed partial class PointsCalls(FakeQdrantState state) : Points.PointsBase
{
    private const int DefaultPage = 10;

    public override Task<GetResponse> Get(GetPoints request, ServerCallContext context) => Read(request.CollectionName, collection => new GetResponse
    {
        Result =
        {
            request.Ids.Select(id => PointKey.Of(id)).Distinct().Select(key => collection.Points.GetValueOrDefault(key)).OfType<StoredPoint>()
                .Select(point => Retrieved(collection, point, request.WithPayload, request.WithVectors, payloadByDefault: false)),
        },
    });

    public override Task<CountResponse> Count(CountPoints request, ServerCallContext context) => Read(request.CollectionName, collection =>
    {
        var filters = new FilterMatching(collection);
        return new CountResponse { Result = new CountResult { Count = (ulong)collection.Points.Values.Count(point => filters.Matches(request.Filter, point)) } };
    });

    public override Task<ScrollResponse> Scroll(ScrollPoints request, ServerCallContext context)
    {
        QueryChecks.RequirePositive(!request.HasLimit || request.Limit > 0, "limit");
        return Read(request.CollectionName, collection => request.OrderBy is null ? Page(collection, request) : OrderedPage(collection, request));
    }

    public override Task<FacetResponse> Facet(FacetCounts request, ServerCallContext context)
    {
        NameRules.Check(request.CollectionName);
        QueryChecks.RequireText(request.Key, "key");
        return Read(request.CollectionName, collection => new FacetResponse { Hits = { Faceting.Count(request, collection) } });
    }

    public override Task<QueryResponse> Query(QueryPoints request, ServerCallContext context)
    {
        QueryChecks.Check(request);
        return Read(request.CollectionName, collection => new QueryResponse { Result = { Answer(collection, request) } });
    }

    public override Task<QueryBatchResponse> QueryBatch(QueryBatchPoints request, ServerCallContext context)
    {
        NameRules.Check(request.CollectionName);
        for (var i = 0; i < request.QueryPoints.Count; i++)
        {
            NameRules.Check(request.QueryPoints[i].CollectionName, $"query_points[{i}].collection_name");
            QueryChecks.Check(request.QueryPoints[i]);
        }

        return Read(request.CollectionName, collection => new QueryBatchResponse
        {
            Result = { request.QueryPoints.Select(query => new BatchResult { Result = { Answer(collection, query) } }) },
        });
    }

    public override Task<QueryGroupsResponse> QueryGroups(QueryPointGroups request, ServerCallContext context)
    {
        QueryChecks.Check(request);
        return Read(request.CollectionName, collection =>
        {
            var result = new GroupsResult();
            foreach (var (id, hits) in Grouping.By(request, new QueryEvaluation(collection).Evaluate(QueryPart.Of(request))))
            {
                var group = new PointGroup { Id = id, Lookup = Lookup(request.WithLookup, id) };
                group.Hits.Add(hits.Select(scored => Shown(collection, scored, request.WithPayload, request.WithVectors)));
                result.Groups.Add(group);
            }

            return new QueryGroupsResponse { Result = result };
        });
    }

    private RetrievedPoint? Lookup(WithLookup? lookup, GroupId id)
    {
        if (lookup is null)
        {
            return null;
        }

        var other = state.Catalogue.Find(lookup.Collection) ?? throw Refusal.NotFound($"Collection {lookup.Collection} not found");
        PointKey? key = id.KindCase switch
        {
            GroupId.KindOneofCase.StringValue => Guid.TryParse(id.StringValue, out var uuid) ? new PointKey(0, uuid.ToString()) : null,
            GroupId.KindOneofCase.UnsignedValue => new PointKey(id.UnsignedValue, null),
            _ => null,
        };
        return key is { } known && other.Points.TryGetValue(known, out var point)
            ? Retrieved(other, point, lookup.WithPayload, lookup.WithVectors, payloadByDefault: true)
            : null;
    }

    private static IEnumerable<ScoredPoint> Answer(StoredCollection collection, QueryPoints query) => query.LookupFrom is not null
        ? throw Refusal.NotPlayed("vectors looked up in another collection")
        : new QueryEvaluation(collection).Evaluate(QueryPart.Of(query)).Select(scored => Shown(collection, scored, query.WithPayload, query.WithVectors));

    private static ScrollResponse Page(StoredCollection collection, ScrollPoints request)
    {
        var filters = new FilterMatching(collection);
        var from = request.Offset is null ? default : PointKey.Of(request.Offset);
        var limit = request.HasLimit ? (int)request.Limit : DefaultPage;
        var points = collection.Points.Values.Where(point => point.Key.CompareTo(from) >= 0 && filters.Matches(request.Filter, point)).Take(limit + 1).ToList();
        return new ScrollResponse
        {
            Result = { points.Take(limit).Select(point => Retrieved(collection, point, request.WithPayload, request.WithVectors, payloadByDefault: true)) },
            NextPageOffset = points.Count > limit ? points[limit].Key.ToId() : null,
        };
    }

    private static ScrollResponse OrderedPage(StoredCollection collection, ScrollPoints request)
    {
        if (request.Offset is not null)
        {
            throw Refusal.WrongInput(
                "Cannot use an `offset` when using `order_by`. The alternative for paging is to use `order_by.start_from` and a filter to exclude the IDs "
                + "that you've already seen for the `order_by.start_from` value");
        }

        var filters = new FilterMatching(collection);
        var page = Ordering.By(request.OrderBy, collection, collection.Points.Values.Where(point => filters.Matches(request.Filter, point)))
            .Take(request.HasLimit ? (int)request.Limit : DefaultPage);
        return new ScrollResponse
        {
            Result =
            {
                page.Select(scored =>
                {
                    var shown = Retrieved(collection, scored.Point, request.WithPayload, request.WithVectors, payloadByDefault: true);
                    shown.OrderValue = scored.Order;
                    return shown;
                }),
            },
        };
    }

    private static RetrievedPoint Retrieved(
        StoredCollection collection, StoredPoint point, WithPayloadSelector? payload, WithVectorsSelector? vectors, bool payloadByDefault)
    {
        var shown = new RetrievedPoint { Id = point.Key.ToId(), Vectors = Selection.Vectors(collection, point, vectors) };
        CopyPayload(Selection.Payload(point, payload, payloadByDefault), shown.Payload);
        return shown;
    }

    private static ScoredPoint Shown(StoredCollection collection, Scored scored, WithPayloadSelector? payload, WithVectorsSelector? vectors)
    {
        var shown = new ScoredPoint
        {
            Id = scored.Point.Key.ToId(),
            Score = (float)scored.Score,
            OrderValue = scored.Order,
            Vectors = Selection.Vectors(collection, scored.Point, vectors),
        };
        CopyPayload(Selection.Payload(scored.Point, payload, byDefault: false), shown.Payload);
        return shown;
    }

    private static void CopyPayload(IReadOnlyDictionary<string, Value> from, IDictionary<string, Value> to)
    {
        foreach (var (key, value) in from)
        {
            to[key] = value;
        }
    }

    private Task<T> Read<T>(string collection, Func<StoredCollection, T> work)
    {
        lock (state.Lock)
        {
            return Task.FromResult(work(state.Catalogue.Require(collection)));
        }
    }
}
