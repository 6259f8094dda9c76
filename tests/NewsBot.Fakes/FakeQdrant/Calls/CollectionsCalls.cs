using Grpc.Core;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Collections and aliases.</summary>
internal sealed class CollectionsCalls(FakeQdrantState state) : Collections.CollectionsBase
{
    public override Task<GetCollectionInfoResponse> Get(GetCollectionInfoRequest request, ServerCallContext context) => Locked(context, catalogue =>
        new GetCollectionInfoResponse { Result = CollectionReport.Of(catalogue.Require(request.CollectionName)) });

    public override Task<ListCollectionsResponse> List(ListCollectionsRequest request, ServerCallContext context) => Locked(context, catalogue =>
        new ListCollectionsResponse { Collections = { catalogue.Collections.Keys.Select(name => new CollectionDescription { Name = name }) } });

    public override Task<CollectionOperationResponse> Create(CreateCollection request, ServerCallContext context) => Locked(context, catalogue =>
    {
        CollectionChecks.CheckCreation(request);
        RequireWriteAccess(context);
        if (catalogue.Aliases.ContainsKey(request.CollectionName))
        {
            throw Refusal.WrongInput($"Can't create collection with name {request.CollectionName}. Alias with the same name already exists");
        }

        if (!catalogue.Collections.TryAdd(request.CollectionName, new StoredCollection(request)))
        {
            throw Refusal.Of(StatusCode.AlreadyExists, $"Wrong input: Collection `{request.CollectionName}` already exists!");
        }

        return Done(true);
    });

    public override Task<CollectionOperationResponse> Update(UpdateCollection request, ServerCallContext context) => Locked(context, catalogue =>
    {
        CollectionChanges.Apply(request, catalogue.Require(request.CollectionName));
        return Done(true);
    });

    public override Task<CollectionOperationResponse> Delete(DeleteCollection request, ServerCallContext context) => Locked(context, catalogue =>
    {
        NameRules.Check(request.CollectionName);
        RequireWriteAccess(context);
        return Done(catalogue.Delete(request.CollectionName));
    });

    public override Task<CollectionOperationResponse> UpdateAliases(ChangeAliases request, ServerCallContext context) => Locked(context, catalogue =>
    {
        RequireWriteAccess(context);
        foreach (var action in request.Actions)
        {
            catalogue.Apply(action);
        }

        return Done(true);
    });

    public override Task<ListAliasesResponse> ListAliases(ListAliasesRequest request, ServerCallContext context) => Locked(context, catalogue =>
        new ListAliasesResponse { Aliases = { catalogue.Aliases.Select(Describe) } });

    public override Task<ListAliasesResponse> ListCollectionAliases(ListCollectionAliasesRequest request, ServerCallContext context) => Locked(context, catalogue =>
        new ListAliasesResponse { Aliases = { catalogue.Aliases.Where(pair => pair.Value == request.CollectionName).Select(Describe) } });

    public override Task<CollectionExistsResponse> CollectionExists(CollectionExistsRequest request, ServerCallContext context) => Locked(context, catalogue =>
    {
        NameRules.Check(request.CollectionName);
        return new CollectionExistsResponse { Result = new CollectionExists { Exists = catalogue.Find(request.CollectionName) is not null } };
    });

    internal static void RequireWriteAccess(ServerCallContext context)
    {
        if (context.GetHttpContext().Items.ContainsKey(ApiKeyGate.ReadOnlyMark))
        {
            throw Refusal.Of(StatusCode.PermissionDenied, "Forbidden: Global manage access is required");
        }
    }

    private static AliasDescription Describe(KeyValuePair<string, string> pair) => new() { AliasName = pair.Key, CollectionName = pair.Value };

    private static CollectionOperationResponse Done(bool result) => new() { Result = result };

    private Task<T> Locked<T>(ServerCallContext context, Func<Catalogue, T> work)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        lock (state.Lock)
        {
            return Task.FromResult(work(state.Catalogue));
        }
    }
}
