using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Answering;
using NewsBot.Answering.Generative;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Answering;

/// <summary>The real answerer over a small archive, at noon of 15 June 2025.</summary>
internal static class AnswererSetup
{
    public static IQuestionAnswerer Over(SmallArchive archive, params (string Name, string Value)[] settings) =>
        Services(archive, settings).GetRequiredService<IQuestionAnswerer>();

    public static ServiceProvider Services(SmallArchive archive, params (string Name, string Value)[] settings) =>
        Services(archive, new TokenAccountsInMemory(), settings);

    public static ServiceProvider Services(SmallArchive archive, ITokenAccounts accounts, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2025, 6, 15, 12, 0, 0, TimeSpan.Zero)))
            .AddSingleton<IArchiveIndex>(archive)
            .AddSingleton<IArchiveReader>(archive)
            .AddSingleton<ITermStatistics>(archive)
            .AddSingleton<IAnswerStore>(new AnswersInMemory())
            .AddSingleton(accounts)
            .AddAnswering(configuration)
            .BuildServiceProvider();
    }

    public static Task<Answer> AskAsync(this IQuestionAnswerer answerer, string text, NewsTime? asOf = null) =>
        answerer.AnswerCompletelyAsync(new Question { Archive = ArchiveName.Default, Text = text, AsOf = asOf }, TestContext.Current.CancellationToken);
}

/// <summary>Keeps answers for the length of a test.</summary>
internal sealed class AnswersInMemory : IAnswerStore
{
    private readonly Dictionary<(ArchiveName, Guid), StoredAnswer> kept = [];

    public void Save(ArchiveName archive, StoredAnswer answer) => kept[(archive, answer.Id)] = answer;

    public StoredAnswer? Find(ArchiveName archive, Guid id) => kept.GetValueOrDefault((archive, id));
}
