using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>audit</c>: who did what in administration, from the terminal, the web page and chat servers.</summary>
internal static class AuditCommand
{
    private const int EntriesShown = 100;

    public static Command Create(CommonOptions common)
    {
        var limit = new Option<int>("--limit") { Description = "At most so many, the newest.", HelpName = "NUMBER", DefaultValueFactory = _ => EntriesShown };
        limit.Accept(1, int.MaxValue);
        var command = new Command("audit", "Who did what in administration, newest first; with --json one object a line.") { limit };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, _) =>
        {
            var output = TerminalText.StandardOutput();
            var entries = verb.Get<ArchiveStore>().Readers.Audit(parsed.GetValue(limit));
            verb.SayIfNone(entries.Count, "Nothing has been done in administration yet.");
            foreach (var entry in entries)
            {
                if (verb.Json)
                {
                    Console.WriteLine(JsonSerializer.Serialize(AuditJson.From(entry), ContractJson.ForTerminals.AuditJson));
                    continue;
                }

                var who = entry.Guild.Length == 0 ? entry.User : $"user {entry.User} of guild {entry.Guild}";
                output.Paragraph(FormattableString.Invariant($"{entry.At:u}  {(who.Length == 0 ? "NewsBot" : who)}: {entry.Action}  {entry.Detail}"), "    ", "");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
