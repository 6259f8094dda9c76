using System.CommandLine;
using Microsoft.Extensions.Configuration;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Hosting;

namespace NewsBot.Commands;

/// <summary><c>backup FILE</c> while the host runs, and <c>restore FILE</c> into a data folder that nobody uses.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes." };
        file.RefuseBlank();
        var command = new Command("backup", "Copy the archive's database to a file, also while the host runs.") { file };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, _) =>
        {
            var target = Path.GetFullPath(parsed.GetRequiredValue(file));
            verb.Get<ArchiveStore>().Backup(target);
            verb.Record("backup", target);
            Verb.Tell(verb.Json, $"The archive was copied to {target}.", new BackupJson(target), ContractJson.ForTerminals.BackupJson);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    public static Command CreateRestore(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "A file that 'backup' wrote." };
        file.RefuseBlank();
        var command = new Command("restore", "Put a backup in the place of the data folder's database; the index is built anew.") { file };
        command.SetAction(async parsed => (int)await Verb.RunAsync(() =>
        {
            var source = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (!File.Exists(source))
            {
                throw CommandFailure.Failed($"There is no file '{source}'.");
            }

            var configuration = new ConfigurationManager();
            Settings.AddTo(configuration, common.DataFolder(parsed));
            var folder = configuration[Settings.DataFolderKey]!;
            var kept = ArchiveStore.Restore(source, folder, TimeProvider.System);
            using var restored = ArchiveStore.Open(folder, StoreAccess.Write, TimeProvider.System);
            restored.Readers.Add(new AuditEntry(TimeProvider.System.GetUtcNow(), Guild: "", Verb.Actor, "restore", source + (kept is null ? "" : $"; what was there is kept as {kept}")));
            var sentence = "Restored." + (kept is null ? "" : $" The database that was there is kept as {kept}.");
            Verb.Tell(common.Json(parsed), sentence, new RestoreJson(source, kept), ContractJson.ForTerminals.RestoreJson);
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }
}
