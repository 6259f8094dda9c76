using NewsBot.Answering;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Responding;

namespace NewsBot.Discord.Asking;

/// <summary>
/// Remembers where answers stand in Discord: for replies to them, for edits of their questions, and so that they can be marked when an
/// article that they cite is corrected. Safe for several threads at once.
/// </summary>
public sealed class AnswerPlaces(ArchiveStore store, PostedAnswers posts, TimeProvider time)
{
    private const string Prefix = "discord:";

    /// <summary>Remembers an answer that was posted.</summary>
    public void Posted(InteractionOrigin origin, Answer answer, PostedMessage place)
    {
        var message = place.Message.ToString();
        if (store.Exchanges.FindByMessage(message) is { } before && before.Answer != answer.Id)
        {
            Unpost(before);
        }

        store.Exchanges.Save(new Exchange
        {
            Message = message,
            Channel = place.Channel.ToString(),
            Question = origin.AskingMessage?.ToString(),
            Guild = origin.InstalledGuild?.ToString() ?? "",
            User = origin.User.ToString(),
            Archive = answer.Question.Archive,
            Answer = answer.Id,
            At = time.GetUtcNow(),
        });
        posts.Posted(answer.Question.Archive, answer.Id, NameOf(place));
    }

    /// <summary>Forgets an exchange with everything that is kept of its answer.</summary>
    public void Forget(Exchange exchange)
    {
        Unpost(exchange);
        store.Exchanges.Remove(exchange.Message, exchange.Answer, KeptAnswers.KeyOf(exchange.Answer));
    }

    /// <summary>The message that a place names; null where the place is none of Discord's.</summary>
    public static PostedMessage? MessageAt(string place) =>
        place.StartsWith(Prefix, StringComparison.Ordinal) && place[Prefix.Length..].Split('/') is [var channel, var message]
        && Snowflake.TryParse(channel, out var inChannel) && Snowflake.TryParse(message, out var id)
            ? new PostedMessage(inChannel, id)
            : null;

    private void Unpost(Exchange exchange) => posts.Forget(new AnswerPost(
        exchange.Archive, exchange.Answer, $"{Prefix}{exchange.Channel}/{exchange.Message}", AnswerStanding.Stands, ""));

    private static string NameOf(PostedMessage place) => $"{Prefix}{place.Channel}/{place.Message}";
}
