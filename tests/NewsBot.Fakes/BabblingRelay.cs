using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsBot.Fakes;

/// <summary>Passes connections on to a server until it begins to babble: then it breaks them off and answers new ones with nonsense.</summary>
public sealed class BabblingRelay : IAsyncDisposable
{
    private static readonly byte[] Nonsense = Encoding.ASCII.GetBytes("BANANA BANANA BANANA\r\n\r\n");

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> open = [];
    private readonly Uri server;
    private readonly Task serving;
    private volatile bool babbles;

    /// <summary>Begins to pass connections on to a server.</summary>
    public BabblingRelay(Uri server)
    {
        this.server = server;
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://{listener.LocalEndpoint}");

    /// <summary>From now on it talks nonsense.</summary>
    public void Babble()
    {
        babbles = true;
        CloseAll();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        CloseAll();
        await serving;
    }

    private async Task ServeAsync()
    {
        var relaying = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                open.Add(client);
                relaying.Add(babbles ? AnswerAsync(client) : RelayAsync(client));
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(relaying);
        }
    }

    private static async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            await client.GetStream().WriteAsync(Nonsense);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var target = new TcpClient();
        try
        {
            await target.ConnectAsync(server.Host, server.Port);
            open.Add(target);
            await Task.WhenAny(client.GetStream().CopyToAsync(target.GetStream()), target.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            client.Dispose();
        }
    }

    private void CloseAll()
    {
        while (open.TryTake(out var client))
        {
            client.Dispose();
        }
    }
}
