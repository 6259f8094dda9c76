using System.Net;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Responding;

/// <summary>
/// Shows replies in a message of a channel, written with the bot's token: for answers to messages, and for what lasts longer than an
/// interaction's token.
/// </summary>
/// <param name="rest">Discord.</param>
/// <param name="channel">The channel or thread.</param>
/// <param name="renderer">Draws the replies.</param>
public sealed class ChannelReplyTarget(DiscordRestClient rest, Snowflake channel, ReplyRenderer renderer) : IReplyTarget
{
    private const int NonceLength = 25;

    // The same for every attempt to write the message, so that a lost answer does not make two.
    private readonly string _nonce = Guid.NewGuid().ToString("N")[..NonceLength];

    private Snowflake? _message;

    /// <summary>The message that is answered; null where there is none.</summary>
    public Snowflake? Answering { get; init; }

    /// <summary>Whether the reply points to the message that it answers; it cannot from inside a thread to the message that the thread hangs on.</summary>
    public bool PointsBack { get; init; }

    /// <summary>A message of NewsBot's to write over, instead of a new one.</summary>
    public Snowflake? Over { get => _message; init => _message = value; }

    /// <inheritdoc/>
    public PostedMessage? Posted => _message is { } message ? new PostedMessage(channel, message) : null;

    /// <inheritdoc/>
    public bool ShowsWaiting { get; init; } = true;

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
                var created = await rest.CreateMessageAsync(channel, message with { Body = First(message.Body) }, cancellationToken);
                _message = Snowflake.Parse(created.Id);
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

    // One question has one answer, whoever delivers the question how often: its own id recognises a second attempt.
    private MessageBody First(MessageBody body) => body with
    {
        MessageReference = PointsBack && Answering is { } question ? new MessageReference(question.ToString()) : null,
        Nonce = Answering is { } asked ? "q" + asked : _nonce,
        EnforceNonce = true,
    };
}
