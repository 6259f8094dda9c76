using System.Diagnostics;
using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Qdrant.Client.Grpc;
using HealthService = Qdrant.Client.Grpc.Qdrant;

namespace NewsBot.Retrieval.Qdrant.Wire;

/// <summary>
/// Every call that NewsBot makes to Qdrant, each with a deadline, repetition, circuit breaker and trace. Whatever reads or deletes points
/// takes an <see cref="ArchiveScope"/>, so that no call can look outside its archive.
/// </summary>
internal sealed class QdrantCalls : IDisposable
{
    /// <summary>The name of the source of traces.</summary>
    public const string TraceSource = "NewsBot.Retrieval.Qdrant";

    private const double WritesMayTake = 3;

    private static readonly ActivitySource Traces = new(TraceSource);

    private readonly QdrantChannel channel;
    private readonly CallPolicy policy;
    private readonly TimeProvider clock;
    private readonly TimeSpan deadline;
    private readonly Lazy<Points.PointsClient> points;
    private readonly Lazy<Collections.CollectionsClient> collections;

    public QdrantCalls(QdrantOptions options, TimeProvider clock, ILogger logger)
    {
        this.clock = clock;
        channel = new QdrantChannel(options);
        policy = new CallPolicy(options, clock, logger);
        deadline = TimeSpan.FromSeconds(options.DeadlineSeconds);
        points = new Lazy<Points.PointsClient>(() => new Points.PointsClient(channel.Invoker));
        collections = new Lazy<Collections.CollectionsClient>(() => new Collections.CollectionsClient(channel.Invoker));
    }

    public Uri Endpoint => channel.Endpoint;

    public Task<HealthCheckReply> HealthAsync(CancellationToken cancellationToken) =>
        Call("Qdrant/HealthCheck", "", options => new HealthService.QdrantClient(channel.Invoker).HealthCheckAsync(new HealthCheckRequest(), options), cancellationToken);

    public async Task<CollectionInfo?> FindCollectionAsync(string name, CancellationToken cancellationToken) => await OrNull(
        Call("Collections/Get", name, options => collections.Value.GetAsync(new GetCollectionInfoRequest { CollectionName = name }, options), cancellationToken)) is { } answer
        ? answer.Result
        : null;

    public async Task<IReadOnlyList<string>> CollectionNamesAsync(CancellationToken cancellationToken) =>
        [.. (await Call("Collections/List", "", options => collections.Value.ListAsync(new ListCollectionsRequest(), options), cancellationToken)).Collections.Select(collection => collection.Name)];

    public async Task CreateCollectionAsync(CreateCollection request, CancellationToken cancellationToken)
    {
        try
        {
            await Call("Collections/Create", request.CollectionName, options => collections.Value.CreateAsync(request, options), cancellationToken, WritesMayTake);
        }
        catch (QdrantRefusedException exception) when (exception.Status == StatusCode.AlreadyExists)
        {
            // A repeated call whose first attempt succeeded, or another process that was quicker: either way it is there.
        }
    }

    public Task DeleteCollectionAsync(string name, CancellationToken cancellationToken) =>
        Call("Collections/Delete", name, options => collections.Value.DeleteAsync(new DeleteCollection { CollectionName = name }, options), cancellationToken, WritesMayTake);

    public async Task<IReadOnlyDictionary<string, string>> AliasesAsync(CancellationToken cancellationToken) =>
        (await Call("Collections/ListAliases", "", options => collections.Value.ListAliasesAsync(new ListAliasesRequest(), options), cancellationToken))
            .Aliases.ToDictionary(alias => alias.AliasName, alias => alias.CollectionName);

    /// <summary>Points aliases to collections, all at once.</summary>
    public Task PointAliasesAsync(IEnumerable<(string Alias, string Collection)> targets, CancellationToken cancellationToken)
    {
        var request = new ChangeAliases();
        request.Actions.Add(targets.Select(target => new AliasOperations { CreateAlias = new CreateAlias { AliasName = target.Alias, CollectionName = target.Collection } }));
        return Call("Collections/UpdateAliases", "", options => collections.Value.UpdateAliasesAsync(request, options), cancellationToken, WritesMayTake);
    }

    public Task CreateIndexAsync(CreateFieldIndexCollection request, CancellationToken cancellationToken) =>
        Call("Points/CreateFieldIndex", request.CollectionName, options => points.Value.CreateFieldIndexAsync(request, options), cancellationToken, WritesMayTake);

    /// <summary>Writes whole points and waits until they can be found.</summary>
    public Task UpsertAsync(string collection, IEnumerable<PointStruct> given, CancellationToken cancellationToken)
    {
        var request = new UpsertPoints { CollectionName = collection, Wait = true, Points = { given } };
        return request.Points.Count == 0
            ? Task.CompletedTask
            : Call("Points/Upsert", collection, options => points.Value.UpsertAsync(request, options), cancellationToken, WritesMayTake);
    }

