using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Answering.Evaluation;
using NewsBot.Archive;
using NewsBot.Benchmarks.Answers;

namespace NewsBot.Benchmarks;

/// <summary>
/// How well answers are chosen. <c>answers paragraph</c>: the paragraph is given; <c>answers squad</c> and <c>answers reuters</c>: the whole
/// archive is asked (<c>-v</c> lists the misses); <c>answers misses</c>: what was seen of each question over the wire; <c>answers fit</c> and <c>answers gate</c>: fit the weights of the ranking and of the gate, each
/// with a half held aside.
/// </summary>
internal static class AnswersBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "paragraph":
                new ParagraphTask(SquadSet.Load()).Report();
                return 0;
            case "squad":
                return await AskAsync(await MeasuredArchive.OfSquadAsync(), [.. SquadSet.Load().Questions.Select(question => question.AsEvaluated())], args);
            case "reuters":
                return await AskAsync(await MeasuredArchive.OfReutersAsync(), MeasuredArchive.ReutersQuestions(), args);
            case "misses":
                using (var reuters = await MeasuredArchive.OfReutersAsync())
                {
                    await RankingMisses.WriteAsync(reuters, MeasuredArchive.ReutersQuestions());
                }

                return 0;
            case "fit":
                await RankingWeights.FitAsync();
                return 0;
            case "gate":
                await GateWeights.FitAsync();
                return 0;
            default:
                await Console.Error.WriteLineAsync("Usage: answers paragraph | squad | reuters [-v] | misses | fit | gate");
                return 2;
        }
    }

    private static async Task<int> AskAsync(MeasuredArchive archive, IReadOnlyList<EvaluationQuestion> questions, string[] args)
    {
        using (archive)
        {
            var answerer = archive.Services.GetRequiredService<IQuestionAnswerer>();
            var result = await new AnswerEvaluation(answerer).RunAsync(ArchiveName.Default, questions, null, null, CancellationToken.None);
            AnswerReport.Write(result, args.Contains("-v"));
            return 0;
        }
    }
}
