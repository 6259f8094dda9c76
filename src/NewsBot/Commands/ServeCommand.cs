using System.CommandLine;
using NewsBot.Hosting;

namespace NewsBot.Commands;

/// <summary>
/// <c>serve</c>: the host, until Ctrl-C or SIGTERM. Without any verb the same, and an empty data folder gets the sample archive
/// and one answered question.
/// </summary>
internal static class ServeCommand
{
    private const string Name = "serve";

    public static Command Create(CommonOptions common)
    {
        var command = new Command(Name, "Run the host: web page, API, Discord and ingest worker. Never loads the sample archive.");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, common, withSample: false, cancellationToken));
        return command;
    }

    /// <summary>Makes serving with the sample archive what happens when no verb is named.</summary>
    public static void MakeDefault(RootCommand root, CommonOptions common) =>
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed, common, withSample: true, cancellationToken));

    /// <summary>Whether the arguments ask for the host.</summary>
    public static bool IsMeantBy(ParseResult parsed) => parsed.CommandResult.Command is RootCommand or { Name: Name };

    private static async Task<int> RunAsync(ParseResult parsed, CommonOptions common, bool withSample, CancellationToken cancellationToken) =>
        (int)await Verb.RunAsync(async () =>
        {
            await using var host = NewsBotHost.Create(common.DataFolder(parsed));
            await host.StartAsync(cancellationToken);
            if (withSample)
            {
                await host.ShowSampleAsync(cancellationToken);
            }

            host.SayWhereItIs();
            await host.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        });
}
