using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace NewsBot.Fakes;

/// <summary>Records each call and lets it fail or wait as the test wants.</summary>
internal sealed class FaultInterceptor(FakeQdrantState state) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (state.Faults.RecordsCalls)
        {
            state.Calls.Enqueue(new FakeQdrantCall(context.Method.Split('.')[^1], (IMessage)request));
        }

        if (state.Faults.Delay > TimeSpan.Zero)
        {
            await Task.Delay(state.Faults.Delay, context.CancellationToken);
        }

        if (state.Faults.IsUnavailable)
        {
            throw Refusal.Of(StatusCode.Unavailable, "the server is away");
        }

        if (state.Faults.Refusals.TryDequeue(out var refusal))
        {
            var trailers = new Metadata();
            if (refusal.RetryAfter is { } seconds)
            {
                trailers.Add("retry-after", seconds);
            }

            throw new RpcException(new Status(refusal.Code, refusal.Details), trailers);
        }

        return await continuation(request, context);
    }
}
