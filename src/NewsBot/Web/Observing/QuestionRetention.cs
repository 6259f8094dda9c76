using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Web.Observing;

/// <summary>Deletes, at start and then once a day, questions and answers that were kept as long as <see cref="PrivacyOptions"/> allows.</summary>
internal sealed partial class QuestionRetention(ArchiveStore store, IOptions<PrivacyOptions> privacy, TimeProvider clock, ILogger<QuestionRetention> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Deletes what is too old now.</summary>
    public void Run()
    {
        try
        {
            var now = clock.GetUtcNow();
            var questions = store.Questions.ForgetBefore(now.AddDays(-privacy.Value.QuestionDays));
            var answers = privacy.Value.AnswerDays == 0 ? 0 : store.Questions.ForgetAnswersBefore(now.AddDays(-privacy.Value.AnswerDays));
            if (questions + answers > 0)
            {
                LogDeleted(questions, answers);
            }
        }
        catch (ArchiveUnavailableException unavailable)
        {
            LogFailed(unavailable);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            Run();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(5011, LogLevel.Information, "Deleted {Questions} questions and {Answers} answers that were kept long enough")]
    private partial void LogDeleted(int questions, int answers);

    [LoggerMessage(5012, LogLevel.Error, "Old questions could not be deleted; this is tried again tomorrow")]
    private partial void LogFailed(Exception unavailable);
}
