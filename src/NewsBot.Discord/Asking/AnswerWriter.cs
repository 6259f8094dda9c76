using NewsBot.Answering;
using NewsBot.Answering.Questions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Asking;

/// <summary>Asks the archive and shows the answer while it grows.</summary>
public sealed class AnswerWriter(IQuestionAnswerer answerer, TimeProvider time, LivePace pace)
{
    /// <summary>Writes the answer to a question into a reply. Ends early, without a word, when the reply is gone.</summary>
    public async Task WriteAsync(Question question, ReplyTexts texts, IReplyTarget target, CancellationToken cancellationToken)
    {
        await using var live = new LiveReply(target, time, pace, cancellationToken);
        var final = await AnswerAsync(question, texts, live, cancellationToken);
        if (final is not null)
        {
            await live.FinishAsync(final, cancellationToken);
        }
    }

    private async Task<Reply?> AnswerAsync(Question question, ReplyTexts texts, LiveReply live, CancellationToken cancellationToken)
    {
        try
        {
            return await GrowAsync(question, live, cancellationToken);
        }
        catch (QuestionRefusedException refusal)
        {
            return new Reply.Notice(DiscordMarkdown.Escape(refusal.Message));
        }
        catch (IndexUnavailableException)
        {
            return new Reply.Notice(texts["SearchUnavailable"]);
        }
    }

    private async Task<Reply?> GrowAsync(Question question, LiveReply live, CancellationToken cancellationToken)
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
                    return answer.Outcome == AnswerOutcome.Answered ? new Reply.Answered(answer) : new Reply.NotInArchive(answer);
            }

            if (live.IsGone)
            {
                return null;
            }
        }

        throw new InvalidOperationException("The answerer ended without an answer.");
    }
}
