using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>articles boilerplate learn|show|clear</c>: the lines that recur on a site's pages and are no article's text.</summary>
internal static class BoilerplateCommand
{
    private const string Indent = "    ";

    public static Command Create(CommonOptions common) => new("boilerplate", "Lines that recur on a site's pages and are no article's text.")
    {
        CreateLearn(common),
        CreateShow(common),
        CreateClear(common),
    };

    private static Command CreateLearn(CommonOptions common)
    {
        var site = SiteOption();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show the lines, with the number of pages that have each; freeze nothing." };
        var command = new Command("learn", "Find the lines that recur in the kept pages and freeze them as the sites' lists; with --json one object a line.") { site, dryRun };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, cancellationToken) =>
        {
            var archive = verb.ExistingArchive();
            var learning = verb.Get<BoilerplateLearning>();
            var sites = learning.Read(archive, parsed.GetValue(site), cancellationToken);
            if (sites.Count == 0)
            {
                throw CommandFailure.Failed("There are no kept pages to learn from; ingest pages of the site with Ingestion:KeepDocuments on.");
            }

            foreach (var learned in sites)
            {
                var frozen = parsed.GetValue(dryRun) || IsNothingNew(verb, archive, learned) ? null : Freeze(verb, archive, learned);
                Write(verb.Json, learned, frozen);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateShow(CommonOptions common)
    {
        var site = SiteOption();
        var command = new Command("show", "Show the frozen lists; with --json one object a line.") { site };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, _) =>
        {
            var output = TerminalText.StandardOutput();
            var lists = Lists(verb, parsed.GetValue(site)).Where(list => list.Lines.Count > 0).ToList();
            verb.SayIfNone(lists.Count, "No lines are frozen; 'newsbot articles boilerplate learn' looks for those that recur.");
            foreach (var list in lists)
            {
                if (verb.Json)
                {
                    Console.WriteLine(JsonSerializer.Serialize(BoilerplateJson.From(list), ContractJson.ForTerminals.BoilerplateJson));
                    continue;
                }

                output.Heading(FormattableString.Invariant($"{list.Site}, revision {list.Revision}, frozen {list.FrozenAt:u}"));
                foreach (var line in list.Lines)
                {
                    output.Paragraph(line, Indent);
                }
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateClear(CommonOptions common)
    {
        var site = SiteOption();
        var command = new Command("clear", "Forget the lists; 'articles reextract' then brings the lines back into kept articles.") { site };
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, _) =>
        {
            var lists = Lists(verb, parsed.GetValue(site)).Where(list => list.Lines.Count > 0).ToList();
            foreach (var list in lists)
            {
                verb.Get<ArchiveStore>().Boilerplate.Freeze(verb.Archive, list.Site, []);
                verb.Record("articles boilerplate clear", $"{list.Site} in archive {verb.Archive}, revision {list.Revision}");
            }

            Console.WriteLine("Cleared " + AnswerText.Counted(lists.Count, "list") + ".");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Option<string?> SiteOption()
    {
        var site = new Option<string?>("--site") { Description = "Only this site, as its host.", HelpName = "HOST" };
        site.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            {
                result.AddError($"--site: '{host}' is no host; write for example herald.example.");
            }
        });
        site.CustomParser = result => KnownBoilerplate.SiteOf("https://" + result.Tokens[0].Value) ?? result.Tokens[0].Value;
        return site;
    }

    /// <summary>A site without recurring lines and without a list gets none.</summary>
    private static bool IsNothingNew(Verb verb, ArchiveName archive, LearnedSite learned) =>
        learned.Lines.Count == 0 && !verb.Get<ArchiveStore>().Boilerplate.Of(archive).Any(list => list.Site == learned.Site);

    private static SiteBoilerplate? Freeze(Verb verb, ArchiveName archive, LearnedSite learned)
    {
        var frozen = verb.Get<BoilerplateLearning>().Freeze(archive, learned);
        if (frozen is not null)
        {
            verb.Record("articles boilerplate learn", $"{learned.Site} in archive {archive}: {AnswerText.Counted(frozen.Lines.Count, "line")}, revision {frozen.Revision}");
        }

        return frozen;
    }

    private static IEnumerable<SiteBoilerplate> Lists(Verb verb, string? site) =>
        verb.Get<ArchiveStore>().Boilerplate.Of(verb.ExistingArchive()).Where(list => site is null || list.Site == site);

    private static void Write(bool json, LearnedSite learned, SiteBoilerplate? frozen)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(LearnedBoilerplateJson.From(learned, frozen), ContractJson.ForTerminals.LearnedBoilerplateJson));
            return;
        }

        var output = TerminalText.StandardOutput();
        var state = frozen is null ? "nothing frozen" : FormattableString.Invariant($"frozen as revision {frozen.Revision}; 'articles reextract' takes them out of kept articles");
        output.Heading($"{learned.Site}: {AnswerText.Counted(learned.Lines.Count, "recurring line")} on {AnswerText.Counted(learned.Pages, "page")}, {state}");
        foreach (var line in learned.Lines)
        {
            output.Paragraph(line.Text, Indent, FormattableString.Invariant($"{line.Pages,3} "));
        }
    }
}
