using System.Text.Json.Nodes;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>A session: its events with their numbers, kept so that a resumed connection gets what it missed.</summary>
internal sealed class GatewaySession(int intents, int shard, int shards)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<JsonObject> _events = [];
    private GatewayConnection? _connection;

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public int Intents => intents;

    public int Shard => shard;

    public int Shards => shards;

    public bool IsToldContent => (intents & FakeGateway.MessageContentIntent) != 0;

    public bool SeesGuild(string guild) => (int)((ulong.Parse(guild) >> 22) % (ulong)shards) == shard;

    public bool Sees(JsonObject data) => data["guild_id"] is { } guild ? SeesGuild(guild.GetValue<string>()) : shard == 0;

    /// <summary>Takes a connection in, and sends what came after a number first.</summary>
    public async Task JoinAsync(GatewayConnection connection, int after)
    {
        await _gate.WaitAsync();
        try
        {
            _connection = connection;
            foreach (var missed in _events.Skip(after).ToList())
            {
                await connection.SendAsync(missed.DeepClone().AsObject());
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Leave(GatewayConnection connection)
    {
        if (_connection == connection)
        {
            _connection = null;
        }
    }

    public async Task DispatchAsync(string type, JsonObject data)
    {
        await _gate.WaitAsync();
        try
        {
            var frame = new JsonObject { ["op"] = 0, ["t"] = type, ["s"] = _events.Count + 1, ["d"] = data.DeepClone() };
            _events.Add(frame);
            if (_connection is { } connection)
            {
                await connection.SendAsync(frame.DeepClone().AsObject());
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
