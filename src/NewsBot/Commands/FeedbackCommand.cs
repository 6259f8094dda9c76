using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Feedback;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>feedback export</c> and <c>feedback gaps</c>: what readers in Discord said of answers, and what they asked in vain.</summary>
internal static class FeedbackCommand
{
    private const int MostGaps = 1_000;

    public static Command Create(CommonOptions common) => new("feedback", "What readers said of answers and what they asked in vain.") { CreateExport(common), CreateGaps(common) };

    private static Command CreateExport(CommonOptions common)
    {
        var command = new Command("export", "Print the feedback as a question set for 'eval answers', one object a line.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            var store = verb.Get<ArchiveStore>();
            foreach (var line in new FeedbackExport(store, new KeptAnswers(store, verb.Get<TimeProvider>())).Lines(verb.ExistingArchive()))
            {
                Console.WriteLine(line);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateGaps(CommonOptions common)
    {
        var command = new Command("gaps", "List the newest questions that found no answer; with --json one object a line.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            var gaps = verb.Get<ArchiveStore>().Readers.GapsOf(verb.ExistingArchive(), MostGaps);
            verb.SayIfNone(gaps.Count, "Nobody has asked in vain yet.");
            foreach (var gap in gaps)
            {
                Console.WriteLine(verb.Json
                    ? JsonSerializer.Serialize(GapJson.From(gap), ContractJson.ForTerminals.GapJson)
                    : $"{AnswerText.Day(NewsTime.OfInstant(gap.At))}  {HarmlessText.OneLine(gap.Question)}");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
