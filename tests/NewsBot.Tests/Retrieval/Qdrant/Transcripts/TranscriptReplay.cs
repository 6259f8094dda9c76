using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using NewsBot.Fakes;

namespace NewsBot.Tests.Retrieval.Qdrant.Transcripts;

/// <summary>What a replay came to: how many calls were answered as recorded, which differ, and which are not played.</summary>
internal sealed record ReplayOutcome(int Same, IReadOnlyList<string> Differences, IReadOnlyList<UnplayedCall> Unplayed);

/// <summary>A recorded call that the emulator does not answer, and why.</summary>
internal sealed record UnplayedCall(string Scenario, string Step, string Rpc, string Reason);

/// <summary>Sends a transcript's calls, as bytes, to an emulator of its own.</summary>
internal static class TranscriptReplay
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);
    private static readonly JsonParser Requests = new(JsonParser.Settings.Default);
    private static readonly JsonFormatter Answers = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    public static async Task<ReplayOutcome> Play(Transcript transcript)
    {
        await using var server = await FakeQdrantServer.StartAsync(transcript.ApiKey, transcript.ReadOnlyApiKey);
        using var channel = GrpcChannel.ForAddress(server.Endpoint, new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });
        var invoker = channel.CreateCallInvoker();
        var same = 0;
        var differences = new List<string>();
        var unplayed = new List<UnplayedCall>();
        var missing = new Dictionary<string, string>();
        foreach (var step in transcript.Steps)
        {
            var (status, answer) = await Send(invoker, step);
            if ((missing.GetValueOrDefault(step.Collection) ?? ReasonNotPlayed(step, status)) is { } reason)
            {
                unplayed.Add(new UnplayedCall(transcript.Scenario, step.Name, step.Rpc, reason));
                if (step.Rpc.EndsWith("Collections/Create", StringComparison.Ordinal))
                {
                    // What follows on a collection that could not be made cannot be played either.
                    missing[step.Collection] = reason;
                }
            }
            else if (Compare(step, status, answer) is { } difference)
            {
                differences.Add($"{transcript.Scenario} | {step.Name} | {step.Rpc} | {difference}");
            }
            else
            {
                same++;
            }
        }

        return new ReplayOutcome(same, differences, unplayed);
    }

    private static async Task<(Status Status, byte[] Answer)> Send(CallInvoker invoker, TranscriptStep step)
    {
        var parts = step.Rpc.Split('/');
        var method = new Method<byte[], byte[]>(MethodType.Unary, parts[0], parts[1], Bytes, Bytes);
        var headers = new Metadata();
        foreach (var (key, value) in step.Metadata)
        {
            headers.Add(key, value);
        }

        try
        {
            using var call = invoker.AsyncUnaryCall(method, null, new CallOptions(headers), RequestOf(step));
            return (Status.DefaultSuccess, await call.ResponseAsync);
        }
        catch (RpcException exception)
        {
            return (exception.Status, []);
        }
    }

    private static byte[] RequestOf(TranscriptStep step) => step.RequestBytes is { } base64 ? Convert.FromBase64String(base64)
        : step.RequestType is { } type && FakeQdrantServer.FindMessage(type) is { } descriptor
            ? Requests.Parse(step.Request?.ToJsonString() ?? "{}", descriptor).ToByteArray()
            : [];

    private static string? ReasonNotPlayed(TranscriptStep step, Status status)
    {
        if (step is { RequestBytes: not null, StatusNumber: (int)StatusCode.Internal })
        {
            return "the words about bytes that are no message";
        }

        if (status.StatusCode != StatusCode.Unimplemented || step.StatusNumber == (int)StatusCode.Unimplemented)
        {
            return null;
        }

        return status.Detail.StartsWith(FakeQdrantServer.NotPlayedPrefix, StringComparison.Ordinal)
            ? status.Detail[FakeQdrantServer.NotPlayedPrefix.Length..]
            : "the call " + step.Rpc;
    }

    private static string? Compare(TranscriptStep step, Status status, byte[] answer)
    {
        if ((int)status.StatusCode != step.StatusNumber)
        {
            return $"expected status {step.StatusNumber} '{step.StatusDetails}', got {(int)status.StatusCode} '{status.Detail}'";
        }

        if (step.StatusNumber != 0)
        {
            return step.Ignored.Contains("details") || step.StatusDetails == status.Detail ? null
                : $"expected '{step.StatusDetails}', got '{status.Detail}'";
        }

        return FakeQdrantServer.FindMessage(step.ResponseType!) is { } descriptor
            ? new AnswerComparison(step).FirstDifference(step.Response ?? new JsonObject(), Json(descriptor, answer))
            : null;
    }

    private static JsonNode? Json(MessageDescriptor descriptor, byte[] bytes) => JsonNode.Parse(Answers.Format(descriptor.Parser.ParseFrom(bytes)));
}
