using System.Net;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>Shows replies in a message of a channel, written with the bot's token: for what lasts longer than an interaction's token.</summary>
public sealed class ChannelReplyTarget(DiscordRestClient rest, Snowflake channel, ReplyRenderer renderer) : IReplyTarget
{
    private const int NonceLength = 25;

    // The same for every attempt to write the message, so that a lost answer does not make two.
    private readonly string _nonce = Guid.NewGuid().ToString("N")[..NonceLength];

    private Snowflake? _message;

    /// <inheritdoc/>
    public async Task<ShowOutcome> ShowAsync(Reply reply, CancellationToken cancellationToken)
    {
        var message = renderer.Render(reply);
        try
        {
            if (_message is { } id)
            {
                await rest.EditMessageAsync(channel, id, message, Patience.GivesUp, cancellationToken);
            }
            else
            {
                var first = message with { Body = message.Body with { Nonce = _nonce, EnforceNonce = true } };
                _message = Snowflake.Parse((await rest.CreateMessageAsync(channel, first, cancellationToken)).Id);
            }

            return new ShowOutcome.Shown();
        }
        catch (DiscordException exception) when (exception.RetryAfter is { } wait)
        {
            return new ShowOutcome.TooOften(wait);
        }
        catch (DiscordException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return new ShowOutcome.Gone();
        }
    }
}
