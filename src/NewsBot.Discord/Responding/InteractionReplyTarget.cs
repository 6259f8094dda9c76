using System.Net;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>Shows replies by editing the first answer to an interaction.</summary>
/// <param name="rest">Discord.</param>
/// <param name="origin">The interaction.</param>
/// <param name="isPrivate">Whether only one person sees the answer: then it is no message of the channel.</param>
/// <param name="renderer">Draws the replies.</param>
/// <param name="time">The clock for waiting.</param>
public sealed class InteractionReplyTarget(DiscordRestClient rest, InteractionOrigin origin, bool isPrivate, ReplyRenderer renderer, TimeProvider time) : IReplyTarget
{
    // Discord may need some seconds until it knows the answer that was given inline; asking for longer would be hammering.
    private static readonly TimeSpan[] PausesUntilKnown = [TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(2)];

    // The client repeated the edit already; what is shown next will be newer anyway.
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    private bool _isKnown;

    /// <inheritdoc/>
    public PostedMessage? Posted { get; private set; }

    /// <inheritdoc/>
    public bool ShowsWaiting => true;

    /// <inheritdoc/>
    public async Task<ShowOutcome> ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        var message = renderer.Render(reply);
        for (var pause = 0; ; pause++)
        {
            try
            {
                var edited = await rest.EditOriginalAsync(origin, message, Patience.GivesUp, cancellationToken);
                _isKnown = true;
                Posted = isPrivate ? null : PlaceOf(edited);
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

    private static PostedMessage? PlaceOf(CreatedMessage message) =>
        Snowflake.TryParse(message.ChannelId, out var channel) && Snowflake.TryParse(message.Id, out var id) ? new PostedMessage(channel, id) : null;

    private static bool IsNotKnownYet(DiscordException exception) =>
        exception.Code is DiscordErrorCodes.UnknownWebhook or DiscordErrorCodes.UnknownInteraction;

    private static bool IsGone(DiscordException exception) =>
        IsNotKnownYet(exception) || exception.Code is DiscordErrorCodes.UnknownMessage or DiscordErrorCodes.InvalidWebhookToken;
}
