using NewsBot.Archive;

namespace NewsBot.Discord.Listening;

/// <summary>Finds what a message goes on from: the answer that it replies to, else the last one in its thread or direct messages.</summary>
public sealed class Context(ArchiveStore store, TimeProvider time)
{
    // In direct messages another matter begins without a sign of it; a thread is about one matter.
    private static readonly TimeSpan DirectTalk = TimeSpan.FromMinutes(30);

    /// <summary>The answer that a question in this message follows up on, drawn from the same archive; null where it begins anew.</summary>
    public Guid? Of(HeardMessage message, ArchiveName archive) =>
        Before(message) is { } exchange && exchange.Archive == archive && exchange.Guild == (message.Guild?.ToString() ?? "") && exchange.Question != message.Id.ToString()
            ? exchange.Answer
            : null;

    private Exchange? Before(HeardMessage message) => message switch
    {
        { RepliesTo: { } replied } => store.Exchanges.FindByMessage(replied.ToString()) ?? store.Exchanges.FindByQuestion(replied.ToString()),
        { Place: HeardPlace.Thread } => store.Exchanges.LastIn(message.Channel.ToString()),
        { Place: HeardPlace.Direct } => store.Exchanges.LastIn(message.Channel.ToString()) is { } last && time.GetUtcNow() - last.At < DirectTalk ? last : null,
        _ => null,
    };
}
