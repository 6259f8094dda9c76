using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Listening;

/// <summary>
/// The answers to messages that are being written or were written lately, by the message that asks. Safe for several threads at once; calls
/// about one message are made one after the other.
/// </summary>
public sealed partial class MessageAnswers(
    ArchiveStore store, KeptAnswers kept, AnswerPlaces places, ReplyWork work, ReplyTargets targets, DiscordRestClient rest, TimeProvider time, ILogger<MessageAnswers> logger)
{
    // So long a refusal or an unfinished answer is remembered, which no exchange records.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    private const int LongestThreadName = 90;

    private readonly ConcurrentDictionary<Snowflake, UnderWay> _underWay = new();

    /// <summary>Begins to answer a message, over an earlier answer to it where there is one.</summary>
    public void Begin(HeardMessage message, InteractionOrigin origin, string question, GuildSettings settings, InteractionResponse.Later promise)
    {
        Sweep();
        var earlier = PostedFor(message.Id);
        var begun = new UnderWay(question, time.GetUtcNow()) { Posted = earlier };
        begun.Work = Task.Run(() => WriteAsync(message, origin, settings, promise, begun));
        _underWay[message.Id] = begun;
    }

    /// <summary>What a message asked when it was answered, or is being answered; null where it was not.</summary>
    public string? QuestionOf(Snowflake message) =>
        _underWay.TryGetValue(message, out var underWay) ? underWay.Question
        : store.Exchanges.FindByQuestion(message.ToString()) is { } exchange ? kept.Find(exchange.Archive, exchange.Answer)?.Question
        : null;

    /// <summary>Breaks off what is being written for a message, and waits until nothing more is.</summary>
    public async Task StopAsync(Snowflake message)
    {
        if (_underWay.TryGetValue(message, out var underWay))
        {
            await underWay.Withdrawn.CancelAsync();
            await underWay.Work;
        }
    }

    /// <summary>Deletes what was answered to a message, and forgets it.</summary>
    public async Task TakeBackAsync(Snowflake message)
    {
        var posted = PostedFor(message);
        _underWay.TryRemove(message, out _);
        if (store.Exchanges.FindByQuestion(message.ToString()) is { } exchange)
        {
            places.Forget(exchange);
        }

        if (posted is { } answer)
        {
            await DeleteAsync(answer);
        }
    }

    private PostedMessage? PostedFor(Snowflake message) =>
        _underWay.TryGetValue(message, out var underWay) && underWay.Posted is { } posted ? posted
        : store.Exchanges.FindByQuestion(message.ToString()) is { } exchange
            ? new PostedMessage(Snowflake.Parse(exchange.Channel), Snowflake.Parse(exchange.Message))
            : null;

    private async Task WriteAsync(HeardMessage message, InteractionOrigin origin, GuildSettings settings, InteractionResponse.Later promise, UnderWay underWay)
    {
        var channel = underWay.Posted?.Channel ?? await ThreadAsync(message, settings, underWay.Question) ?? message.Channel;
        var target = targets.ForMessage(origin, channel, underWay.Posted?.Message);
        await using (Typing.Begin(rest, channel, time))
        {
            await work.Begin(origin, promise, target, underWay.Withdrawn.Token);
        }

        underWay.Posted = target.Posted;
    }

    private async Task<Snowflake?> ThreadAsync(HeardMessage message, GuildSettings settings, string question)
    {
        const Permissions Needed = Permissions.CreatePublicThreads | Permissions.SendMessagesInThreads;
        if (!settings.AnswersInThread || message.Place != HeardPlace.Channel || question.Length == 0 || !message.OwnPermissions.Grants(Needed))
        {
            return null;
        }

        try
        {
            var name = DiscordMarkdown.Shorten(DiscordMarkdown.WithoutControls(question), LongestThreadName);
            return await rest.StartThreadAsync(message.Channel, message.Id, new NewThread(name), CancellationToken.None);
        }
        catch (DiscordException exception) when (exception.Code == DiscordErrorCodes.ThreadExists)
        {
            return message.Id;
        }
        catch (DiscordException exception)
        {
            LogNoThread(logger, message.Id, exception.Message);
            return null;
        }
    }

    private async Task DeleteAsync(PostedMessage answer)
    {
        try
        {
            await rest.DeleteMessageAsync(answer.Channel, answer.Message, CancellationToken.None);
        }
        catch (DiscordException exception)
        {
            LogNotDeleted(logger, answer.Message, exception.Message);
        }
    }

    private void Sweep()
    {
        foreach (var (message, underWay) in _underWay)
        {
            if (underWay.Work.IsCompleted && time.GetUtcNow() - underWay.BegunAt > Memory)
            {
                _underWay.TryRemove(message, out _);
            }
        }
    }

    private sealed class UnderWay(string question, DateTimeOffset begunAt)
    {
        public string Question { get; } = question;

        public DateTimeOffset BegunAt { get; } = begunAt;

        public CancellationTokenSource Withdrawn { get; } = new();

        public Task Work { get; set; } = Task.CompletedTask;

        public PostedMessage? Posted { get; set; }
    }

    [LoggerMessage(4031, LogLevel.Warning, "No thread could be begun under message {Message}, so it is answered beside it: {Reason}")]
    private static partial void LogNoThread(ILogger logger, Snowflake message, string reason);

    [LoggerMessage(4032, LogLevel.Warning, "The answer {Message} to a deleted question could not be deleted: {Reason}")]
    private static partial void LogNotDeleted(ILogger logger, Snowflake message, string reason);
}
