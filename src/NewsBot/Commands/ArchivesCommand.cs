using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>archives list</c>: the archives of the data folder.</summary>
internal static class ArchivesCommand
{
    public static Command Create(CommonOptions common) => new("archives", "The archives of the data folder.") { CreateList(common) };

    private static Command CreateList(CommonOptions common)
    {
        var command = new Command("list", "List the archives; with --json one object a line.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            var reader = verb.Get<IArchiveReader>();
            foreach (var archive in reader.Archives())
            {
                var statistics = reader.Statistics(archive);
                Console.WriteLine(verb.Json
                    ? JsonSerializer.Serialize(StatsJson.From(archive, statistics), ContractJson.ForTerminals.StatsJson)
                    : $"{archive}  {AnswerText.Counted(statistics.Articles, "article")}");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
