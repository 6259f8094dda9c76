using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Evaluation;
using NewsBot.Retrieval.Ranking;
using NewsBot.Retrieval.Text;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>
/// Fits the first gate, "is it in the archive at all?": each answerable question is asked twice, of the archive and of the archive without its
/// relevant articles; half of the questions fit the weights, the other half judges them. <c>answerability</c>.
/// </summary>
internal static class AnswerabilityBenchmark
{
    private const int Rounds = 4_000;
    private const double Rate = .1;
    private const double Ridge = .002;
    private const int SquadEvery = 5;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (SharedData.Folder is null)
        {
            Console.Error.WriteLine(SharedData.AbsenceReason);
            return 1;
        }

        var squad = Collections.Squad();
        var sets = new List<List<Example>>();
        foreach (var collection in new[] { await Collections.ReutersAsync(), await Collections.TimeAsync(), squad with { Questions = [.. squad.Questions.Where((_, i) => i % SquadEvery == 0)] } })
        {
            sets.Add(await ExamplesAsync(collection));
        }

        var fitted = sets.SelectMany(set => set.Where(example => example.Number % 2 == 0)).ToList();
        var aside = sets.SelectMany(set => set.Where(example => example.Number % 2 == 1)).ToList();
        var weights = Fit(fitted);
        Console.WriteLine("fitted on one half: " + string.Join(", ", weights.Select(weight => weight.ToString("F2", CultureInfo.InvariantCulture))));
        Print("the other half", aside, weights);
        foreach (var set in sets)
        {
            Print(set[0].Collection, [.. set.Where(example => example.Number % 2 == 1)], weights);
        }

        Console.WriteLine("fitted on all: " + string.Join(", ", Fit([.. fitted, .. aside]).Select(weight => weight.ToString("F2", CultureInfo.InvariantCulture))));
        return 0;
    }

    private static async Task<List<Example>> ExamplesAsync(Collection collection)
    {
        var relevant = collection.Questions.Where(question => question.Answerable).SelectMany(question => question.Relevant).ToHashSet(StringComparer.Ordinal);
        var without = collection with { Articles = [.. collection.Articles.Where(article => !relevant.Contains(article.ExternalId!))] };
        var present = collection.Questions.Where(question => question.Answerable).ToList();
        var absent = collection.Name == "reuters" ? collection.Questions.Where(question => !question.Answerable).ToList() : [];
        var examples = new List<Example>();
        examples.AddRange(await AskAsync(collection, present, isPresent: true, whole: collection.Name));

        // SQuAD's paragraphs are nearly all relevant to some question: taking all of them out would leave nothing to search.
        examples.AddRange(await AskAsync(collection.Name == "squad" ? collection with { Articles = [.. collection.Articles.Where((_, i) => i % 2 == 0)] } : without, collection.Name == "squad" ? [.. present.Where(question => IsInOddHalf(collection, question))] : present, isPresent: false, collection.Name));
        examples.AddRange(await AskAsync(collection, absent, isPresent: false, collection.Name));
        if (collection.Name == "reuters")
        {
            examples.AddRange(await AskAsync(collection, DatedMonthsAway(collection, present, 0), isPresent: true, collection.Name));
            examples.AddRange(await AskAsync(collection, DatedMonthsAway(collection, present, 60), isPresent: false, collection.Name));
        }

        return examples;
    }

    /// <summary>The questions that name no year, asked of the month of their article, or of one so many months later, of which the archive has nothing.</summary>
    private static List<EvaluationQuestion> DatedMonthsAway(Collection collection, List<EvaluationQuestion> questions, int months)
    {
        var published = collection.Articles.Where(article => article.Published is not null).ToDictionary(article => article.ExternalId!, article => article.Published!.Value.Day);
        return [.. questions
            .Where(question => question.AsOf is null && !question.Question.Contains("19", StringComparison.Ordinal) && question.Relevant.Any(published.ContainsKey))
            .Select(question => question with
            {
                Question = question.Question.TrimEnd('?') + published[question.Relevant.First(published.ContainsKey)].AddMonths(months).ToString(" 'in' MMMM yyyy?", CultureInfo.InvariantCulture),
            })];
    }

    private static bool IsInOddHalf(Collection collection, EvaluationQuestion question) =>
        collection.Articles.Select((article, i) => (article.ExternalId, i)).First(pair => pair.ExternalId == question.Relevant[0]).i % 2 == 1;

    private static async Task<List<Example>> AskAsync(Collection collection, IReadOnlyList<EvaluationQuestion> questions, bool isPresent, string whole)
    {
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.File("data"), StoreAccess.Write, TimeProvider.System);
        foreach (var batch in collection.Articles.Chunk(500))
        {
            store.Store(ArchiveName.Default, batch);
        }

        using var index = new EmbeddedIndex(
            folder.File("index"), store, new TextAnalysis(), Options.Create(new RetrievalOptions()), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
        var examples = new List<Example>();
        for (var i = 0; i < questions.Count; i++)
        {
            var query = new ArchiveQuery { Archive = ArchiveName.Default, Text = questions[i].Question, AsOf = questions[i].MomentOr(DateTimeOffset.UtcNow) };
            examples.Add(new Example(whole, i, (await index.SearchAsync(query, CancellationToken.None)).Signals.ToArray(), isPresent));
        }

        return examples;
    }

    private static double[] Fit(List<Example> examples)
    {
        var weights = new double[examples[0].Signals.Length + 1];
        var share = examples.GroupBy(example => (example.Collection, example.IsPresent)).ToDictionary(group => group.Key, group => 1d / group.Count());
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var example in examples)
            {
                // Each collection and each outcome counts the same, however many questions it has.
                var error = share[(example.Collection, example.IsPresent)] * (Answerability.Logistic(weights, example.Signals) - (example.IsPresent ? 1 : 0));
                gradient[0] += error;
                for (var i = 0; i < example.Signals.Length; i++)
                {
                    gradient[i + 1] += error * example.Signals[i];
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] -= Rate * (gradient[i] + (Ridge * weights[i]));
            }
        }

        return weights;
    }

    private static void Print(string name, List<Example> examples, double[] weights)
    {
        var present = examples.Where(example => example.IsPresent).Select(example => Answerability.Logistic(weights, example.Signals)).Order().ToList();
        var absent = examples.Where(example => !example.IsPresent).Select(example => Answerability.Logistic(weights, example.Signals)).ToList();
        var above = absent.Sum(low => present.Count(high => high > low) + (.5 * present.Count(high => high == low)));
        var threshold = present[(int)(.1 * present.Count)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {present.Count} answerable, {absent.Count} absent; AUC {above / (present.Count * (double)absent.Count):F3}; keeping 90 % ({threshold:F2}) refuses {absent.Count(value => value < threshold) / (double)absent.Count:F2}"));
    }

    private sealed record Example(string Collection, int Number, double[] Signals, bool IsPresent);
}
