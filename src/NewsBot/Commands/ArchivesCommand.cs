using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Answering.Generative;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Settings;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>archives list</c> and <c>archives bind</c>: the archives of the data folder, and which of them a Discord server reads.</summary>
internal static class ArchivesCommand
{
    public static Command Create(CommonOptions common) => new("archives", "The archives of the data folder.") { CreateList(common), CreateBind(common), CreateExport(common) };

    private static Command CreateExport(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "Where the export goes: JSON lines, compressed; 'ingest' reads it back." };
        file.RefuseBlank();
        var documents = new Option<bool>("--documents") { Description = "Also the bytes that articles were read from, where they were kept." };
        var command = new Command("export", "Write an archive with all its versions to one portable file.") { file, documents };
        Verb.SetAction(command, common, StoreAccess.Read, async (verb, parsed, cancellationToken) =>
        {
            var archive = verb.ExistingArchive();
            var versions = await ArchiveExport.WriteAsync(verb.Get<ArchiveStore>(), archive, Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetValue(documents), cancellationToken);
            verb.Record("archives export", $"{archive}: {Path.GetFullPath(parsed.GetRequiredValue(file))}");
            Verb.Tell(
                verb.Json,
                $"Wrote {AnswerText.Counted(versions, "version")} of archive '{archive}' to {parsed.GetRequiredValue(file)}.",
                new ExportJson(archive.Value, versions, Path.GetFullPath(parsed.GetRequiredValue(file))),
                ContractJson.ForTerminals.ExportJson);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateBind(CommonOptions common)
    {
        var guild = new Argument<ulong>("GUILD") { Description = "The Discord server's id." };
        var name = new Argument<string>("NAME") { Description = "The archive that it reads from now on." };
        var command = new Command("bind", "Let a Discord server read an archive; a running host follows at once.") { guild, name };
        Verb.SetFirstAction(command, common, (verb, parsed, _) =>
        {
            var archive = ArchiveName.TryParse(parsed.GetValue(name), out var known)
                ? known
                : throw CommandFailure.Usage($"'{parsed.GetValue(name)}' is no archive name: use 1 to {ArchiveName.MaximumLength} of the characters a-z, 0-9 and '-'.");
            new GuildBook(verb.Get<ArchiveStore>()).Bind(new Snowflake(parsed.GetValue(guild)), archive);
            verb.Record("archives bind", $"guild {parsed.GetValue(guild)}: {archive}");
            var exists = verb.Get<IArchiveReader>().Archives().Contains(archive);
            var server = parsed.GetValue(guild).ToString(CultureInfo.InvariantCulture);
            Verb.Tell(verb.Json, $"Server {server} reads archive '{archive}'.", new BindingJson(server, archive.Value, exists), ContractJson.ForTerminals.BindingJson);
            if (!exists)
            {
                Console.Error.WriteLine($"There is no archive '{archive}' yet; 'newsbot ingest PATH_OR_URL --archive {archive}' creates it.");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateList(CommonOptions common)
    {
        var command = new Command("list", "List the archives; with --json one object a line.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            var reader = verb.Get<IArchiveReader>();
            var archives = reader.Archives();
            verb.SayIfNone(archives.Count, "There is no archive yet; 'newsbot ingest PATH_OR_URL' creates one.");
            foreach (var archive in archives)
            {
                var statistics = reader.Statistics(archive);
                Console.WriteLine(verb.Json
                    ? JsonSerializer.Serialize(StatsJson.From(archive, statistics, verb.Get<TokenBudget>()), ContractJson.ForTerminals.StatsJson)
                    : $"{archive}  {AnswerText.Counted(statistics.Articles, "article")}");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
