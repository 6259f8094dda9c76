using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Answering.Evaluation;
using NewsBot.Answering.Extractive;
using NewsBot.Archive;
using NewsBot.Benchmarks.Answers;
using NewsBot.Fakes;

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
            case "gate":
                return GateAsync(set);
            case "gatemisses":
                return GateMissesAsync();
            case "wiremisses":
                return WireMissesAsync();
            case "openfit":
                return OpenFitAsync(set, task);
            case "reuters":
                return ReutersAsync(args.Contains("-v"));
            case "squad":
                return SquadAsync(set, args.Contains("-v"));
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

    private static async Task<int> OpenFitAsync(SquadSet set, ParagraphTask task)
    {
        using var reuters = await MeasuredArchive.OpenAsync("reuters", SharedData.PathOf("data", "reuters", "articles.jsonl.gz"));
        using var squad = await MeasuredArchive.OpenAsync("squad", SharedData.PathOf("data", "squad", "articles.jsonl"));
        var wire = await OpenTask.CasesAsync(reuters, EvaluationQuestion.ReadLines(File.ReadLines(SharedData.PathOf("data", "reuters", "questions.jsonl"))).Where(q => q.Answerable ?? true));
        var encyclopaedia = await OpenTask.CasesAsync(squad, set.Questions.Where(q => q.Answerable).Where((_, i) => i % 3 == 0).Select(Evaluated));
        foreach (var (name, cases) in new[] { ("reuters", wire), ("squad", encyclopaedia) })
        {
            Console.WriteLine($"{name}: {cases.Count} questions, an article that answers among the hits {cases.Average(one => one.Found.Hits.Any(hit => one.Question.Relevant.Contains(hit.Article.PublicId)) ? 1.0 : 0):0.000}, first {cases.Average(one => one.Found.Hits.Take(1).Any(hit => one.Question.Relevant.Contains(hit.Article.PublicId)) ? 1.0 : 0):0.000}, a sentence that answers read {cases.Average(one => one.Sentences.Any(one.Answers) ? 1.0 : 0):0.000}, sentences {cases.Average(one => one.Sentences.Count):0}");
        }

        var articles = set.Articles.Select((article, i) => (article.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var wireCases = wire.Select((one, i) => (Half: i % 2, Case: one.AsRankingCase(6))).ToList();
        var openCases = encyclopaedia.Select(one => (Half: articles[one.Question.Relevant[0]] % 2, Case: one.AsRankingCase(1))).ToList();
        var paragraphs = new[] { 0, 1 }.SelectMany(half => CasesOf(task, half).Select(one => (Half: half, Case: one with { Weight = 0.5 }))).ToList();
        foreach (var half in new[] { 0, 1, 2 })
        {
            bool Fitted((int Half, RankingCase Case) one) => one.Half != half;
            var weights = RankingFit.Fit([.. wireCases.Concat(openCases).Concat(paragraphs).Where(Fitted).Select(one => one.Case)], SentenceFeatures.Names.Count);
            var line = $"aside {half}:";
            foreach (var (name, cases) in new[] { ("wire", wireCases), ("open", openCases), ("paragraph", paragraphs) })
            {
                var aside = cases.Where(one => !Fitted(one)).Select(one => one.Case).ToList();
                line += $"  {name} fitted {RankingFit.FirstIsRight([.. cases.Where(Fitted).Select(one => one.Case)], weights):0.000}" + (aside.Count > 0 ? $" aside {RankingFit.FirstIsRight(aside, weights):0.000} in three {RankingFit.AmongFirst(aside, weights, 3):0.000}" : "");
            }

            Console.WriteLine(line);
            Console.WriteLine(string.Join("  ", SentenceFeatures.Names.Zip(weights).Select(pair => $"{pair.First} {pair.Second:0.00}")));
            Console.WriteLine(RankingFit.Format(weights));
        }

        return 0;
    }

    private static async Task<int> GateAsync(SquadSet set)
    {
        using var reuters = await MeasuredArchive.OpenAsync("reuters", SharedData.PathOf("data", "reuters", "articles.jsonl.gz"));
        using var squad = await MeasuredArchive.OpenAsync("squad", SharedData.PathOf("data", "squad", "articles.jsonl"));
        var wire = await OpenTask.CasesAsync(reuters, EvaluationQuestion.ReadLines(File.ReadLines(SharedData.PathOf("data", "reuters", "questions.jsonl"))));
        var encyclopaedia = await OpenTask.CasesAsync(squad, set.Questions.Where((_, i) => i % 5 == 0).Select(Evaluated));
        var reader = reuters.Services.GetRequiredService<EvidenceReader>();
        var samples = new List<(string Set, int Half, GateFit.Sample Sample)>();
        foreach (var (name, cases) in new[] { ("wire", wire), ("squad", encyclopaedia) })
        {
            for (var i = 0; i < cases.Count; i++)
            {
                var one = cases[i];
                var answerable = one.Question.Answerable ?? true;
                Add(name + (answerable ? "" : " absent"), i % 2, one, answerable);
                if (answerable)
                {
                    var without = one.Found with { Hits = [.. one.Found.Hits.Where(hit => !one.Question.Relevant.Contains(hit.Article.PublicId))] };
                    Add(name + " removed", i % 2, one with { Found = without, Sentences = reader.Read(without) }, false);
                }
            }
        }

        void Add(string name, int half, OpenCase one, bool answerable)
        {
            var ranked = new SentenceScorer().Rank(one.Weighed, one.Sentences);
            if (ranked.Count > 0)
            {
                var weight = name switch { "wire" => 3, "wire absent" => 8, "wire removed" => 2, "squad" => 1, "squad absent" => 0.3, _ => 0.5 };
                samples.Add((name, half, new GateFit.Sample(AnswerGate.ValuesOf(one.Weighed, one.Found, ranked), answerable, weight)));
            }
        }

        foreach (var aside in new[] { 0, 1, 2 })
        {
            var weights = GateFit.Fit([.. samples.Where(one => one.Half != aside).Select(one => one.Sample)], AnswerGate.Names.Count);
            foreach (var set1 in new[] { "wire", "squad" })
            {
                foreach (var (label, of) in new[] { ("fitted", samples.Where(one => one.Half != aside)), ("aside", samples.Where(one => one.Half == aside)) })
                {
                    var answerable = of.Where(one => one.Set == set1).Select(one => GateFit.Chance(weights, one.Sample.Values)).Order().ToList();
                    if (answerable.Count == 0) { continue; }
                    var line = $"aside {aside} {set1} {label} ({answerable.Count})";
                    foreach (var refused in new[] { 0.03, 0.05, 0.10 })
                    {
                        var threshold = answerable[(int)(refused * answerable.Count)];
                        double Refused(string name) => of.Where(one => one.Set == name).Select(one => GateFit.Chance(weights, one.Sample.Values) < threshold ? 1.0 : 0).DefaultIfEmpty().Average();
                        line += $"   {refused:0.00} ({threshold:0.00}): absent {Refused(set1 + " absent"):0.00} removed {Refused(set1 + " removed"):0.00}";
                    }

                    Console.WriteLine(line);
                }
            }

            Console.WriteLine(string.Join("  ", AnswerGate.Names.Zip(weights).Select(pair => $"{pair.First} {pair.Second:0.00}")));
            Console.WriteLine(RankingFit.Format(weights));
        }

        return 0;
    }

    private static async Task<int> GateMissesAsync()
    {
        using var reuters = await MeasuredArchive.OpenAsync("reuters", SharedData.PathOf("data", "reuters", "articles.jsonl.gz"));
        var wire = await OpenTask.CasesAsync(reuters, EvaluationQuestion.ReadLines(File.ReadLines(SharedData.PathOf("data", "reuters", "questions.jsonl"))));
        foreach (var (one, ranked, confidence) in wire.Select(one => (one, ranked: new SentenceScorer().Rank(one.Weighed, one.Sentences))).Select(pair => (pair.one, pair.ranked, AnswerGate.Confidence(pair.one.Weighed, pair.one.Found, pair.ranked))).Where(t => !(t.one.Question.Answerable ?? true) || t.Item3 < 0.35).OrderBy(t => t.one.Question.Answerable ?? true).ThenBy(t => t.Item3))
        {
            Console.WriteLine($"\n{confidence:0.00} {one.Question.Kind} {one.Weighed.Question.Type} [{string.Join(' ', one.Weighed.Question.Focus)}] {one.Question.Question} -> {string.Join(" | ", one.Question.Answers.Take(1))}");
            Console.WriteLine("  terms: " + string.Join(" ", one.Weighed.Question.Terms.Select((term, i) => $"{term.Stem}{(term.IsName ? "*" : "")}:{one.Weighed.WeightAt(i):0.0}")));
            Show("took", ranked[0]);
            Console.WriteLine("      " + string.Join(" ", AnswerGate.Names.Zip(AnswerGate.ValuesOf(one.Weighed, one.Found, ranked)).Select(pair => $"{pair.First} {pair.Second:0.00}")));
        }

        return 0;
    }

    private static async Task<int> WireMissesAsync()
    {
        using var reuters = await MeasuredArchive.OpenAsync("reuters", SharedData.PathOf("data", "reuters", "articles.jsonl.gz"));
        var wire = await OpenTask.CasesAsync(reuters, EvaluationQuestion.ReadLines(File.ReadLines(SharedData.PathOf("data", "reuters", "questions.jsonl"))).Where(q => q.Answerable ?? true));
        foreach (var one in wire)
        {
            var ranked = new SentenceScorer().Rank(one.Weighed, one.Sentences);
            var at = ranked.ToList().FindIndex(scored => one.Answers(scored.Sentence));
            if (at == 0) { continue; }
            Console.WriteLine($"\n{one.Question.Id} {one.Question.Kind} {one.Question.AsOf} {one.Weighed.Question.Type} [{string.Join(' ', one.Weighed.Question.Focus)}] {one.Question.Question} -> {string.Join(" | ", one.Question.Answers.Take(2))}");
            Console.WriteLine("  terms: " + string.Join(" ", one.Weighed.Question.Terms.Select((term, i) => $"{term.Stem}{(term.IsName ? "*" : "")}:{one.Weighed.WeightAt(i):0.0}")));
            if (ranked.Count == 0) { continue; }
            Show("took", ranked[0]);
            if (at > 0) { Show($"want (rank {at})", ranked[at]); } else { Console.WriteLine("  want: not read; relevant at " + one.Found.Hits.Select((hit, i) => (hit, i)).Where(pair => one.Question.Relevant.Contains(pair.hit.Article.PublicId)).Select(pair => pair.i).Append(-1).First()); }
        }

        return 0;
    }

    private static void Show(string label, ScoredSentence scored)
    {
        Console.WriteLine($"  {label} {scored.Score:0.0} art {scored.Sentence.Article.Rank} [{scored.Sentence.Article.Hit.Article.Title}]: {scored.Sentence.Text}");
        Console.WriteLine("      " + string.Join(" ", SentenceFeatures.Names.Zip(scored.Features).Where(pair => pair.Second != 0).Select(pair => $"{pair.First} {pair.Second:0.00}")));
    }

    private static EvaluationQuestion Evaluated(SquadQuestion question) => new()
    {
        Id = question.Id, Question = question.Question, Answers = question.Answers, Answerable = question.Answerable, Kind = question.Answerable ? "answerable" : "absent", Relevant = question.Answerable ? [question.Article] : [],
    };

    private static async Task<int> ReutersAsync(bool verbose)
    {
        using var archive = await MeasuredArchive.OpenAsync("reuters", SharedData.PathOf("data", "reuters", "articles.jsonl.gz"));
        var questions = EvaluationQuestion.ReadLines(File.ReadLines(SharedData.PathOf("data", "reuters", "questions.jsonl")));
        var result = await new AnswerEvaluation(archive.Services.GetRequiredService<IQuestionAnswerer>()).RunAsync(ArchiveName.Default, questions, null, null, CancellationToken.None);
        Report(result, verbose);
        return 0;
    }

    private static async Task<int> SquadAsync(SquadSet set, bool verbose)
    {
        using var archive = await MeasuredArchive.OpenAsync("squad", SharedData.PathOf("data", "squad", "articles.jsonl"));
        var questions = set.Questions.Where((question, i) => question.Answerable || i % 4 == 0).Select(Evaluated).ToList();
        var result = await new AnswerEvaluation(archive.Services.GetRequiredService<IQuestionAnswerer>()).RunAsync(ArchiveName.Default, questions, null, null, CancellationToken.None);
        Report(result, verbose);
        return 0;
    }

    private static void Report(AnswerEvaluationResult result, bool verbose)
    {
        foreach (var (kind, figures) in result.ByKind.Append(KeyValuePair.Create("all", result.Overall)))
        {
            Console.WriteLine($"{kind,-12} n {figures.Questions,4}  contained {figures.Contained,6:0.000}  first {figures.ContainedInFirst,6:0.000}  wrong {figures.Wrong,6:0.000}  cite P {figures.CitationPrecision,6:0.000} R {figures.CitationRecall,6:0.000}  abstain P {figures.AbstentionPrecision,6:0.000} R {figures.AbstentionRecall,6:0.000}  refused {figures.AnswerableRefused,6:0.000}  ms {figures.MedianMs:0.0} {figures.P95Ms:0.0} {figures.P99Ms:0.0}");
        }

        foreach (var one in verbose ? result.Judgements.Where(one => one.IsAnswerable ? !one.Contains : one.IsAnswered) : [])
        {
            Console.WriteLine($"\n{one.Question.Id} {one.Question.Kind} {one.Question.AsOf} {one.Question.Question} -> {string.Join(" | ", one.Question.Answers.Take(3))}{(one.IsWrong ? " WRONG" : "")} relevant cited {one.RelevantCitations}/{one.Citations}");
            Console.WriteLine("   " + (one.IsAnswered ? one.Answer.Text : "(refused) leads: " + string.Join(" | ", one.Answer.Leads.Select(lead => lead.Article.PublicId + " " + lead.Article.Title))));
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
