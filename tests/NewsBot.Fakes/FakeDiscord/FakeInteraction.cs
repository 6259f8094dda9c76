using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Fakes.FakeDiscord;

/// <summary>One interaction and what the bot made of it. Its messages are as a person in Discord would find them now.</summary>
public sealed class FakeInteraction
{
    private readonly Lock _gate = new();
    private readonly List<FakeMessage> _followUps = [];
    private TaskCompletionSource _changed = NewSignal();

    internal FakeInteraction(ulong id, DateTimeOffset issuedAt, JsonObject body)
    {
        Id = id;
        IssuedAt = issuedAt;
        Token = Convert.ToBase64String(Encoding.ASCII.GetBytes($"interaction:{id}:{Guid.NewGuid():N}")).TrimEnd('=');
        body["id"] = id.ToString();
        body["token"] = Token;
        Body = body;
    }

    /// <summary>The interaction's id.</summary>
    public ulong Id { get; }

    /// <summary>The credential with which the bot answers; it dies after 15 minutes.</summary>
    public string Token { get; }

    /// <summary>When Discord sent it.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>The channel in which it happened; 0 where the body names none.</summary>
    public ulong Channel => Body["channel_id"] is { } channel ? ulong.Parse(channel.GetValue<string>()) : 0;

    /// <summary>The JSON as it is delivered; may be changed before delivery.</summary>
    public JsonObject Body { get; }

    /// <summary>The first response, or null before it came.</summary>
    public JsonElement? FirstResponse { get; private set; }

    /// <summary>The message of the first response, or null where there is none.</summary>
    public FakeMessage? Original { get; private set; }

    /// <summary>Further messages.</summary>
    public IReadOnlyList<FakeMessage> FollowUps
    {
        get
        {
            lock (_gate)
            {
                return [.. _followUps];
            }
        }
    }

    /// <summary>Waits until the first message fits, and returns it.</summary>
    public async Task<FakeMessage> OriginalWhenAsync(Func<FakeMessage, bool> fits, TimeSpan? patience = null)
    {
        using var timeout = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            if (Original is { } message && fits(message))
            {
                return message;
            }

            try
            {
                await changed.WaitAsync(timeout.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"The answer never fitted. It reads: {Original?.ToString() ?? "(none)"}", exception);
            }
        }
    }

    /// <summary>Waits for the final answer: one that has left "thinking" and every state of waiting, and has buttons or small print.</summary>
    public Task<FakeMessage> FinalAsync(TimeSpan? patience = null) => OriginalWhenAsync(message => message.LooksFinal, patience);

    /// <summary>Deletes the first message, as its reader or a moderator may.</summary>
    public void DeleteOriginal()
    {
        lock (_gate)
        {
            IsOriginalDeleted = true;
        }
    }

    internal bool IsOriginalDeleted { get; private set; }

    internal bool TrySetFirstResponse(JsonElement response, FakeMessage? original)
    {
        lock (_gate)
        {
            if (FirstResponse is not null)
            {
                return false;
            }

            FirstResponse = response;
            Original = original;
            Signal();
            return true;
        }
    }

    internal void SetOriginal(FakeMessage message)
    {
        lock (_gate)
        {
            Original = message;
            Signal();
        }
    }

    internal void AddFollowUp(FakeMessage message)
    {
        lock (_gate)
        {
            _followUps.Add(message);
            Signal();
        }
    }

    private void Signal()
    {
        var signal = _changed;
        _changed = NewSignal();
        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
