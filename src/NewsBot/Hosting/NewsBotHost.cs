using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Commands;
using NewsBot.Discord;
#if USE_DISCORD_NET
using NewsBot.Discord.Gateway;
#endif
using NewsBot.Ingestion;
using NewsBot.Retrieval;
using NewsBot.Terminal;
using NewsBot.Web;

namespace NewsBot.Hosting;

/// <summary>The host of everything that goes on serving: web pages, API, Discord's interactions and the ingest worker.</summary>
internal sealed class NewsBotHost : IAsyncDisposable
{
    private static readonly TimeSpan AnnouncePause = TimeSpan.FromSeconds(15);

    private readonly WebApplication _app;
    private readonly string _urls;
    private Task _announced = Task.CompletedTask;

    private NewsBotHost(WebApplication app, string urls) => (_app, _urls) = (app, urls);

    /// <summary>Builds the host; nothing listens yet.</summary>
    public static NewsBotHost Create(string? dataFolder)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        Settings.AddTo(builder.Configuration, dataFolder);
        var web = builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        builder.WebHost.UseUrls(web.Urls);
        LogToStandardError(builder.Logging, builder.Configuration);

        builder.Services.AddNewsBot(builder.Configuration, StoreAccess.Write);
        builder.Services.AddIngestWorker();
        builder.Services.AddHostedService<IndexFollower>();
        builder.Services.AddHostedService<EmbeddingFollower>();
        builder.Services.AddHostedService<AnswerFollower>();
        builder.Services.AddWeb(builder.Configuration);
#if USE_DISCORD_NET
        builder.Services.AddDiscordGateway();
#endif
        builder.Services.AddDiscord(builder.Configuration);

        var app = builder.Build();
        app.MapWeb();
        app.MapDiscordInteractions();
        return new NewsBotHost(app, web.Urls);
    }

    /// <summary>Brings the indexes up to date and starts listening.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            // Workers that run already would take being disposed of for a defect of theirs.
            await _app.StopAsync(CancellationToken.None);
            if (CannotListen(failure) is { } reason)
            {
                throw CommandFailure.Failed(reason);
            }

            throw;
        }

        _announced = AnnounceAsync(_app.Lifetime.ApplicationStopping);
    }

    /// <summary>Loads the sample archive into an empty data folder and answers one question from it.</summary>
    public async Task ShowSampleAsync(CancellationToken cancellationToken)
    {
        if (_app.Services.GetRequiredService<IArchiveReader>().Archives().Count > 0)
        {
            return;
        }

        var request = SampleArchive.RequestFor(ArchiveName.Default);
        var summary = await _app.Services.GetRequiredService<IngestPipeline>().IngestToEndAsync(request, progress: null, cancellationToken);
        SampleArchive.NoteLoaded(_app.Services.GetRequiredService<ArchiveStore>(), ArchiveName.Default);
        await _app.Services.GetRequiredService<IArchiveIndex>().CatchUpAsync(ArchiveName.Default, cancellationToken);
        await Console.Error.WriteLineAsync(
            $"The data folder was empty, so the sample archive was loaded: {AnswerText.Counted(summary.Articles.Count(), "invented article")}. Your first own ingest removes it.");
        await AnswerDemonstrationAsync(cancellationToken);
    }

    /// <summary>Prints where the page is and what could be set up next.</summary>
    public void SayWhereItIs() => Welcome.Write(Console.Error, _urls, _app.Configuration);

    /// <summary>Returns after Ctrl-C or SIGTERM, when everything has ended cleanly.</summary>
    public async Task WaitForShutdownAsync(CancellationToken cancellationToken)
    {
        await _app.WaitForShutdownAsync(cancellationToken);
        await _announced;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // A host that was started on a full disk serves; an ingest from another terminal finds it once there is space again.
    private async Task AnnounceAsync(CancellationToken stopping)
    {
        var clock = _app.Services.GetRequiredService<TimeProvider>();
        while (!_app.Services.GetRequiredService<ArchiveStore>().AnnounceHost(_urls) && !stopping.IsCancellationRequested)
        {
            await Task.Delay(AnnouncePause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private string? CannotListen(Exception failure) => failure switch
    {
        IOException { InnerException: AddressInUseException or SocketException } =>
            $"{_urls} is in use: stop the program that listens there, or choose another address with NEWSBOT_Web__Urls=http://127.0.0.1:PORT.",
        SocketException => $"{_urls} cannot be listened on ({failure.Message}): choose an address of this machine and a port that this user may open, with NEWSBOT_Web__Urls=http://127.0.0.1:PORT.",
        _ => null,
    };

    private async Task AnswerDemonstrationAsync(CancellationToken cancellationToken)
    {
        var question = new Question { Archive = ArchiveName.Default, Text = SampleArchive.DemonstrationQuestion };
        var answer = await _app.Services.GetRequiredService<IQuestionAnswerer>().AnswerCompletelyAsync(question, cancellationToken);
        var output = TerminalText.StandardOutput();
        output.Blank();
        output.Heading("> " + question.Text);
        output.Blank();
        AnswerText.Write(output, answer);
    }

    private static void LogToStandardError(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            // A host that cannot start is told in one line by whoever started it; a worker that fails while it runs is critical.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            .AddConfiguration(configuration.GetSection("Logging"))
            .AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss'Z' "));
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
