using System.CommandLine;
using System.Text.Json;
using NewsBot.Answering;
using NewsBot.Answering.Evaluation;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>eval retrieval|answers FILE</c>: measures a question set on an archive.</summary>
internal static class EvalCommand
{
    private const string Legend = """
        contained: an accepted short answer stands in the answer; first: in its first sentence; wrong: something stated as wrong does
        cite P: citations of a right article; cite R: questions with such a citation; abst P: refusals that were right; abst R: absent answers refused
        refused: questions that the archive answers, refused
        """;

    private const int MissesShown = 10;

    public static Command Create(CommonOptions common) => new("eval", "Measure a question set on the archive.")
    {
        EvalRetrievalCommand.Create(common),
        CreateAnswers(common),
    };

    private static Command CreateAnswers(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "Lines {\"id\",\"question\",\"as_of\"?,\"relevant\":[ids or addresses],\"answerable\"?,\"answers\"?,\"wrong_if\"?,\"kind\"?}." };
        var compare = new Option<string?>("--compare") { Description = "Compare with an earlier run: a file that 'eval answers --json' wrote.", HelpName = "RUN.json" };
        var command = new Command("answers", "Answer containment, citation and abstention precision and recall, latency.") { file, compare };
        Verb.SetAction(command, common, StoreAccess.Read, async (verb, parsed, cancellationToken) =>
        {
            var questions = Read(parsed.GetRequiredValue(file));
            var before = parsed.GetValue(compare) is { } earlier ? (await EarlierRun.ReadAsync(earlier, "answers", ContractJson.Default.AnswerEvaluationJson, cancellationToken)).Questions : null;
            var archive = verb.ExistingArchive();
            await verb.BringIndexUpToDateAsync(cancellationToken);
            var evaluation = new AnswerEvaluation(verb.Get<IQuestionAnswerer>());
            var result = await evaluation.RunAsync(archive, questions, sameStoryAs: article => SameStoryAs(verb, article), progress: null, cancellationToken);
            Print(verb.Json, result, before is null ? null : new AnswerRunComparison(before, [.. result.Judgements.Select(AnsweredQuestion.Of)]));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A cluster counts as each of its members.</summary>
    private static IEnumerable<string> SameStoryAs(Verb verb, Article article)
    {
        var store = verb.Get<IArchiveReader>();
        return article.Standing.Cluster is not null && store.ClustersOf(article.Archive, [article.Id]).TryGetValue(article.Id, out var cluster)
            ? store.FindMany(article.Archive, [.. cluster.Members.Select(member => member.Article)]).Select(member => member.PublicId)
            : [];
    }

    private static IReadOnlyList<Answering.Evaluation.EvaluationQuestion> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw CommandFailure.Failed($"There is no file '{file}'.");
        }

        try
        {
            // A line may leave lists out, and the reader then has null where the type says a list.
            return [.. Answering.Evaluation.EvaluationQuestion.ReadLines(File.ReadLines(file))
                .Select(question => question with { Answers = question.Answers ?? [], Relevant = question.Relevant ?? [], WrongIf = question.WrongIf ?? [] })];
        }
        catch (FormatException failure)
        {
            throw CommandFailure.Failed($"{file}: {failure.Message}");
        }
    }

    private static void Print(bool json, AnswerEvaluationResult result, AnswerRunComparison? comparison)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(AnswerEvaluationJson.From(result, comparison), ContractJson.ForTerminals.AnswerEvaluationJson));
            return;
        }

        Console.WriteLine($"{"kind",-14} {"n",5} {"contained",9} {"first",6} {"wrong",6} {"cite P",6} {"cite R",6} {"abst P",6} {"abst R",6} {"refused",7} {"p50 ms",7} {"p95 ms",7}");
        foreach (var (kind, figures) in result.ByKind.Where(_ => result.ByKind.Count > 1))
        {
            PrintRow(kind, figures);
        }

        PrintRow("all", result.Overall);
        Console.WriteLine(Legend);
        PrintAbstention(result);
        PrintMisses(result);
        if (comparison is not null)
        {
            Console.WriteLine();
            Console.Write(HarmlessText.Paragraphs(comparison.ToString()));
        }
    }

    private static void PrintRow(string kind, AnswerFigures figures) => Console.WriteLine(FormattableString.Invariant(
        $"{kind,-14} {figures.Questions,5} {Share(figures.Contained),9} {Share(figures.ContainedInFirst),6} {Share(figures.Wrong),6} {Share(figures.CitationPrecision),6} {Share(figures.CitationRecall),6} {Share(figures.AbstentionPrecision),6} {Share(figures.AbstentionRecall),6} {Share(figures.AnswerableRefused),7} {figures.MedianMs,7:F1} {figures.P95Ms,7:F1}"));

    private static void PrintAbstention(AnswerEvaluationResult result)
    {
        if (!result.Judgements.Any(one => one.Answer.Confidence is not null) || result.Judgements.All(one => one.IsAnswerable))
        {
            return;
        }

        Console.WriteLine();
        Console.WriteLine("\"not in the archive\" by Answering:LeastConfidence");
        Console.WriteLine($"{"threshold",9} {"refused",8} {"precision",10} {"recall",7} {"answerable refused",19}");
        foreach (var row in result.Abstention)
        {
            Console.WriteLine(FormattableString.Invariant($"{row.Threshold,9:F2} {row.Refused,8} {Share(row.Precision),10} {Share(row.Recall),7} {Share(row.AnswerableRefused),19}"));
        }
    }

    private static void PrintMisses(AnswerEvaluationResult result)
    {
        var misses = result.Judgements.Where(IsMiss).Take(MissesShown).ToList();
        if (misses.Count == 0)
        {
            return;
        }

        Console.WriteLine();
        Console.WriteLine($"the first {misses.Count} misses:");
        foreach (var miss in misses)
        {
            Console.WriteLine(HarmlessText.OneLine($"  {miss.Question.Id}  {miss.Question.Question}  →  {(miss.IsAnswered ? miss.Answer.Text : "not in the archive")}"));
        }
    }

    // Where no short answers are stated, an answer that cites a right article is as good as can be told.
    private static bool IsMiss(AnswerJudgement one) => one.IsAnswerable switch
    {
        false => one.IsAnswered,
        true when one.Question.Answers.Count > 0 => !one.Contains,
        true => !one.IsAnswered || (one.Question.Relevant.Count > 0 && one.RelevantCitations == 0),
    };

    private static string Share(double? value) => value is { } share ? FormattableString.Invariant($"{share:F3}") : "-";
}
