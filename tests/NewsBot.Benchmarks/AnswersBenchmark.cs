using NewsBot.Answering.Extractive;
using NewsBot.Benchmarks.Answers;

namespace NewsBot.Benchmarks;

/// <summary>How well answers are chosen: <c>answers paragraph</c>, <c>answers fit</c>.</summary>
internal static class AnswersBenchmark
{
    public static Task<int> RunAsync(string[] args)
    {
        var set = SquadSet.Load();
        var task = new ParagraphTask(set);
        switch (args.FirstOrDefault())
        {
            case "paragraph":
                Paragraph(task);
                return Task.FromResult(0);
            case "fit":
                Fit(task);
                return Task.FromResult(0);
            case "groups":
                Groups(task);
                return Task.FromResult(0);
            case "misses":
                Misses(task, args.Length > 1 ? int.Parse(args[1]) : 40);
                return Task.FromResult(0);
            default:
                Console.Error.WriteLine("Usage: answers paragraph | fit | misses");
                return Task.FromResult(2);
        }
    }

    private static void Paragraph(ParagraphTask task)
    {
        var scorer = new SentenceScorer();
        foreach (var half in new[] { 0, 1 })
        {
            var cases = task.Cases(i => i % 2 == half).ToList();
            var right = cases.Count(one => ParagraphTask.Holds(scorer.Rank(one.Weighed, one.Sentences)[0].Sentence.Text, one.Question.Answers));
            var overlap = cases.Count(one => ParagraphTask.Holds(one.Sentences.MaxBy(sentence => SentenceFeatures.Of(one.Weighed, sentence)[0])!.Text, one.Question.Answers));
            Console.WriteLine($"half {half}: {cases.Count} questions, overlap {(double)overlap / cases.Count:0.000}, ranked {(double)right / cases.Count:0.000}");
        }
    }

    private static void Fit(ParagraphTask task)
    {
        var (even, odd) = (CasesOf(task, 0), CasesOf(task, 1));
        foreach (var (fitted, aside) in new[] { (even, odd), (odd, even), ([.. even, .. odd], new List<RankingCase>()) })
        {
            var weights = RankingFit.Fit(fitted, SentenceFeatures.Names.Count);
            Console.WriteLine($"fitted {RankingFit.FirstIsRight(fitted, weights):0.000}" + (aside.Count > 0 ? $", aside {RankingFit.FirstIsRight(aside, weights):0.000}" : ""));
            foreach (var (name, weight) in SentenceFeatures.Names.Zip(weights))
            {
                Console.Write($"{name} {weight:0.00}  ");
            }

            Console.WriteLine();
            Console.WriteLine(RankingFit.Format(weights));
        }
    }

    private static int Group(NewsBot.Answering.Questions.AnswerType type) =>
        type switch
        {
            NewsBot.Answering.Questions.AnswerType.Date or NewsBot.Answering.Questions.AnswerType.Duration => 0,
            NewsBot.Answering.Questions.AnswerType.Number or NewsBot.Answering.Questions.AnswerType.Money or NewsBot.Answering.Questions.AnswerType.Percentage => 1,
            NewsBot.Answering.Questions.AnswerType.Person or NewsBot.Answering.Questions.AnswerType.Organisation or NewsBot.Answering.Questions.AnswerType.Place or NewsBot.Answering.Questions.AnswerType.Name => 2,
            NewsBot.Answering.Questions.AnswerType.Reason or NewsBot.Answering.Questions.AnswerType.Manner => 3,
            _ => 4,
        };

    private static void Groups(ParagraphTask task)
    {
        var all = new[] { 0, 1 }.Select(half => task.Cases(i => i % 2 == half).Select(one => (Group(one.Weighed.Question.Type), Case: ParagraphTask.AsRankingCase(one.Question, one.Weighed, one.Sentences))).ToList()).ToArray();
        foreach (var half in new[] { 0, 1 })
        {
            var global = RankingFit.Fit([.. all[half].Select(x => x.Case)], SentenceFeatures.Names.Count);
            for (var group = 0; group < 5; group++)
            {
                var aside = all[1 - half].Where(x => x.Item1 == group).Select(x => x.Case).ToList();
                var fitted = all[half].Where(x => x.Item1 == group).Select(x => x.Case).ToList();
                var line = $"half {half} group {group}: {aside.Count} global {RankingFit.FirstIsRight(aside, global):0.000}";
                foreach (var shrink in new[] { 0.1, 0.03, 0.01, 0.003 })
                {
                    var own = RankingFit.Fit(fitted, SentenceFeatures.Names.Count, global, shrink);
                    line += $"  {shrink}: {RankingFit.FirstIsRight(aside, own):0.000}";
                }

                Console.WriteLine(line);
            }
        }
    }

    private static List<RankingCase> CasesOf(ParagraphTask task, int half) =>
        [.. task.Cases(i => i % 2 == half).Select(one => ParagraphTask.AsRankingCase(one.Question, one.Weighed, one.Sentences))];

    private static void Misses(ParagraphTask task, int count)
    {
        var scorer = new SentenceScorer();
        var shown = 0;
        foreach (var (question, weighed, sentences) in task.Cases(i => true).Where((_, n) => n % 7 == 0))
        {
            var ranked = scorer.Rank(weighed, sentences);
            if (!ParagraphTask.Holds(ranked[0].Sentence.Text, question.Answers) && shown++ < count)
            {
                Console.WriteLine($"\n{weighed.Question.Type} [{string.Join(' ', weighed.Question.Focus)}] {question.Question} -> {question.Answers[0]}");
                Console.WriteLine("  took: " + ranked[0].Sentence.Text);
                var right = ranked.FirstOrDefault(scored => ParagraphTask.Holds(scored.Sentence.Text, question.Answers));
                Console.WriteLine("  want: " + right?.Sentence.Text);
            }
        }
    }
}
