using NewsBot.Answering;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Limits;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Asking;

/// <summary>Waits for a turn, asks the archive, shows the answer while it grows, and keeps it for its buttons.</summary>
public sealed class AnswerWriter(
    IQuestionAnswerer answerer, QuestionQueue queue, KeptAnswers answers, AnswerPlaces places, ArchiveStore store, TimeProvider time, LivePace pace)
{
    // Longer than any answer takes.
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromHours(1);

    /// <summary>Writes the answer to a question into a reply. Ends early, without a word, when the reply is gone.</summary>
    /// <param name="origin">Who asks, and where.</param>
    /// <param name="question">The question.</param>
    /// <param name="place">Given back when the answer is known, before its last edit: who reads it may ask on at once.</param>
    /// <param name="target">Where it is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteAsync(InteractionOrigin origin, Question question, IDisposable place, IReplyTarget target, CancellationToken cancellationToken)
    {
        await using var live = new LiveReply(target, time, target.ShowsWaiting ? pace : pace with { Quiet = LongestQuiet }, cancellationToken);
        Outcome final;
        using (place)
        {
            final = await FinalAsync(origin, question, live, cancellationToken);
        }

        if (final.Reply is { } reply && await live.FinishAsync(reply, cancellationToken) && final.Answer is { } answer && target.Posted is { } posted)
        {
            places.Posted(origin, answer, posted);
        }
    }

    private async Task<Outcome> FinalAsync(InteractionOrigin origin, Question question, LiveReply live, CancellationToken cancellationToken)
    {
        var texts = ReplyTexts.For(origin.Locale);
        using var turn = await queue.EnterAsync(position => live.Show(new Reply.Waiting(position), 0), cancellationToken);
        if (turn is null)
        {
            return new Outcome(new Reply.Notice(texts["QueueFull"]));
        }

        try
        {
            return await GrowAsync(question, live, cancellationToken) is { } answer ? new Outcome(Kept(origin, answer), answer) : new Outcome(null);
        }
        catch (QuestionRefusedException refusal)
        {
            return new Outcome(new Reply.Notice(DiscordMarkdown.Escape(refusal.Message)));
        }
        catch (UnknownArchiveException)
        {
            return new Outcome(new Reply.Notice(texts["EmptyArchive"]));
        }
        catch (IndexUnavailableException)
        {
            return new Outcome(new Reply.Notice(texts["SearchUnavailable"]));
        }
    }

    private Reply Kept(InteractionOrigin origin, Answer answer)
    {
        var (guild, user) = (origin.InstalledGuild?.ToString() ?? "", origin.User.ToString());
        answers.Keep(answer, guild, user);
        if (answer.Outcome == AnswerOutcome.Answered)
        {
            return new Reply.Answered(answer);
        }

        store.Readers.Add(new Gap(time.GetUtcNow(), answer.Question.Archive, guild, user, answer.Question.Text));
        return new Reply.NotInArchive(answer, store.Statistics(answer.Question.Archive));
    }

    private async Task<Answer?> GrowAsync(Question question, LiveReply live, CancellationToken cancellationToken)
    {
        var claims = new List<AnsweredClaim>();
        await foreach (var step in answerer.AnswerAsync(question, cancellationToken))
        {
            switch (step)
            {
                case AnswerProgress.Searching searching:
                    live.Show(new Reply.Searching(searching.Articles), 0);
                    break;
                case AnswerProgress.Reading reading:
                    live.Show(new Reply.Reading(reading.Passages), 0);
                    break;
                case AnswerProgress.SentenceAccepted accepted:
                    claims.Add(accepted.Claim);
                    live.Show(new Reply.Growing(question.Text, [.. claims]), claims.Sum(claim => claim.Text.Length));
                    break;
                case AnswerProgress.Completed { Answer: var answer }:
                    return answer;
            }

            if (live.IsGone)
            {
                return null;
            }
        }

        throw new InvalidOperationException("The answerer ended without an answer.");
    }

    // No reply where the message is gone; no answer where the reply says why there is none.
    private sealed record Outcome(Reply? Reply, Answer? Answer = null);
}
