using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;

namespace NewsBot.Web.Observing;

/// <summary>
/// Writes the log of questions in the background, so that no reader waits for it. What cannot be written, since the disk is full, is lost:
/// the log serves whoever runs the program, and answering comes first. Questions from elsewhere than pages, API and tools are noted without
/// their words, for those belong to people in chat servers.
/// </summary>
internal sealed partial class QuestionJournal(ArchiveStore store, IOptions<PrivacyOptions> privacy, TimeProvider clock, ILogger<QuestionJournal> log) : BackgroundService
{
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<AskedQuestion> _questions = new();
    private readonly ConcurrentQueue<(string Origin, Verdict Verdict)> _verdicts = new();
    private readonly Lock _writing = new();

    /// <summary>Notes a question with its answer.</summary>
    public void Note(Question question, Answer answer, TimeSpan time)
    {
        if (!question.IsKept)
        {
            return;
        }

        foreach (var claim in answer.Claims)
        {
            _verdicts.Enqueue(("answer", claim.Verdict));
        }

        Note(Entry(question, answer.Outcome == AnswerOutcome.Answered ? "answered" : "not_in_archive", time) with
        {
            TokensIn = answer.TokensIn,
            TokensOut = answer.TokensOut,
            Answer = answer.Id,
        });
    }

    /// <summary>Notes a question that got no answer at all.</summary>
    public void Note(Question question, string outcome, TimeSpan time) => Note(Entry(question, outcome, time));

    /// <summary>Notes the verdicts of a text that was checked.</summary>
    public void Note(IEnumerable<ClaimCheck> checks)
    {
        foreach (var check in checks)
        {
            _verdicts.Enqueue(("check", check.Verdict));
        }
    }

    /// <summary>Writes what waits.</summary>
    public void Flush()
    {
        lock (_writing)
        {
            var questions = TakeAll(_questions);
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var verdicts = TakeAll(_verdicts).CountBy(entry => entry).Select(entry => new VerdictCount(today, entry.Key.Origin, entry.Key.Verdict.JsonName(), entry.Value)).ToList();
            if (questions.Count + verdicts.Count == 0)
            {
                return;
            }

            try
            {
                store.Questions.Add(questions, verdicts);
            }
            catch (ArchiveUnavailableException unavailable)
            {
                LogLost(unavailable, questions.Count);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Flush();
            }
        }
        finally
        {
            Flush();
        }
    }

    private AskedQuestion Entry(Question question, string outcome, TimeSpan time) => new()
    {
        At = clock.GetUtcNow(),
        Archive = question.Archive,
        Place = question.Place ?? "chat",
        Question = question.Place is null ? "" : question.Text,
        Outcome = outcome,
        Milliseconds = (long)time.TotalMilliseconds,
    };

    private void Note(AskedQuestion asked)
    {
        if (privacy.Value.QuestionDays > 0 && _questions.Count < MostWaiting)
        {
            _questions.Enqueue(asked);
        }
    }

    private static List<T> TakeAll<T>(ConcurrentQueue<T> queue)
    {
        var taken = new List<T>();
        while (queue.TryDequeue(out var item))
        {
            taken.Add(item);
        }

        return taken;
    }

    [LoggerMessage(5010, LogLevel.Warning, "The log of questions could not be written; {Count} questions are not in it")]
    private partial void LogLost(Exception unavailable, int count);
}
