using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Answering;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Asking;

/// <summary>
/// Marks answers where they stand when an article that they cite is corrected, and takes their words away when one is withdrawn. Only with the bot's
/// token, and only in messages that everybody in a channel sees. What cannot be reached now is tried again.
/// </summary>
public sealed partial class AnswerMarks(
    PostedAnswers posts, ArchiveStore store, KeptAnswers answers, GuildBook guilds, ReplyTargets targets, DiscordRestClient rest, ILogger<AnswerMarks> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!rest.HasBotToken)
        {
            return;
        }

        await foreach (var post in posts.WatchAsync(stoppingToken))
        {
            if (AnswerPlaces.MessageAt(post.Place) is { } place)
            {
                await MarkAsync(post, place, stoppingToken);
            }
        }
    }

    private async Task MarkAsync(AnswerPost post, PostedMessage place, CancellationToken stoppingToken)
    {
        try
        {
            var exchange = store.Exchanges.FindByMessage(place.Message.ToString());
            if (exchange is null || exchange.Answer != post.Answer)
            {
                posts.Forget(post);
                return;
            }

            if (IsWanted(post, exchange))
            {
                var origin = OriginOf(exchange);
                var message = targets.RendererFor(origin).Render(ReplyFor(post, exchange, ReplyTexts.For(origin.Locale)));
                await rest.EditMessageAsync(place.Channel, place.Message, message, Patience.Waits, stoppingToken);
            }

            posts.Told(post);
        }
        catch (DiscordException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            posts.Forget(post);
        }
        catch (Exception exception) when (exception is DiscordException or ArchiveUnavailableException)
        {
            LogNotMarked(logger, place.Message, exception.Message);
        }
    }

    // What was withdrawn must go, whatever a server would like to keep.
    private bool IsWanted(AnswerPost post, Exchange exchange) =>
        post.Standing == AnswerStanding.Withdrawn || !Snowflake.TryParse(exchange.Guild, out var guild) || guilds.SettingsOf(guild).MarksCorrections;

    private Reply ReplyFor(AnswerPost post, Exchange exchange, ReplyTexts texts) =>
        post.Standing != AnswerStanding.Withdrawn && answers.Find(post.Archive, post.Answer) is { } kept
            ? new Reply.Answered(AnswerOf(kept, exchange)) { Mark = post.Standing == AnswerStanding.Outdated ? post.Reason : null }
            : new Reply.Notice(texts["AnswerWithdrawn"]);

    private Answer AnswerOf(KeptAnswer kept, Exchange exchange)
    {
        var question = kept.ToQuestion(exchange.Archive);
        return new Answer
        {
            Id = kept.Id,
            Question = question,
            AsOf = question.AsOf ?? NewsTime.OfDay(DateOnly.FromDateTime(exchange.At.UtcDateTime)),
            Outcome = AnswerOutcome.Answered,
            Claims = [.. kept.Claims.Select(claim => new AnsweredClaim(claim.Text, claim.Citations, Verdict.Supported))],
            Citations = answers.CitationsOf(kept, exchange.Archive),
        };
    }

    private InteractionOrigin OriginOf(Exchange exchange)
    {
        Snowflake? guild = Snowflake.TryParse(exchange.Guild, out var known) ? known : null;
        return new InteractionOrigin
        {
            Id = Snowflake.Parse(exchange.Message),
            Application = default,
            Token = InteractionToken.None,
            User = Snowflake.Parse(exchange.User),
            Guild = guild,
            InstalledGuild = guild,
            Channel = Snowflake.Parse(exchange.Channel),
            Locale = (guild is { } server ? guilds.SettingsOf(server).Language : null) ?? "en-US",
        };
    }

    [LoggerMessage(4050, LogLevel.Warning, "The answer in message {Message} could not be marked and will be tried again: {Reason}")]
    private static partial void LogNotMarked(ILogger logger, Snowflake message, string reason);
}
