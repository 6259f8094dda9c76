using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Archive;
using NewsBot.Discord;
using NewsBot.Discord.Commands;
using NewsBot.Hosting;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Qdrant;

namespace NewsBot.Commands;

/// <summary><c>doctor</c>: checks what NewsBot stands on and says how to mend what is wrong.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create(CommonOptions common)
    {
        var live = new Option<string?>("--live") { Description = "Only ask a running host whether it lives (for container health checks).", HelpName = "URL" };
        var qdrant = new Option<string?>("--qdrant") { Description = "Try a Qdrant server: write, rank and delete on collections of its own.", HelpName = "URL" };
        var command = new Command("doctor", "Check the set-up and say how to mend it.") { live, qdrant };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, common, parsed.GetValue(live), parsed.GetValue(qdrant), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CommonOptions common, string? live, string? qdrant, CancellationToken cancellationToken) =>
        (int)await Verb.RunAsync(async () =>
        {
            if (live is not null)
            {
                return await LivesAsync(live, cancellationToken) ? ExitCode.Done : ExitCode.Failed;
            }

            var report = new DoctorReport();
            CheckUnicode(report);
            CheckDataFolder(report, parsed, common);
            CheckSettings(report, parsed, common);
            await CheckQdrantAsync(report, parsed, common, qdrant, cancellationToken);
            await CheckArchivesAsync(report, parsed, common, cancellationToken);
            await CheckDiscordAsync(report, parsed, common, cancellationToken);
            return report.Print(common.Json(parsed));
        });

    private static void CheckUnicode(DoctorReport report)
    {
        const string decomposed = "e\u0301";
        report.Add("Unicode", decomposed.Normalize(NormalizationForm.FormC) == "\u00e9",
            "normalisation works",
            "text is not normalised: this system has no ICU, so ids and quotes would differ from other machines. Install ICU (libicu, or an '-extra' container image).");
    }

    private static void CheckDataFolder(DoctorReport report, ParseResult parsed, CommonOptions common)
    {
        var configuration = new ConfigurationManager();
        Settings.AddTo(configuration, common.DataFolder(parsed));
        var folder = configuration[Settings.DataFolderKey]!;
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".doctor-" + Environment.ProcessId);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            report.Add("Data folder", true, $"{folder} can be written", "");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            report.Add("Data folder", false, "", $"{folder} cannot be written ({failure.Message}). Free space, mend its permissions, or choose another with --data.");
        }

        var prompts = Path.Combine(AppContext.BaseDirectory, "prompts", "NewsBot");
        report.Add("Prompts", Directory.Exists(prompts), prompts, $"{prompts} is missing: install the whole output folder, not the program alone.");
    }

    private static void CheckSettings(DoctorReport report, ParseResult parsed, CommonOptions common)
    {
        var configuration = new ConfigurationManager();
        Settings.AddTo(configuration, common.DataFolder(parsed));
        var complaints = new KnownSettings().Complaints(configuration).ToList();
        foreach (var complaint in complaints)
        {
            report.Add("Settings", false, "", complaint);
        }

        if (complaints.Count == 0)
        {
            report.Add("Settings", true, "each of them is one that NewsBot reads", "");
        }
    }

    private static async Task CheckQdrantAsync(DoctorReport report, ParseResult parsed, CommonOptions common, string? url, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationManager();
        Settings.AddTo(configuration, common.DataFolder(parsed));
        var options = configuration.GetSection(QdrantOptions.Section).Get<QdrantOptions>() ?? new QdrantOptions();
        options.Endpoint = url ?? options.Endpoint;
        if (string.IsNullOrEmpty(options.Endpoint))
        {
            return;
        }

        await foreach (var finding in QdrantDoctor.ExamineAsync(options, TimeProvider.System, NullLogger.Instance, cancellationToken))
        {
            report.Add("Qdrant " + finding.Name, finding.IsSound, finding.Detail, finding.Detail);
        }
    }

    private static async Task CheckArchivesAsync(DoctorReport report, ParseResult parsed, CommonOptions common, CancellationToken cancellationToken)
    {
        try
        {
            using var verb = Verb.Open(parsed, common, StoreAccess.Read);
            report.Add("Values of settings", true, "valid", "");
            var reader = verb.Get<IArchiveReader>();
            await CheckModelAsync(report, verb, cancellationToken);
            foreach (var archive in reader.Archives())
            {
                var indexed = await verb.Get<IArchiveIndex>().CatchUpAsync(archive, cancellationToken);
                var stored = reader.LastSequence(archive);
                report.Add($"Archive {archive}", indexed >= stored, $"{reader.Statistics(archive).Articles:N0} articles, index in step",
                    $"the index stands at change {indexed} of {stored}: start the host, it catches up; if it stays behind, delete the folder 'index' in the data folder, it is rebuilt.");
            }
        }
        catch (Exception failure) when (failure is Microsoft.Extensions.Options.OptionsValidationException or ArchiveUnavailableException or IndexUnavailableException or CommandFailure)
        {
            report.Add("Archive", false, "", failure.Message);
        }
    }

    /// <summary>Lets the embedding model make one vector, where one is configured.</summary>
    private static async Task CheckModelAsync(DoctorReport report, Verb verb, CancellationToken cancellationToken)
    {
        if (verb.Find<TextEncoders>() is not { } encoders)
        {
            return;
        }

        try
        {
            await encoders.Configured.GenerateAsync(["news"], cancellationToken: cancellationToken);
            report.Add("Embedding model", true, $"{encoders.Model} made a vector", "");
        }
        catch (EmbeddingUnavailableException failure)
        {
            report.Add("Embedding model", false, "", failure.Message);
        }
    }

    private static async Task CheckDiscordAsync(DoctorReport report, ParseResult parsed, CommonOptions common, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationManager();
        Settings.AddTo(configuration, common.DataFolder(parsed));
        await using var services = new ServiceCollection().AddLogging().AddDiscord(configuration).BuildServiceProvider();
        try
        {
            foreach (var finding in await services.GetRequiredService<DiscordDiagnosis>().LookAsync(cancellationToken))
            {
                report.Add(finding.What, finding.IsWell, finding.Text, finding.Text);
            }
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException failure)
        {
            report.Add("Discord", false, "", failure.Message);
        }
    }

    private static async Task<bool> LivesAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url.TrimEnd('/') + "/healthz/live", UriKind.Absolute, out var address))
        {
            throw CommandFailure.Usage($"--live: '{url}' is no address; write for example http://127.0.0.1:5080.");
        }

        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(address, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{address} does not answer: {failure.Message}");
            return false;
        }
    }
}
