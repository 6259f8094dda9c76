using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering.Evaluation;
using NewsBot.Answering.Extractive;

namespace NewsBot.Benchmarks.Answers;

/// <summary>
/// Fits the weights of <see cref="AnswerGate"/>. Absent answers are the sets' own and, since those are few, answerable questions whose
/// articles were taken out of the hits or that were made to ask something else. Each half is held aside once; the last weights, fitted on all, are
/// those in the gate.
/// </summary>
internal static class GateWeights
{
    private sealed record Sample(string Set, int Half, GateFit.Sample Values);

    // So that the few questions over the wire weigh about as much as the many over the encyclopaedia, and made ones less than asked ones.
    private static readonly Dictionary<string, double> Weights = new(StringComparer.Ordinal)
    {
        ["wire"] = 3, ["wire absent"] = 8, ["wire removed"] = 1.5, ["wire made"] = 1,
        ["squad"] = 1.5, ["squad absent"] = 0.2, ["squad removed"] = 0.3, ["squad made"] = 0.15,
    };

    private const int SentencesShown = 3;

    // An answerable question whose answer is not among the sentences shown is better refused than answered wrongly, but it is not absent either.
    private const double ShareOfMisread = 0.2;

    public static async Task FitAsync()
    {
        using var reuters = await MeasuredArchive.OfReutersAsync();
        using var squad = await MeasuredArchive.OfSquadAsync();
        List<Sample> samples =
        [
            .. await SamplesAsync("wire", reuters, MeasuredArchive.ReutersQuestions()),
            .. await SamplesAsync("squad", squad, [.. SquadSet.Load().Questions.Where((_, i) => i % 4 == 0).Select(question => question.AsEvaluated())]),
        ];
        foreach (var aside in new[] { 0, 1, 2 })
        {
            Report(samples, aside);
        }
    }

    private static async Task<List<Sample>> SamplesAsync(string set, MeasuredArchive archive, IReadOnlyList<EvaluationQuestion> questions)
    {
        var reader = archive.Services.GetRequiredService<EvidenceReader>();
        var cases = await OpenTask.CasesAsync(archive, questions);
        var answerable = cases.Where(one => one.Question.Answerable ?? true).ToList();
        List<Sample?> samples =
        [
            .. answerable.Select((one, i) => SampleOf(set, i % 2, one, answers: true)),
            .. cases.Where(one => one.Question.Answerable == false).Select((one, i) => SampleOf(set + " absent", i % 2, one, answers: false)),
            .. answerable.Select((one, i) => SampleOf(set + " removed", i % 2, one.WithoutAnswers(reader), answers: false)),
            .. (await MadeAsync(archive, answerable)).Select(made => SampleOf(set + " made", made.Half, made.Case, answers: false)),
        ];
        return [.. samples.OfType<Sample>()];
    }

    // Both questions of a pair stand in one half, or what is held aside would be known.
    private static async Task<List<(int Half, OpenCase Case)>> MadeAsync(MeasuredArchive archive, List<OpenCase> answerable)
    {
        var halves = new List<int>();
        var questions = new List<EvaluationQuestion>();
        for (var i = 0; i + 6 < answerable.Count; i++)
        {
            var (matter, other) = (answerable[i], answerable[i + 6]);
            var made = new[]
            {
                matter.Weighed.Question.Type == other.Weighed.Question.Type ? null : AskedOtherwise.AskingFor(matter.Question, other.Question),
                AskedOtherwise.OfAnother(matter, other),
            };
            questions.AddRange(made.OfType<EvaluationQuestion>());
            halves.AddRange(made.OfType<EvaluationQuestion>().Select(_ => i % 2));
        }

        return [.. halves.Zip(await OpenTask.CasesAsync(archive, questions))];
    }

    private static Sample? SampleOf(string set, int half, OpenCase one, bool answers)
    {
        var ranked = new SentenceScorer().Rank(one.Weighed, one.Sentences);
        var weight = answers && !ranked.Take(SentencesShown).Any(scored => one.Answers(scored.Sentence)) ? Weights[set] * ShareOfMisread : Weights[set];
        return ranked.Count == 0 ? null : new Sample(set, half, new GateFit.Sample(AnswerGate.ValuesOf(one.Weighed, one.Found, ranked), answers, weight));
    }

    private static void Report(List<Sample> samples, int aside)
    {
        var weights = GateFit.Fit([.. samples.Where(one => one.Half != aside).Select(one => one.Values)], AnswerGate.Names.Count);
        Console.WriteLine(aside == 2 ? "fitted on all:" : $"half {aside} held aside:");
        foreach (var set in new[] { "wire", "squad" })
        {
            List<double> Chances(string kind) => [.. samples.Where(one => (one.Half == aside || aside == 2) && one.Set == set + kind).Select(one => GateFit.Chance(weights, one.Values.Values)).Order()];
            var answerable = Chances("");
            foreach (var refused in new[] { 0.05, 0.10 })
            {
                var threshold = answerable[(int)(refused * answerable.Count)];
                string Refused(string kind) => $"{Chances(kind).Average(chance => chance < threshold ? 1.0 : 0):0.00} (AUC {Area(answerable, Chances(kind)):0.00})";
                Console.WriteLine($"  {set,-6} refusing {refused:0.00} of the answerable (below {threshold:0.00}): absent refused {Refused(" absent")}, taken out {Refused(" removed")}, made {Refused(" made")}");
            }
        }

        Console.WriteLine("  " + string.Join("  ", AnswerGate.Names.Zip(weights).Select(pair => $"{pair.First} {pair.Second:0.00}")));
    }

    private static double Area(List<double> answerable, List<double> absent) =>
        answerable.Average(chance => absent.Average(other => chance > other ? 1.0 : chance < other ? 0 : 0.5));
}
