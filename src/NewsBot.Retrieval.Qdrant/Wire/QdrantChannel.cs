using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;

namespace NewsBot.Retrieval.Qdrant.Wire;

/// <summary>The connection to the server: opened with the first call, kept alive while idle, shared by all calls.</summary>
internal sealed class QdrantChannel : IDisposable
{
    private const int LargestMessage = 64 * 1024 * 1024;

    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    private readonly Lazy<GrpcChannel> channel;

    public QdrantChannel(QdrantOptions options)
    {
        Endpoint = new Uri(options.Endpoint!);
        Headers = options.ApiKey is { Length: > 0 } key ? [new Metadata.Entry("api-key", key)] : [];
        channel = new Lazy<GrpcChannel>(() => Open(Endpoint, options.TrustedCertificate));
    }

    public Uri Endpoint { get; }

    /// <summary>What every call carries.</summary>
    public Metadata Headers { get; }

    public CallInvoker Invoker => channel.Value.CreateCallInvoker();

    public void Dispose()
    {
        if (channel.IsValueCreated)
        {
            channel.Value.Dispose();
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The channel disposes of the handler.")]
    private static GrpcChannel Open(Uri endpoint, string? trusted) => GrpcChannel.ForAddress(endpoint, new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = PingInterval,
            KeepAlivePingTimeout = PingTimeout,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseProxy = !endpoint.IsLoopback,
            SslOptions = { CertificateChainPolicy = string.IsNullOrWhiteSpace(trusted) ? null : Trusting(trusted) },
        },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = LargestMessage,
        MaxSendMessageSize = LargestMessage,
    });

    /// <summary>Only this certificate, or what it has signed; its name is checked all the same.</summary>
    private static X509ChainPolicy Trusting(string path) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(path) },
        RevocationMode = X509RevocationMode.NoCheck,
    };
}