    /// <summary>Sets vectors of points that exist; the others of their vectors stay.</summary>
    public Task UpdateVectorsAsync(string collection, IEnumerable<PointVectors> given, CancellationToken cancellationToken)
    {
        var request = new UpdatePointVectors { CollectionName = collection, Wait = true, Points = { given } };
        return Call("Points/UpdateVectors", collection, options => points.Value.UpdateVectorsAsync(request, options), cancellationToken, WritesMayTake);
    }

    /// <summary>Sets fields of the points in a scope; a null takes the field away.</summary>
    public Task SetPayloadAsync(string collection, ArchiveScope scope, IReadOnlyDictionary<string, Value> fields, CancellationToken cancellationToken)
    {
        var request = new SetPayloadPoints { CollectionName = collection, Wait = true, PointsSelector = new PointsSelector { Filter = scope.Filter } };
        foreach (var (field, value) in fields)
        {
            request.Payload[field] = value;
        }

        return Call("Points/SetPayload", collection, options => points.Value.SetPayloadAsync(request, options), cancellationToken, WritesMayTake);
    }

    public Task DeleteAsync(string collection, ArchiveScope scope, CancellationToken cancellationToken)
    {
        var request = new DeletePoints { CollectionName = collection, Wait = true, Points = new PointsSelector { Filter = scope.Filter } };
        return Call("Points/Delete", collection, options => points.Value.DeleteAsync(request, options), cancellationToken, WritesMayTake);
    }

    public async Task<ulong> CountAsync(string collection, ArchiveScope scope, CancellationToken cancellationToken) => (await Call(
        "Points/Count",
        collection,
        options => points.Value.CountAsync(new CountPoints { CollectionName = collection, Filter = scope.Filter, Exact = true }, options),
        cancellationToken)).Result.Count;

    /// <summary>One page of points in the order of their ids, and where the next begins (null after the last).</summary>
    public async Task<(IReadOnlyList<RetrievedPoint> Points, PointId? Next)> ScrollAsync(
        string collection, ArchiveScope scope, IEnumerable<string> fields, PointId? from, uint limit, CancellationToken cancellationToken)
    {
        var request = new ScrollPoints { CollectionName = collection, Filter = scope.Filter, Limit = limit, WithPayload = Fields(fields) };
        if (from is not null)
        {
            request.Offset = from;
        }

        var answer = await Call("Points/Scroll", collection, options => points.Value.ScrollAsync(request, options), cancellationToken);
        return (answer.Result, answer.NextPageOffset);
    }

    public async Task<IReadOnlyList<FacetHit>> FacetAsync(string collection, ArchiveScope scope, string field, ulong limit, CancellationToken cancellationToken) => (await Call(
        "Points/Facet",
        collection,
        options => points.Value.FacetAsync(new FacetCounts { CollectionName = collection, Filter = scope.Filter, Key = field, Limit = limit, Exact = true }, options),
        cancellationToken)).Hits;

    public async Task<IReadOnlyList<ScoredPoint>> QueryAsync(ScopedQuery query, CancellationToken cancellationToken) =>
        (await Call("Points/Query", query.Request.CollectionName, options => points.Value.QueryAsync(query.Request, options), cancellationToken)).Result;

    /// <summary>Several queries of one collection in one round trip; the answers in their order.</summary>
    public async Task<IReadOnlyList<RepeatedField<ScoredPoint>>> QueryAsync(IReadOnlyList<ScopedQuery> queries, CancellationToken cancellationToken)
    {
        var request = new QueryBatchPoints { CollectionName = queries[0].Request.CollectionName, QueryPoints = { queries.Select(query => query.Request) } };
        var answer = await Call("Points/QueryBatch", request.CollectionName, options => points.Value.QueryBatchAsync(request, options), cancellationToken);
        return [.. answer.Result.Select(batch => batch.Result)];
    }

    public void Dispose() => channel.Dispose();

    internal static WithPayloadSelector Fields(IEnumerable<string> fields) => new() { Include = new PayloadIncludeSelector { Fields = { fields } } };

    private async Task<T> Call<T>(string name, string collection, Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken, double patience = 1)
    {
        using var trace = Traces.StartActivity(name, ActivityKind.Client);
        trace?.SetTag("db.system.name", "qdrant").SetTag("db.operation.name", name).SetTag("db.collection.name", collection).SetTag("server.address", Endpoint.Host);
        try
        {
            return await policy.RunAsync(
                async token => await call(new CallOptions(channel.Headers, clock.GetUtcNow().UtcDateTime + (deadline * patience), token)).ResponseAsync,
                cancellationToken);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (RpcException exception)
        {
            trace?.SetStatus(ActivityStatusCode.Error, exception.StatusCode.ToString());
            throw QdrantFailures.Explain(exception, Endpoint, name, collection);
        }
        catch (BrokenCircuitException exception)
        {
            trace?.SetStatus(ActivityStatusCode.Error, "circuit open");
            throw QdrantFailures.Away(Endpoint, "it failed most of the last calls", exception);
        }
    }

    private static async Task<T?> OrNull<T>(Task<T> call)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (QdrantRefusedException exception) when (exception.Status == StatusCode.NotFound)
        {
            return null;
        }
    }
}
