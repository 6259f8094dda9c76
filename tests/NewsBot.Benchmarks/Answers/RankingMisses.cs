using System.Globalization;
using NewsBot.Answering.Evaluation;
using NewsBot.Answering.Extractive;

namespace NewsBot.Benchmarks.Answers;

/// <summary>
/// Tells where an answer was lost: the article was not found, its sentence was not read, it was ranked too low, or the gate refused it. For each
/// sentence among the best and for the first that answers, the values that speak for it.
/// </summary>
internal static class RankingMisses
{
    public static async Task WriteAsync(MeasuredArchive archive, IReadOnlyList<EvaluationQuestion> questions)
    {
        foreach (var one in await OpenTask.CasesAsync(archive, questions))
        {
            Write(one);
        }
    }

    private static void Write(OpenCase one)
    {
        var ranked = new SentenceScorer().Rank(one.Weighed, one.Sentences);
        var article = one.Found.Hits.ToList().FindIndex(hit => one.Question.Relevant.Contains(hit.Article.PublicId));
        var sentence = ranked.ToList().FindIndex(scored => one.Answers(scored.Sentence));
        var gate = AnswerGate.Confidence(one.Weighed, one.Found, ranked);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{one.Question.Id} {one.Question.Kind} {one.Weighed.Question.Type} article {article} sentence {sentence} gate {gate:0.00}: {one.Question.Question} -> {string.Join(" | ", one.Question.Answers.Take(2))}"));
        Console.WriteLine("   terms: " + string.Join("  ", one.Weighed.Question.Terms.Select((term, i) => string.Create(CultureInfo.InvariantCulture, $"{term.Stem}{(term.IsName ? "*" : "")}{(one.Weighed.Question.Focus.Contains(term.Stem) ? "^" : "")} {one.Weighed.WeightAt(i):0.0}"))));
        if (ranked.Count > 0)
        {
            Console.WriteLine("   gate:  " + Values(AnswerGate.Names, AnswerGate.ValuesOf(one.Weighed, one.Found, ranked)));
        }

        foreach (var at in new[] { 0, 1, 2, sentence }.Where(at => at >= 0 && at < ranked.Count).Distinct())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {at,3} {ranked[at].Score:0.00} {ranked[at].Sentence.Article.Hit.Article.PublicId} {ranked[at].Sentence.Text.ReplaceLineEndings(" ")}"));
            Console.WriteLine("       " + Values(SentenceFeatures.Names, ranked[at].Features));
        }
    }

    private static string Values(IReadOnlyList<string> names, IReadOnlyList<double> values) =>
        string.Join(' ', names.Zip(values).Where(pair => pair.Second != 0).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First} {pair.Second:0.00}")));
}
