using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Ingestion;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>articles list|show|remove|reextract|boilerplate</c>: looking at what is kept, removing it, reading it again.</summary>
internal static class ArticlesCommand
{
    public static Command Create(CommonOptions common) => new("articles", "List, show and remove articles.")
    {
        CreateList(common),
        CreateShow(common),
        CreateRemove(common),
        CreateReextract(common),
        BoilerplateCommand.Create(common),
    };

    private static Command CreateReextract(CommonOptions common)
    {
        var command = new Command("reextract", "Read the kept pages again with today's extractor; changed texts become new versions.");
        Verb.SetAction(command, common, StoreAccess.Write, async (verb, _, cancellationToken) =>
        {
            var archive = verb.ExistingArchive();
            var counts = new Dictionary<StoreResult, long>();
            await foreach (var outcome in new Reextraction(verb.Get<ArchiveStore>()).RunAsync(archive, cancellationToken))
            {
                counts[outcome.Result] = counts.GetValueOrDefault(outcome.Result) + 1;
            }

            await verb.BringIndexUpToDateAsync(cancellationToken);
            var done = new ReextractJson(counts.GetValueOrDefault(StoreResult.Updated), counts.GetValueOrDefault(StoreResult.Unchanged));
            var sum = FormattableString.Invariant($"{done.Updated:N0} updated, {done.Unchanged:N0} unchanged");
            verb.Record("articles reextract", $"archive {archive}: {sum}");
            Verb.Tell(verb.Json, sum + ".", done, ContractJson.ForTerminals.ReextractJson);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateList(CommonOptions common)
    {
        var command = new Command("list", "List every article; with --json one object a line.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, cancellationToken) =>
        {
            var output = TerminalText.StandardOutput();
            var listed = 0;
            foreach (var article in verb.Get<ArchiveStore>().List(verb.ExistingArchive()))
            {
                cancellationToken.ThrowIfCancellationRequested();
                listed++;
                if (verb.Json)
                {
                    Console.WriteLine(JsonSerializer.Serialize(ArticleLineJson.From(article), ContractJson.ForTerminals.ArticleLineJson));
                }
                else
                {
                    output.Paragraph(AnswerText.Byline(article.Title, article.Source, article.Published), "    ");
                    output.Faint(article.PublicId, "    ");
                }
            }

            verb.SayIfNone(listed, $"Archive '{verb.Archive}' holds no article; 'newsbot ingest PATH_OR_URL --archive {verb.Archive}' puts some in.");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateShow(CommonOptions common)
    {
        var id = new Argument<string>("ID") { Description = "The article's id, as lists and citations print it." };
        var history = new Option<bool>("--history") { Description = "Every version, the oldest first, and by words what each one changed." };
        var command = new Command("show", "Show one article.") { id, history };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, _) =>
        {
            var archive = verb.ExistingArchive();
            var article = Require(verb.Get<IArchiveReader>(), archive, parsed.GetRequiredValue(id));
            var versions = parsed.GetValue(history) ? verb.Get<ArchiveStore>().History(archive, article.Id) : [article];
            if (!verb.Json)
            {
                VersionText.Write(TerminalText.StandardOutput(), versions);
            }
            else if (parsed.GetValue(history))
            {
                var json = new ArticleHistoryJson(article.PublicId, [.. versions.Select(ArticleJson.From)]);
                Console.WriteLine(JsonSerializer.Serialize(json, ContractJson.ForTerminals.ArticleHistoryJson));
            }
            else
            {
                Console.WriteLine(JsonSerializer.Serialize(ArticleJson.From(article), ContractJson.ForTerminals.ArticleJson));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateRemove(CommonOptions common)
    {
        var ids = new Argument<string[]>("ID") { Description = "The articles' ids.", Arity = ArgumentArity.OneOrMore };
        var reason = new Option<string>("--reason") { Description = "Why, kept with the tombstone that old citations explain.", DefaultValueFactory = _ => "removed by the operator" };
        var command = new Command("remove", "Remove articles: text, versions, passages, and the stored answers that quote them.") { ids, reason };
        Verb.SetAction(command, common, StoreAccess.Write, async (verb, parsed, cancellationToken) =>
        {
            var archive = verb.ExistingArchive();
            var store = verb.Get<ArchiveStore>();
            var removed = new List<string>();
            var unknown = new List<string>();
            foreach (var name in parsed.GetRequiredValue(ids))
            {
                var isRemoved = store.Find(archive, name) is { } article && store.Remove(archive, article.Id, parsed.GetRequiredValue(reason), new RemovedBy(Verb.Actor));
                (isRemoved ? removed : unknown).Add(name);
            }

            await verb.BringIndexUpToDateAsync(cancellationToken);
            Report(verb.Json, new RemovedJson(removed, unknown));
            foreach (var name in unknown)
            {
                await Console.Error.WriteLineAsync(WhyAbsent(verb.Get<IArchiveReader>(), archive, name));
            }

            return removed.Count > 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static Article Require(IArchiveReader reader, ArchiveName archive, string name) => reader.Find(archive, name) ?? throw CommandFailure.Failed(WhyAbsent(reader, archive, name));

    private static string WhyAbsent(IArchiveReader reader, ArchiveName archive, string name)
    {
        var identity = Guid.TryParse(name, out var stated) ? stated : ArticleIdentity.Of(archive, new ArticleContent { Title = "", Text = "", ExternalId = name });
        return reader.FindTombstone(archive, identity) is { } gone
            ? FormattableString.Invariant($"The article '{name}' was taken out of archive '{archive}' on {gone.RemovedAt:d MMMM yyyy}: {gone.Reason}. Nothing of its text is kept.")
            : $"There is no article '{name}' in archive '{archive}'; 'newsbot articles list' shows the ids.";
    }

    private static void Report(bool json, RemovedJson outcome) => Verb.Tell(
        json,
        "Removed " + AnswerText.Counted(outcome.Removed.Count, "article") + "."
            + (outcome.Removed.Count > 0 ? " Backups and exports made before still hold it: delete them, or make them anew." : ""),
        outcome,
        ContractJson.ForTerminals.RemovedJson);
}
