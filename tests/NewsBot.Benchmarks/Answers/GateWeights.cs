using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering.Evaluation;
using NewsBot.Answering.Extractive;

namespace NewsBot.Benchmarks.Answers;

/// <summary>
/// Fits the weights of <see cref="AnswerGate"/>. Absent answers are the sets' own and, since those are few, answerable questions whose
/// articles were taken out of the hits. Each half is held aside once; the last weights, fitted on all, are those in the gate.
/// </summary>
internal static class GateWeights
{
    private sealed record Sample(string Set, int Half, GateFit.Sample Values);

    public static async Task FitAsync()
    {
        using var reuters = await MeasuredArchive.OfReutersAsync();
        using var squad = await MeasuredArchive.OfSquadAsync();
        var wire = await OpenTask.CasesAsync(reuters, MeasuredArchive.ReutersQuestions());
        var open = await OpenTask.CasesAsync(squad, SquadSet.Load().Questions.Where((_, i) => i % 5 == 0).Select(question => question.AsEvaluated()));
        var reader = reuters.Services.GetRequiredService<EvidenceReader>();
        List<Sample> samples = [.. SamplesOf("wire", wire, reader, 3, 8, 2), .. SamplesOf("squad", open, reader, 1, 0.3, 0.5)];
        foreach (var aside in new[] { 0, 1, 2 })
        {
            Report(samples, aside);
        }
    }

    private static IEnumerable<Sample> SamplesOf(string set, List<OpenCase> cases, EvidenceReader reader, double answerableWeight, double absentWeight, double removedWeight)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            var answerable = cases[i].Question.Answerable ?? true;
            if (SampleOf(answerable ? set : set + " absent", i % 2, cases[i], answerable, answerable ? answerableWeight : absentWeight) is { } own)
            {
                yield return own;
            }

            if (answerable && SampleOf(set + " removed", i % 2, cases[i].WithoutAnswers(reader), answers: false, removedWeight) is { } removed)
            {
                yield return removed;
            }
        }
    }

    private static Sample? SampleOf(string set, int half, OpenCase one, bool answers, double weight)
    {
        var ranked = new SentenceScorer().Rank(one.Weighed, one.Sentences);
        return ranked.Count == 0 ? null : new Sample(set, half, new GateFit.Sample(AnswerGate.ValuesOf(one.Weighed, one.Found, ranked), answers, weight));
    }

    private static void Report(List<Sample> samples, int aside)
    {
        var weights = GateFit.Fit([.. samples.Where(one => one.Half != aside).Select(one => one.Values)], AnswerGate.Names.Count);
        Console.WriteLine(aside == 2 ? "fitted on all:" : $"half {aside} held aside:");
        foreach (var set in new[] { "wire", "squad" })
        {
            var measured = samples.Where(one => one.Half == aside || aside == 2).ToList();
            var answerable = measured.Where(one => one.Set == set).Select(one => GateFit.Chance(weights, one.Values.Values)).Order().ToList();
            foreach (var refused in new[] { 0.05, 0.10 })
            {
                var threshold = answerable[(int)(refused * answerable.Count)];
                double Refused(string kind) => measured.Where(one => one.Set == set + kind).Average(one => GateFit.Chance(weights, one.Values.Values) < threshold ? 1.0 : 0);
                Console.WriteLine($"  {set,-6} refusing {refused:0.00} of the answerable (below {threshold:0.00}): absent refused {Refused(" absent"):0.00}, taken out {Refused(" removed"):0.00}");
            }
        }

        Console.WriteLine("  " + string.Join("  ", AnswerGate.Names.Zip(weights).Select(pair => $"{pair.First} {pair.Second:0.00}")));
    }
}
