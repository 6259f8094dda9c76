using System.CommandLine;

namespace NewsBot.Commands;

/// <summary>The program's verbs and how one is run.</summary>
internal static class CommandLine
{
    /// <summary>How long a verb may take to end cleanly after Ctrl-C.</summary>
    private static readonly TimeSpan GraceAfterCancel = TimeSpan.FromSeconds(10);

    /// <summary>Parses the arguments, runs the verb and gives the exit code of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args);
        if (WrongUsage.Of(parsed) is { Count: > 0 } sentences)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, sentences));
            return (int)ExitCode.WrongUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // The host stops itself on Ctrl-C and SIGTERM, in its own time.
            ProcessTerminationTimeout = ServeCommand.IsMeantBy(parsed) ? null : GraceAfterCancel,
        });
    }

    /// <summary>Reads the arguments; nothing runs yet.</summary>
    public static ParseResult Parse(IReadOnlyList<string> args) =>
        CreateRoot().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });

    private static RootCommand CreateRoot()
    {
        var common = new CommonOptions();
        var root = new RootCommand(
            "NewsBot answers questions about archived news articles; every sentence cites a quote that was checked. "
            + "Without a verb it starts the host, loads the sample archive into an empty data folder, and answers one question.")
        {
            ServeCommand.Create(common),
            IngestCommand.Create(common),
            AskCommand.Create(common),
            SearchCommand.Create(common),
            CheckCommand.Create(common),
            ExtractCommand.Create(common),
            ArticlesCommand.Create(common),
            ArchivesCommand.Create(common),
            FeedsCommand.Create(common),
            JobsCommand.Create(common),
            AuditCommand.Create(common),
            StatsCommand.Create(common),
            BackupCommands.CreateBackup(common),
            BackupCommands.CreateRestore(common),
            IndexCommands.CreateVerify(common),
            IndexCommands.CreateReindex(common),
            FeedbackCommand.Create(common),
            RegisterCommandsCommand.Create(common),
            ModelsCommand.Create(common),
            EvalCommand.Create(common),
            DoctorCommand.Create(common),
        };
        common.AddTo(root);
        ServeCommand.MakeDefault(root, common);
        return root;
    }
}
