using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Privacy;
using NewsBot.Discord.Responding;

namespace NewsBot.Discord.Listening;

/// <summary>
/// Takes in the events of Discord's gateway as they come and gives each to what handles it; whoever keeps the connection hands them in. What
/// fails is logged and does not reach the connection. Safe for several threads at once.
/// </summary>
public sealed partial class GatewayEvents(Listener listener, InteractionInbox inbox, GuildRoll roll, ILogger<GatewayEvents> logger)
{
    private static readonly HashSet<string> Known = ["INTERACTION_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK", "GUILD_CREATE", "GUILD_DELETE"];

    /// <summary>Whether anything is done about events of a type.</summary>
    public static bool Handles(string type) => Known.Contains(type);

    /// <summary>Handles one event to its end.</summary>
    /// <param name="type">The event's name: "MESSAGE_CREATE".</param>
    /// <param name="data">Its data.</param>
    /// <param name="reader">Reads messages for this connection.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task HandleAsync(string type, JsonElement data, MessageReader reader, CancellationToken cancellationToken)
    {
        try
        {
            await DispatchAsync(type, data, reader, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            LogFailed(logger, type, exception);
        }
    }

    private async Task DispatchAsync(string type, JsonElement data, MessageReader reader, CancellationToken cancellationToken)
    {
        switch (type)
        {
            case "INTERACTION_CREATE":
                if (InteractionReader.TryRead(Encoding.UTF8.GetBytes(data.GetRawText()), out var interaction))
                {
                    await inbox.AnswerAsync(interaction, cancellationToken);
                }

                break;
            case "MESSAGE_CREATE":
                if (reader.Read(data) is { } written)
                {
                    listener.Hear(written);
                }

                break;
            case "MESSAGE_UPDATE":
                if (reader.Read(data) is { } edited)
                {
                    await listener.HearEditAsync(edited);
                }

                break;
            case "MESSAGE_DELETE" or "MESSAGE_DELETE_BULK":
                foreach (var deleted in MessageReader.ReadDeletion(data))
                {
                    await listener.HearDeletionAsync(deleted);
                }

                break;
            case "GUILD_CREATE" when GuildIn(data) is { } joined:
                roll.Here(joined);
                break;
            case "GUILD_DELETE" when GuildIn(data) is { } left && !IsOutage(data):
                roll.Left(left);
                break;
        }
    }

    private static Snowflake? GuildIn(JsonElement data) => data.TryGetProperty("id", out var id) && Snowflake.TryParse(id.GetString(), out var guild) ? guild : null;

    // Discord says the same of a server that it cannot reach for a while.
    private static bool IsOutage(JsonElement data) => data.TryGetProperty("unavailable", out var unavailable) && unavailable.ValueKind == JsonValueKind.True;

    [LoggerMessage(4033, LogLevel.Error, "Event {Type} of the gateway was not handled")]
    private static partial void LogFailed(ILogger logger, string type, Exception exception);
}
