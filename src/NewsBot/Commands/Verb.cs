using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Hosting;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;

namespace NewsBot.Commands;

/// <summary>
/// One run of a verb: the host it works with, and the way its failures become a message and an exit code. A failure that the
/// user can do something about is one line on standard error; anything else is a defect and keeps its stack trace.
/// </summary>
internal sealed class Verb : IDisposable
{
    private readonly IHost _host;

    private Verb(IHost host, ArchiveName archive, bool json) => (_host, Archive, Json) = (host, archive, json);

    /// <summary>Who uses this terminal, for the record.</summary>
    public static string Actor => $"terminal ({Environment.UserName})";

    /// <summary>The archive that the command line names.</summary>
    public ArchiveName Archive { get; }

    /// <summary>Whether standard output is JSON.</summary>
    public bool Json { get; }

    /// <summary>A part of NewsBot.</summary>
    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A part of NewsBot that is there only where it is configured, or null.</summary>
    public T? Find<T>()
        where T : class => _host.Services.GetService<T>();

    /// <summary>The existing archive that the command line names; an unknown one ends the verb.</summary>
    public ArchiveName ExistingArchive()
    {
        var known = Get<IArchiveReader>().Archives();
        if (known.Contains(Archive))
        {
            return Archive;
        }

        var names = known.Count == 0 ? "There is none yet in this data folder" : "There are: " + string.Join(", ", known);
        throw CommandFailure.Failed($"There is no archive '{Archive}'. {names}; 'newsbot ingest PATH_OR_URL --archive {Archive}' creates it.");
    }

    /// <summary>Takes into the index what the archive has and the index lacks, after a process that ended early.</summary>
    public async Task BringIndexUpToDateAsync(CancellationToken cancellationToken) => await Get<IArchiveIndex>().CatchUpAsync(Archive, cancellationToken);

    /// <summary>The same for a verb that only reads: an index that cannot be written, as on a full disk, is read as it stands, and that is said.</summary>
    public async Task BringIndexUpToDateIfPossibleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BringIndexUpToDateAsync(cancellationToken);
        }
        catch (IndexUnavailableException unavailable) when (unavailable.CanBeSearched)
        {
            await Console.Error.WriteLineAsync($"{unavailable.Message} Until then only the articles that it took in before are searched.");
        }
    }

    /// <summary>Keeps in the record of administration what the user of this terminal did. What was done stays done where the record cannot be written, and that is said.</summary>
    public void Record(string action, string detail)
    {
        try
        {
            Get<ArchiveStore>().Readers.Add(new AuditEntry(Get<TimeProvider>().GetUtcNow(), Guild: "", Actor, action, detail));
        }
        catch (ArchiveUnavailableException unavailable)
        {
            Console.Error.WriteLine($"This was done, but 'newsbot audit' will not name it: {unavailable.Message}");
        }
    }

    /// <summary>Says why a list is empty, where people read it.</summary>
    public void SayIfNone(int count, string sentence)
    {
        if (count == 0 && !Json)
        {
            Console.WriteLine(sentence);
        }
    }

    /// <summary>Says what was done: a sentence to people, an object to programs.</summary>
    public static void Tell<T>(bool json, string sentence, T done, JsonTypeInfo<T> type) => Console.WriteLine(json ? JsonSerializer.Serialize(done, type) : sentence);

    /// <summary>Wraps a verb's work as the action of its command.</summary>
    public static void SetAction(Command command, CommonOptions common, StoreAccess access, Func<Verb, ParseResult, CancellationToken, Task<ExitCode>> work) =>
        SetAction(command, common, _ => access, work);

    /// <summary>Wraps the work of a verb that may be an operator's first: it works beside a running host, and creates the store where there is none yet.</summary>
    public static void SetFirstAction(Command command, CommonOptions common, Func<Verb, ParseResult, CancellationToken, Task<ExitCode>> work) =>
        SetAction(command, common, folder => ArchiveStore.IsIn(folder) ? StoreAccess.Read : StoreAccess.Write, work);

    private static void SetAction(Command command, CommonOptions common, Func<string, StoreAccess> access, Func<Verb, ParseResult, CancellationToken, Task<ExitCode>> work) =>
        command.SetAction(async (parsed, cancellationToken) => (int)await RunAsync(
            async () =>
            {
                using var verb = Open(parsed, common, access);
                return await work(verb, parsed, cancellationToken);
            }));

    /// <summary>Runs work and turns the failures that people can mend into one line and an exit code.</summary>
    public static async Task<ExitCode> RunAsync(Func<Task<ExitCode>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (CommandFailure failure)
        {
            return Say(failure.Message, failure.ExitCode);
        }
        catch (QuestionRefusedException refusal)
        {
            return Say(refusal.Message, ExitCode.WrongUsage);
        }
        catch (OptionsValidationException failure)
        {
            return Say(string.Join(Environment.NewLine, failure.Failures), ExitCode.Failed);
        }
        catch (InvalidOperationException failure) when (UnreadableSetting.SentenceFor(failure) is { } sentence)
        {
            return Say(sentence, ExitCode.Failed);
        }
        catch (Exception failure) when (failure is ArchiveUnavailableException or IndexUnavailableException or EmbeddingUnavailableException)
        {
            return Say(failure.Message, ExitCode.Failed);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Say(failure.Message, ExitCode.Failed);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _host.Dispose();
        }
        catch (IOException)
        {
            // An index writes its last lines when it is closed. On a full disk it cannot, and would hide the message that says so; it is caught up when it is opened again.
        }
    }

    /// <summary>Makes the host of a verb on the data folder that the command line names.</summary>
    public static Verb Open(ParseResult parsed, CommonOptions common, StoreAccess access) => Open(parsed, common, _ => access);

    private static Verb Open(ParseResult parsed, CommonOptions common, Func<string, StoreAccess> access)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        Settings.AddTo(builder.Configuration, common.DataFolder(parsed));
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Services.AddNewsBot(builder.Configuration, access(builder.Configuration[Settings.DataFolderKey]!));
        var host = builder.Build();
        host.Services.GetService<IStartupValidator>()?.Validate();
        return new Verb(host, common.Archive(parsed), common.Json(parsed));
    }

    private static ExitCode Say(string message, ExitCode exitCode)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }
}
