using Microsoft.Extensions.Logging;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Listening;

/// <summary>
/// Answers messages: each question once, however often it is delivered; anew when it is edited; and not at all any more when it is deleted or
/// no longer meant for NewsBot. Whoever listens hands in what it hears, in any order. Safe for several threads at once.
/// </summary>
public sealed partial class Listener(
    AskDesk desk,
    Context context,
    GuildBook guilds,
    PlaceLanguage language,
    MessageAnswers answers,
    TimeProvider time,
    ILogger<Listener> logger)
{
    // Later, an answer is part of the conversation that followed; it is not turned round any more.
    private static readonly TimeSpan EditsCount = TimeSpan.FromHours(1);

    private readonly RecentDeliveries _begun = new(time);
    private readonly RecentDeliveries _deleted = new(time);

    /// <summary>A message was written.</summary>
    public void Hear(HeardMessage message)
    {
        var settings = SettingsOf(message);
        if (Addressing.QuestionIn(message, settings) is { } question && MayAnswer(message) && !_deleted.Knows(message.Id) && _begun.IsFirst(message.Id))
        {
            LogHeard(logger, message.Id, message.Channel);
            answers.Begin(message, OriginOf(message), question, settings, Respond(message, question, settings));
        }
    }

    /// <summary>A message was edited, or Discord tells of it again.</summary>
    public async Task HearEditAsync(HeardMessage message)
    {
        var settings = SettingsOf(message);
        var question = Addressing.QuestionIn(message, settings);
        if (time.GetUtcNow() - message.Id.CreatedAt > EditsCount || answers.QuestionOf(message.Id) is not { } before)
        {
            if (time.GetUtcNow() - message.Id.CreatedAt <= EditsCount && !_begun.Knows(message.Id))
            {
                Hear(message);
            }

            return;
        }

        if (question == before)
        {
            return;
        }

        await answers.StopAsync(message.Id);
        if (question is null)
        {
            await answers.TakeBackAsync(message.Id);
        }
        else if (!_deleted.Knows(message.Id))
        {
            answers.Begin(message, OriginOf(message), question, settings, Respond(message, question, settings));
        }
    }

    /// <summary>A message was deleted: what NewsBot answered to it goes as well.</summary>
    public async Task HearDeletionAsync(Snowflake message)
    {
        _deleted.IsFirst(message);
        await answers.StopAsync(message);
        await answers.TakeBackAsync(message);
    }

    private InteractionResponse.Later Respond(HeardMessage message, string question, GuildSettings settings)
    {
        var origin = OriginOf(message);
        var response = question.Length == 0 ? Say(origin, "MentionWithoutQuestion")
            : settings.IsPrivate && message.Guild is not null ? Say(origin, "AnswersArePrivate")
            : desk.Answer(origin, archive => new Question { Archive = archive, Text = question, After = context.Of(message, archive) }, isPrivate: false);
        return response switch
        {
            InteractionResponse.Later later => later,
            InteractionResponse.Now now => new InteractionResponse.Later(false, (target, token) => target.ShowAsync(now.Reply, token)),
            var other => throw new InvalidOperationException($"A message is not answered with {other.GetType().Name}."),
        };
    }

    private GuildSettings SettingsOf(HeardMessage message) => message.Guild is { } guild ? guilds.SettingsOf(guild) : new GuildSettings();

    private InteractionOrigin OriginOf(HeardMessage message) => language.Apply(new InteractionOrigin
    {
        Id = message.Id,
        Application = message.Self,
        Token = InteractionToken.None,
        User = message.Author,
        Guild = message.Guild,
        InstalledGuild = message.Guild,
        Channel = message.Channel,
        ParentChannel = message.ParentChannel,
        AskingMessage = message.Id,
        UserPermissions = message.UserPermissions,
        Roles = message.Roles,
        OwnPermissions = message.OwnPermissions,
        Locale = message.Locale,
    });

    private static bool MayAnswer(HeardMessage message) => message.Place switch
    {
        HeardPlace.Direct => true,
        HeardPlace.Thread => message.OwnPermissions.Grants(Permissions.ViewChannel | Permissions.SendMessagesInThreads),
        _ => message.OwnPermissions.Grants(Permissions.ViewChannel | Permissions.SendMessages),
    };

    private static InteractionResponse.Now Say(InteractionOrigin origin, string text) => new(new Reply.Notice(ReplyTexts.For(origin.Locale)[text]));

    [LoggerMessage(4030, LogLevel.Debug, "Message {Message} in channel {Channel} asks something")]
    private static partial void LogHeard(ILogger logger, Snowflake message, Snowflake channel);
}
