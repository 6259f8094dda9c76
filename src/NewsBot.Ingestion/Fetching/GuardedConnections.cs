using System.Net;
using System.Net.Sockets;

namespace NewsBot.Ingestion.Fetching;

/// <summary>The address is not one that may be fetched from.</summary>
public sealed class AddressNotAllowedException : IOException
{
    /// <summary>Creates the exception.</summary>
    public AddressNotAllowedException(string host)
        : base($"the address of {host} is not public, so it is not fetched; if it is yours, add its network to Ingestion:AllowedNetworks")
    {
    }
}

/// <summary>
/// Opens connections for fetching: the name is looked up once, every address it gives is checked, and the connection goes to the checked
/// address itself, so that a second look-up cannot lead elsewhere. TLS still checks the name.
/// </summary>
internal sealed class GuardedConnections(AddressRules rules)
{
    /// <summary>A message handler that connects only where the rules allow, and follows nothing by itself.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = ConnectAsync,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
        UseCookies = false,
        MaxConnectionsPerServer = 4,
        MaxResponseHeadersLength = 64,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);

        // One forbidden address among public ones is how a rebinding name looks, so all must be allowed.
        if (!addresses.All(rules.Allow))
        {
            throw new AddressNotAllowedException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
