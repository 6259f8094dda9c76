using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Evaluation;
using NewsBot.Retrieval.Evaluation.Tuning;
using NewsBot.Retrieval.Reranking;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>eval retrieval FILE</c>: how well the known articles are found; compares with an earlier run, or fits the weights of the ranking.</summary>
internal static class EvalRetrievalCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "Lines {\"id\",\"question\",\"as_of\"?,\"relevant\":[ids or addresses],\"answerable\"?,\"kind\"?}." };
        var compare = new Option<string?>("--compare") { Description = "Compare with an earlier run: a file that 'eval retrieval --json' wrote.", HelpName = "RUN.json" };
        var tune = new Option<bool>("--tune") { Description = "Fit the weights of section Retrieval to one half of the questions and judge them by the other half." };
        var command = new Command("retrieval", "hit@1/5/10, MRR@10, nDCG@10 and latency, by kind of question, with the worst misses.") { file, compare, tune };
        command.Validators.Add(result =>
        {
            if (result.GetResult(tune) is not null && result.GetResult(compare) is not null)
            {
                result.AddError("Choose one of --tune and --compare.");
            }
        });
        Verb.SetAction(command, common, StoreAccess.Read, async (verb, parsed, cancellationToken) =>
        {
            var archive = verb.ExistingArchive();
            var named = new RelevantArticles(verb.Get<IArchiveReader>(), archive);
            var questions = named.LookUp(await ReadAsync(parsed.GetRequiredValue(file), cancellationToken));
            if (named.Warning is { } warning)
            {
                await Console.Error.WriteLineAsync(warning);
            }

            var before = parsed.GetValue(compare) is { } earlier ? (await EarlierRun.ReadAsync(earlier, "retrieval", ContractJson.Default.RetrievalEvaluationJson, cancellationToken)).ToReport() : null;
            await verb.BringIndexUpToDateAsync(cancellationToken);
            if (parsed.GetValue(tune))
            {
                await TuneAsync(verb, archive, questions, cancellationToken);
                return ExitCode.Done;
            }

            var report = await new RetrievalEvaluation(verb.Get<IArchiveIndex>(), verb.Get<IArchiveReader>(), verb.Get<TimeProvider>()).RunAsync(archive, questions, cancellationToken);
            var comparison = before is null ? null : new RunComparison(before, report);
            if (verb.Json)
            {
                Print(RetrievalEvaluationJson.From(report, comparison), ContractJson.ForTerminals.RetrievalEvaluationJson);
            }
            else
            {
                Console.Write(HarmlessText.Paragraphs(comparison is null ? $"{report}" : $"{report}\n{comparison}"));
            }

            await TellWhatPartsAddAsync(verb, archive, questions, report, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What meaning and the reranker add, where they are configured; beside the report, so that its JSON stays one document.</summary>
    private static async Task TellWhatPartsAddAsync(
        Verb verb, ArchiveName archive, IReadOnlyList<EvaluationQuestion> questions, RetrievalReport report, CancellationToken cancellationToken)
    {
        if (verb.Find<TextEncoders>() is not null)
        {
            await TellAsync("meaning", "Embeddings:Provider none", query => query with { WordsOnly = true });
        }

        if (verb.Find<Reranker>() is not null)
        {
            await TellAsync("the reranker", "an empty Reranking:Model", query => query with { WithoutReranking = true });
        }

        async Task TellAsync(string what, string setting, Func<ArchiveQuery, ArchiveQuery> without)
        {
            var evaluation = new RetrievalEvaluation(verb.Get<IArchiveIndex>(), verb.Get<IArchiveReader>(), verb.Get<TimeProvider>()) { Changed = without };
            await Console.Error.WriteLineAsync(new AddedGain(what, setting, await evaluation.RunAsync(archive, questions, cancellationToken), report).ToString());
        }
    }

    private static async Task TuneAsync(Verb verb, ArchiveName archive, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken)
    {
        var tuning = new RetrievalTuning(verb.Get<EmbeddedIndex>(), verb.Get<IArchiveReader>(), verb.Get<IOptions<RetrievalOptions>>().Value, verb.Get<TimeProvider>());
        var folder = Directory.CreateTempSubdirectory("newsbot-tune-");
        try
        {
            var report = await tuning.RunAsync(archive, questions, folder.FullName, new StandardErrorLines(), cancellationToken);
            if (verb.Json)
            {
                Print(TuningJson.From(report), ContractJson.ForTerminals.TuningJson);
            }
            else
            {
                Console.Write(report.ToString());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<EvaluationQuestion>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw CommandFailure.Failed($"There is no file '{file}'.");
        }

        try
        {
            return await EvaluationQuestion.ReadFileAsync(file, cancellationToken);
        }
        catch (FormatException failure)
        {
            throw CommandFailure.Failed($"{file}: {failure.Message}");
        }
    }

    private static void Print<T>(T document, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => Console.WriteLine(JsonSerializer.Serialize(document, type));

    /// <summary>At once and in order, as the tuning goes.</summary>
    private sealed class StandardErrorLines : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
