using Grpc.Core;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Which server answers.</summary>
internal sealed class HealthCalls(FakeQdrantState state) : QdrantWire.Qdrant.QdrantBase
{
    public override Task<HealthCheckReply> HealthCheck(HealthCheckRequest request, ServerCallContext context) =>
        Task.FromResult(new HealthCheckReply { Title = "qdrant - vector search engine", Version = state.Faults.Version });
}
