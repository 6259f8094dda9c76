using Microsoft.Extensions.Logging;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>
/// Answers interactions that came without a request to answer, as from the gateway: the first response goes to the callback address. Safe for
/// several threads at once.
/// </summary>
public sealed partial class InteractionInbox(FirstResponses responses, DiscordRestClient rest, ILogger<InteractionInbox> logger)
{
    /// <summary>Responds and, when Discord has the response, begins the work.</summary>
    public async Task AnswerAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (responses.To(interaction, FormStyle.Rows) is not { } first)
        {
            return;
        }

        try
        {
            await rest.RespondAsync(interaction.Origin, first.Callback, cancellationToken);
        }
        catch (DiscordException exception)
        {
            // Too late (10062), or another instance was first (40060): nobody would see an answer.
            LogLost(logger, interaction.Origin.Id, exception.Message);
            first.Lost();
            return;
        }
        catch (OperationCanceledException)
        {
            first.Lost();
            throw;
        }

        first.Delivered();
    }

    [LoggerMessage(4004, LogLevel.Warning, "Interaction {Interaction} was not answered: {Reason}")]
    private static partial void LogLost(ILogger logger, Snowflake interaction, string reason);
}
