using System.Net;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>Shows replies by editing the first answer to an interaction.</summary>
public sealed class InteractionReplyTarget(DiscordRestClient rest, InteractionOrigin origin, ReplyRenderer renderer, TimeProvider time) : IReplyTarget
{
    // Discord may need some seconds until it knows the answer that was given inline; asking for longer would be hammering.
    private static readonly TimeSpan[] PausesUntilKnown = [TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(2)];

    // The client repeated the edit already; what is shown next will be newer anyway.
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    private bool _isKnown;

    /// <inheritdoc/>
    public async Task<ShowOutcome> ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        var message = renderer.Render(reply);
        for (var pause = 0; ; pause++)
        {
            try
            {
                await rest.EditOriginalAsync(origin, message, Patience.GivesUp, cancellationToken);
                _isKnown = true;
                return new ShowOutcome.Shown();
            }
            catch (DiscordException exception) when (exception.RetryAfter is { } wait)
            {
                return new ShowOutcome.TooOften(wait);
            }
            catch (DiscordException exception) when (IsNotKnownYet(exception) && !_isKnown && pause < PausesUntilKnown.Length)
            {
                await Task.Delay(PausesUntilKnown[pause], time, cancellationToken);
            }
            catch (DiscordException exception) when (exception.Status is null or >= HttpStatusCode.InternalServerError)
            {
                return new ShowOutcome.TooOften(AfterTrouble);
            }
            catch (DiscordException exception) when (IsGone(exception))
            {
                return new ShowOutcome.Gone();
            }
        }
    }

    private static bool IsNotKnownYet(DiscordException exception) =>
        exception.Code is DiscordErrorCodes.UnknownWebhook or DiscordErrorCodes.UnknownInteraction;

    private static bool IsGone(DiscordException exception) =>
        IsNotKnownYet(exception) || exception.Code is DiscordErrorCodes.UnknownMessage or DiscordErrorCodes.InvalidWebhookToken;
}
