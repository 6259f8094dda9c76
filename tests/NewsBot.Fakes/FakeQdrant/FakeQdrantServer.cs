using System.Net;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>
/// A Qdrant server in this process: gRPC over plain HTTP/2 on a loopback port of its own, with real scoring, filters, groups, aliases and
/// errors, held to what a real server answered by the replay of its transcripts. Everything is in memory. What it does not play answers
/// UNIMPLEMENTED with <see cref="NotPlayedPrefix"/>.
/// </summary>
public sealed class FakeQdrantServer : IAsyncDisposable
{
    /// <summary>How the status text of an answer begins that a real server would have given and this one cannot.</summary>
    public const string NotPlayedPrefix = "FakeQdrant does not play ";

    private readonly WebApplication host;
    private readonly FakeQdrantState held;

    private FakeQdrantServer(WebApplication host, FakeQdrantState held)
    {
        this.host = host;
        this.held = held;
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>What goes wrong, and when.</summary>
    public FakeQdrantFaults Faults => held.Faults;

    /// <summary>The calls that were answered or refused, in the order of their arrival.</summary>
    public IReadOnlyList<FakeQdrantCall> Calls => [.. held.Calls];

    /// <summary>Starts a server.</summary>
    /// <param name="apiKey">The key that it demands; none when null.</param>
    /// <param name="readOnlyApiKey">A key that may only read.</param>
    /// <param name="certificate">The certificate that it shows over TLS; plain HTTP/2 when null.</param>
    public static async Task<FakeQdrantServer> StartAsync(string? apiKey = null, string? readOnlyApiKey = null, X509Certificate2? certificate = null)
    {
        var state = new FakeQdrantState();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            });
        });
        builder.Services.AddSingleton(state);
        builder.Services.AddGrpc(ConfigureGrpc);
        var app = builder.Build();
        app.UseMiddleware<ApiKeyGate>(new ApiKeys(apiKey, readOnlyApiKey));
        app.MapGrpcService<CollectionsCalls>();
        app.MapGrpcService<PointsCalls>();
        app.MapGrpcService<HealthCalls>();
        app.MapFallback(AnswerUnknownCall);
        await app.StartAsync();
        return new FakeQdrantServer(app, state);
    }

    /// <summary>The wire's message types by full name ("qdrant.QueryPoints"), or null: for tests that speak the wire themselves.</summary>
    public static MessageDescriptor? FindMessage(string fullName) =>
        WireFiles.SelectMany(file => file.MessageTypes).FirstOrDefault(message => message.FullName == fullName);

    /// <summary>Every message type of the wire, for comparing it with another definition of the same protocol.</summary>
    public static IEnumerable<MessageDescriptor> Messages => WireFiles.SelectMany(file => file.MessageTypes);

    /// <summary>What a node is after it lost its disk: running, and empty.</summary>
    public void LoseAllData() => held.LoseAllData();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static FileDescriptor[] WireFiles =>
    [
        ValuesReflection.Descriptor, FiltersReflection.Descriptor, CollectionsReflection.Descriptor, CollectionSettingsReflection.Descriptor,
        IndexesReflection.Descriptor, PointsReflection.Descriptor, QueriesReflection.Descriptor, ReadingReflection.Descriptor,
        WritingReflection.Descriptor, HealthReflection.Descriptor,
    ];

    private static void ConfigureGrpc(GrpcServiceOptions options)
    {
        options.MaxReceiveMessageSize = null;
        options.MaxSendMessageSize = null;
        options.IgnoreUnknownServices = true;
        options.Interceptors.Add<FaultInterceptor>();
    }

    private static Task AnswerUnknownCall(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = "12";
        return Task.CompletedTask;
    }
}

/// <summary>A call that the server received.</summary>
/// <param name="Method">The call's name, as in "Points/Query".</param>
/// <param name="Request">What was asked.</param>
public sealed record FakeQdrantCall(string Method, IMessage Request);
