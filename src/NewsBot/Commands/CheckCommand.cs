using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Generative;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary>
/// <c>check FILE|-</c>: every sentence of a text against the archive; <c>check --jsonl</c>: many claims, each with or without its own source;
/// <c>check --answer ID</c>: is a given answer still supported?
/// </summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string?>("FILE") { Description = "The text, or '-' for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var lines = new Option<bool>("--jsonl") { Description = "FILE holds lines {\"id\",\"claim\",\"source\"?}; with a source only that text is consulted. One verdict line each." };
        var report = new Option<string?>("--report") { Description = "Write a page with claims and quotes side by side.", HelpName = "FILE.html" };
        var answer = new Option<Guid?>("--answer") { Description = "Check a given answer again, against the articles as they are now.", HelpName = "ANSWER_ID" };
        var judge = new Option<bool>("--judge") { Description = "Ask the configured chat model for a second opinion where the verdict is unsure." };
        var command = new Command("check", "Check a text sentence by sentence: what does the archive support? With --json one verdict line a sentence.") { file, lines, report, answer, judge };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null == result.GetResult(answer) is null)
            {
                result.AddError("Say either a FILE ('-': standard input) or --answer ANSWER_ID.");
            }
        });
        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, cancellationToken) =>
            parsed.GetValue(answer) is { } given ? Task.FromResult(GivenAnswerCheck.Run(verb, given))
            : parsed.GetValue(lines) ? CheckLinesAsync(verb, parsed.GetRequiredValue(file)!, JudgeOf(verb, parsed.GetValue(judge)), cancellationToken)
            : CheckTextAsync(verb, parsed.GetRequiredValue(file)!, parsed.GetValue(report), JudgeOf(verb, parsed.GetValue(judge)), cancellationToken));
        return command;
    }

    private static CheckJudge? JudgeOf(Verb verb, bool isWanted) =>
        !isWanted ? null
        : verb.Get<CheckJudge>() is { IsOn: true } judge ? judge
        : throw CommandFailure.Failed("--judge asks a chat model, and none is configured: set Chat:Endpoint and Chat:Model, for example by NEWSBOT_Chat__Endpoint=http://127.0.0.1:11434/v1.");

    private static async Task<ExitCode> CheckTextAsync(Verb verb, string file, string? report, CheckJudge? judge, CancellationToken cancellationToken)
    {
        var archive = verb.ExistingArchive();
        var text = await ReadTextAsync(file, cancellationToken);
        await verb.BringIndexUpToDateIfPossibleAsync(cancellationToken);

        var bill = new ModelBill(archive, Payer.Terminal);
        var checks = new List<ClaimCheck>();
        var output = TerminalText.StandardOutput();
        await foreach (var unjudged in verb.Get<ArchiveChecker>().CheckTextAsync(archive, text, cancellationToken))
        {
            var check = judge is null ? unjudged : await judge.JudgeAsync(bill, unjudged, cancellationToken);
            checks.Add(check);
            if (verb.Json)
            {
                var line = CheckLineJson.From(checks.Count.ToString(CultureInfo.InvariantCulture), check);
                Console.WriteLine(JsonSerializer.Serialize(line, ContractJson.ForTerminals.CheckLineJson));
            }
            else
            {
                CheckText.Write(output, check);
            }
        }

        if (checks.Count == 0)
        {
            await Console.Error.WriteLineAsync("The text holds no sentence to check.");
        }

        if (report is not null)
        {
            await WriteReportAsync(report, checks, title: file == "-" ? "Standard input" : Path.GetFileName(file));
        }

        return ExitCode.Done;
    }

    private static async Task<ExitCode> CheckLinesAsync(Verb verb, string file, CheckJudge? judge, CancellationToken cancellationToken)
    {
        var verifier = verb.Get<Verifier>();
        var bill = new ModelBill(verb.Archive, Payer.Terminal);
        await JsonLines.ProcessAsync(file, CheckLineAsync, cancellationToken);
        return ExitCode.Done;

        async Task<string> CheckLineAsync(string line, CancellationToken token)
        {
            if (JsonLines.Read(line, ContractJson.Default.CheckRequestJson) is not { Claim: { } claim } asked)
            {
                return JsonLines.Failed(null, "The line is no JSON object with a \"claim\".");
            }

            var check = asked.Source is { } source
                ? verifier.Check(claim, verifier.Prepare(source))
                : await verb.Get<ArchiveChecker>().CheckAsync(verb.ExistingArchive(), claim, token);
            var judged = judge is null ? check : await judge.JudgeAsync(bill, check, token);
            return JsonSerializer.Serialize(CheckLineJson.From(asked.Id, judged), ContractJson.ForTerminals.CheckLineJson);
        }
    }

    private static async Task<string> ReadTextAsync(string file, CancellationToken cancellationToken)
    {
        if (file == "-")
        {
            return await Console.In.ReadToEndAsync(cancellationToken);
        }

        return File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : throw CommandFailure.Failed($"There is no file '{file}'.");
    }

    private static async Task WriteReportAsync(string report, IReadOnlyList<ClaimCheck> checks, string title)
    {
        await using var writer = new StreamWriter(report);
        CheckReport.Write(writer, checks, title);
        await Console.Error.WriteLineAsync($"The report is in {report}.");
    }
}
