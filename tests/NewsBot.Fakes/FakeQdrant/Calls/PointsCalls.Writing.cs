using Grpc.Core;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Changing points, and the indexes on their payload.</summary>
internal sealed partial class PointsCalls
{
    public override Task<PointsOperationResponse> Upsert(UpsertPoints request, ServerCallContext context)
    {
        NameRules.Check(request.CollectionName);
        for (var i = 0; i < request.Points.Count; i++)
        {
            VectorReading.CheckShape(request.Points[i].Vectors, i);
        }

        var breaks = state.Faults.TakeHalfApplied();
        var answer = Write(request.CollectionName, context, Acknowledgement(request.Wait, request is { HasTimeout: true, Timeout: 0 }), collection =>
            new PointWrites(collection).Upsert(request.Points, request.UpdateFilter, request.UpdateMode, halfOnly: breaks));
        return breaks ? throw Refusal.Of(StatusCode.Unavailable, "the connection broke in the middle of the batch") : answer;
    }

    public override Task<PointsOperationResponse> Delete(DeletePoints request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection => new PointWrites(collection).Delete(request.Points));

    public override Task<PointsOperationResponse> UpdateVectors(UpdatePointVectors request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection => new PointWrites(collection).UpdateVectors(request.Points));

    public override Task<PointsOperationResponse> DeleteVectors(DeletePointVectors request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection =>
            new PointWrites(collection).DeleteVectors(request.PointsSelector, request.Vectors?.Names.AsEnumerable() ?? []));

    public override Task<PointsOperationResponse> SetPayload(SetPayloadPoints request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection =>
            new PointWrites(collection).SetPayload(request.Payload, request.PointsSelector, request.Key));

    public override Task<PointsOperationResponse> OverwritePayload(SetPayloadPoints request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection =>
            new PointWrites(collection).OverwritePayload(request.Payload, request.PointsSelector));

    public override Task<PointsOperationResponse> DeletePayload(DeletePayloadPoints request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection =>
            new PointWrites(collection).DeletePayload(request.Keys, request.PointsSelector));

    public override Task<PointsOperationResponse> ClearPayload(ClearPayloadPoints request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection => new PointWrites(collection).ClearPayload(request.Points));

    public override Task<PointsOperationResponse> CreateFieldIndex(CreateFieldIndexCollection request, ServerCallContext context)
    {
        NameRules.Check(request.CollectionName);
        IndexChanges.Check(request);
        return Write(request.CollectionName, context, Acknowledgement(request.Wait), collection => IndexChanges.Create(request, collection));
    }

    public override Task<PointsOperationResponse> DeleteFieldIndex(DeleteFieldIndexCollection request, ServerCallContext context)
    {
        QueryChecks.RequireText(request.FieldName, "field_name");
        return Write(request.CollectionName, context, Acknowledgement(request.Wait), collection =>
        {
            collection.Indexes.Remove(request.FieldName);
            collection.LastOperation++;
        });
    }

    public override Task<PointsOperationResponse> CreateVectorName(CreateVectorNameRequest request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection => VectorNames.Create(request, collection));

    public override Task<PointsOperationResponse> DeleteVectorName(DeleteVectorNameRequest request, ServerCallContext context) =>
        Write(request.CollectionName, context, Acknowledgement(request.Wait), collection => collection.DropName(request.VectorName));

    public override Task<UpdateBatchResponse> UpdateBatch(UpdateBatchPoints request, ServerCallContext context)
    {
        if (request.Operations.Count == 0)
        {
            throw Refusal.Validation("operations", "value [] invalid, must be at least 1 characters");
        }

        CollectionsCalls.RequireWriteAccess(context);
        return Read(request.CollectionName, collection =>
        {
            var response = new UpdateBatchResponse();
            foreach (var operation in request.Operations)
            {
                new PointWrites(collection).Apply(operation);
                response.Result.Add(new UpdateResult { OperationId = ++collection.LastOperation, Status = Acknowledgement(request.Wait) });
            }

            return response;
        });
    }

    private static UpdateStatus Acknowledgement(bool wait, bool timesOutAtOnce = false) =>
        timesOutAtOnce ? UpdateStatus.WaitTimeout : wait ? UpdateStatus.Completed : UpdateStatus.Acknowledged;

    private Task<PointsOperationResponse> Write(string name, ServerCallContext context, UpdateStatus status, Action<StoredCollection> change) => Read(name, collection =>
    {
        CollectionsCalls.RequireWriteAccess(context);
        change(collection);
        return new PointsOperationResponse { Result = new UpdateResult { OperationId = ++collection.LastOperation, Status = status } };
    });
}
