using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>One WebSocket with frames of JSON; sends one at a time, as one compressed stream where the other side asked for that.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private readonly SemaphoreSlim _sending = new(1);
    private readonly WebSocket _socket;
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _compressing;

    public GatewayConnection(WebSocket socket, bool isCompressed)
    {
        _socket = socket;
        _compressing = isCompressed ? new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    public async Task SendAsync(JsonObject frame)
    {
        await _sending.WaitAsync();
        try
        {
            var json = Encoding.UTF8.GetBytes(frame.ToJsonString());
            var type = _compressing is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
            await _socket.SendAsync(_compressing is null ? json : Compressed(json), type, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The other side is gone; the session keeps what it missed.
        }
        finally
        {
            _sending.Release();
        }
    }

    public async Task<JsonObject?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return JsonNode.Parse(message.ToArray())!.AsObject();
            }
        }
    }

    public async Task CloseAsync(int code)
    {
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "closed by the fake", CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It is closed already.
        }
    }

    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _compressing?.Dispose();
        _compressed.Dispose();
        _sending.Dispose();
    }

    private byte[] Compressed(byte[] json)
    {
        _compressed.SetLength(0);
        _compressing!.Write(json);
        _compressing.Flush();
        return _compressed.ToArray();
    }
}
