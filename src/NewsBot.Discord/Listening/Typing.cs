using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Listening;

/// <summary>Shows "NewsBot is typing…" in a channel until disposed. That it cannot be shown matters to nobody.</summary>
internal sealed class Typing : IAsyncDisposable
{
    // One request shows it for ten seconds.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _showing;

    private Typing(DiscordRestClient rest, Snowflake channel, TimeProvider time) => _showing = ShowAsync(rest, channel, time, _stop.Token);

    /// <summary>Begins.</summary>
    public static Typing Begin(DiscordRestClient rest, Snowflake channel, TimeProvider time) => new(rest, channel, time);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _showing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task ShowAsync(DiscordRestClient rest, Snowflake channel, TimeProvider time, CancellationToken stop)
    {
        while (true)
        {
            await rest.TypeAsync(channel, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Interval, time, stop);
        }
    }
}
