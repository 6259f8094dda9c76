using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Fakes.FakeDiscord;

namespace NewsBot.Tests.Discord;

public class SecrecyTests
{
    [Fact]
    public async Task No_token_and_no_readers_words_ever_reach_a_log_whatever_goes_wrong()
    {
        using var log = new Everything();
        await using var host = await DiscordHost.StartAsync(
            new ScriptedAnswerer(_ => throw new InvalidOperationException("broken")),
            configure: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        host.Discord.FailNext("@original", FakeFault.Of(403, 50013, "Missing Permissions"));

        var interaction = await host.AskAsync("a very private question");
        await host.Discord.SendAsync(host.Endpoint, InteractionJson.Component("forged:id"));
        await Task.Delay(300, TestContext.Current.CancellationToken);

        log.Lines.ShouldContain(line => line.Contains(interaction.Id.ToString()));
        log.Lines.ShouldAllBe(line => !line.Contains(interaction.Token) && !line.Contains(FakeDiscord.BotToken) && !line.Contains("very private"));
    }

    [Fact]
    public void What_is_kept_too_long_is_deleted_and_feedback_stays()
    {
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        store.Store(ArchiveName.Default, [Answers.Vote.Content]);
        var now = DateTimeOffset.UtcNow;
        var answers = new NewsBot.Discord.Asking.KeptAnswers(store, TimeProvider.System);
        answers.Keep(Answers.Of(new NewsBot.Answering.Question { Archive = ArchiveName.Default, Text = "old?" }, Answers.Vote), "1", "2");
        store.Readers.Add(new Gap(now, ArchiveName.Default, "1", "2", "old?"));
        store.SaveAnswer(Guid.NewGuid(), ArchiveName.Default, now, """{"kept":"by another part"}""");

        store.Readers.ForgetBefore(now.AddDays(-1)).ShouldBe(0);
        store.Readers.ForgetBefore(now.AddMinutes(1)).ShouldBe(2);

        store.Readers.CountOf("2").ShouldBe(new KeptOfReader(0, 0, 0));
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) ? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance : this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
