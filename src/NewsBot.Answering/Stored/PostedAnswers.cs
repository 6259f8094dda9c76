using System.Runtime.CompilerServices;
using NewsBot.Archive;

namespace NewsBot.Answering.Stored;

/// <summary>
/// Where answers were posted, and which of those posts ought to be marked since the answer no longer stands (or stands again). Whoever posts
/// tells the place, in words of its own; a post is offered until it is <see cref="Told"/>. Safe for several threads.
/// </summary>
public sealed class PostedAnswers(ArchiveStore store, TimeProvider time)
{
    /// <summary>How many posts are handed out at a time.</summary>
    public const int BatchSize = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Remembers where an answer was posted.</summary>
    /// <param name="archive">The archive it was drawn from.</param>
    /// <param name="answer">Its identity.</param>
    /// <param name="place">Where, e.g. <c>discord:CHANNEL/MESSAGE</c>; given back as it is.</param>
    public void Posted(ArchiveName archive, Guid answer, string place) => store.Answers.Posted(archive, answer, place, time.GetUtcNow());

    /// <summary>The posts that ought to be marked now, at most <see cref="BatchSize"/>.</summary>
    public IReadOnlyList<AnswerPost> ToMark() => store.Answers.Untold(BatchSize);

    /// <summary>Writes down that the post shows how its answer stands.</summary>
    public void Told(AnswerPost post) => store.Answers.Told(post);

    /// <summary>Forgets a post that is no longer there.</summary>
    public void Forget(AnswerPost post) => store.Answers.Forget(post);

    /// <summary>
    /// The posts that ought to be marked, as answers lose their standing; ends with the token. A post that was neither <see cref="Told"/> nor
    /// forgotten when the next are looked for is offered again, so a failure to reach a place is made good later, also after a restart.
    /// </summary>
    public async IAsyncEnumerable<AnswerPost> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            foreach (var post in ToMark())
            {
                yield return post;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
