using NewsBot.Answering.Evaluation;
using NewsBot.Answering.Extractive;

namespace NewsBot.Benchmarks.Answers;

/// <summary>
/// Fits the weights of <see cref="SentenceScorer"/> on three tasks together: wire stories and encyclopaedia articles found by the index, and
/// given paragraphs. Each half is held aside once; the last weights, fitted on all, are those in the scorer.
/// </summary>
internal static class RankingWeights
{
    // So that the 125 questions over the wire weigh about as much as the thousand over the encyclopaedia.
    private const double WireWeight = 6;
    private const double ParagraphWeight = 0.5;

    public static async Task FitAsync()
    {
        var set = SquadSet.Load();
        using var reuters = await MeasuredArchive.OfReutersAsync();
        using var squad = await MeasuredArchive.OfSquadAsync();
        var halves = set.Articles.Select((article, i) => (article.Id, Half: i % 2)).ToDictionary(pair => pair.Id, pair => pair.Half);
        var wire = (await OpenTask.CasesAsync(reuters, MeasuredArchive.ReutersQuestions().Where(question => question.Answerable ?? true)))
            .Select((one, i) => (i % 2, one.AsRankingCase(WireWeight)));
        var open = (await OpenTask.CasesAsync(squad, set.Questions.Where(question => question.Answerable).Where((_, i) => i % 3 == 0).Select(question => question.AsEvaluated())))
            .Select(one => (halves[one.Question.Relevant[0]], one.AsRankingCase(1)));
        var paragraphs = new ParagraphTask(set).Cases().Select(one => (halves[one.Question.Article], ParagraphTask.AsRankingCase(one) with { Weight = ParagraphWeight }));
        Report([("wire", [.. wire]), ("open", [.. open]), ("paragraph", [.. paragraphs])]);
    }

    private static void Report(IReadOnlyList<(string Name, IReadOnlyList<(int Half, RankingCase Case)> Cases)> tasks)
    {
        foreach (var aside in new[] { 0, 1, 2 })
        {
            var fitted = tasks.SelectMany(task => task.Cases).Where(one => one.Half != aside).Select(one => one.Case).ToList();
            var weights = RankingFit.Fit(fitted, SentenceFeatures.Names.Count);
            Console.WriteLine(aside == 2 ? "fitted on all:" : $"half {aside} held aside:");
            foreach (var (name, cases) in tasks)
            {
                var measured = cases.Where(one => one.Half == aside || aside == 2).Select(one => one.Case).ToList();
                Console.WriteLine($"  {name,-10} {measured.Count,5} questions: first {RankingFit.FirstIsRight(measured, weights):0.000}, among three {RankingFit.AmongFirst(measured, weights, 3):0.000}");
            }

            Console.WriteLine("  " + string.Join("  ", SentenceFeatures.Names.Zip(weights).Select(pair => $"{pair.First} {pair.Second:0.00}")));
        }
    }
}
