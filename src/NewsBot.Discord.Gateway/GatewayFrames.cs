using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Discord.Net.WebSockets;

namespace NewsBot.Discord.Gateway;

/// <summary>
/// The socket of one connection. Discord.Net gets every frame first, so that what it knows of channels and members is up to date; then each
/// event goes on as Discord sent it. Events are read from there and not from Discord.Net's own types, because those lack fields that NewsBot
/// decides by, and an event with a component that this version of Discord.Net does not know never becomes one.
/// </summary>
/// <param name="socket">The socket that carries the frames.</param>
/// <param name="handle">Takes an event's name and data; returns at once.</param>
internal sealed class GatewayFrames(IWebSocketClient socket, Action<string, JsonElement> handle) : IWebSocketClient
{
    private const int DispatchOperation = 0;

    // A stream that begins anew with each connection begins with this byte, which no later frame does.
    private const byte ZLibHeader = 0x78;
    private const int ZLibHeaderLength = 2;

    private readonly MemoryStream _compressed = new();
    private DeflateStream? _inflating;

    /// <inheritdoc/>
    public event Func<byte[], int, int, Task>? BinaryMessage
    {
        // What is compressed is passed on as text.
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public event Func<string, Task>? TextMessage;

    /// <inheritdoc/>
    public event Func<Exception, Task>? Closed
    {
        add => socket.Closed += value;
        remove => socket.Closed -= value;
    }

    /// <summary>Begins to pass frames on.</summary>
    public GatewayFrames Listening()
    {
        socket.TextMessage += PassOnAsync;
        socket.BinaryMessage += (data, index, count) => PassOnAsync(Inflate(data.AsSpan(index, count)));
        return this;
    }

    /// <inheritdoc/>
    public void SetHeader(string key, string value) => socket.SetHeader(key, value);

    /// <inheritdoc/>
    public void SetCancelToken(CancellationToken cancelToken) => socket.SetCancelToken(cancelToken);

    /// <inheritdoc/>
    public Task ConnectAsync(string host) => socket.ConnectAsync(host);

    /// <inheritdoc/>
    public Task DisconnectAsync(int closeCode = 1000) => socket.DisconnectAsync(closeCode);

    /// <inheritdoc/>
    public Task SendAsync(byte[] data, int index, int count, bool isText) => socket.SendAsync(data, index, count, isText);

    /// <inheritdoc/>
    public void Dispose()
    {
        _inflating?.Dispose();
        _compressed.Dispose();
        socket.Dispose();
    }

    private async Task PassOnAsync(string frame)
    {
        if (TextMessage is { } received)
        {
            await received(frame);
        }

        using var json = JsonDocument.Parse(frame);
        if (json.RootElement.GetProperty("op").GetInt32() == DispatchOperation && json.RootElement.GetProperty("t").GetString() is { } type)
        {
            handle(type, json.RootElement.GetProperty("d").Clone());
        }
    }

    private string Inflate(ReadOnlySpan<byte> data)
    {
        if (data[0] == ZLibHeader || _inflating is null)
        {
            _inflating?.Dispose();
            _inflating = new DeflateStream(_compressed, CompressionMode.Decompress, leaveOpen: true);
            data = data[ZLibHeaderLength..];
        }

        _compressed.SetLength(0);
        _compressed.Write(data);
        _compressed.Position = 0;
        using var inflated = new MemoryStream();
        _inflating.CopyTo(inflated);
        return Encoding.UTF8.GetString(inflated.GetBuffer(), 0, (int)inflated.Length);
    }
}
