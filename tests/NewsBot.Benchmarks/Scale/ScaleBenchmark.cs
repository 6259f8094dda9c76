using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Benchmarks.Answers;
using NewsBot.Fakes;
using NewsBot.Retrieval;

namespace NewsBot.Benchmarks.Scale;

/// <summary>
/// What questions cost at 190,000 passages (26,000 articles of 8,000 characters, recombined from Reuters sentences): <c>scale</c> builds the
/// archive once, then measures each part in a process of its own: <c>scale one-core</c>, <c>scale load</c>, <c>scale start [PATH-OF-newsbot]</c>.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Articles = 26_000;
    private const int CharactersEach = 8_000;
    private const int Rounds = 5;
    private const int WarmRounds = 3;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (SharedData.Folder is null)
        {
            Console.Error.WriteLine(SharedData.AbsenceReason);
            return 1;
        }

        switch (arguments.FirstOrDefault())
        {
            case "build":
                await BuildAsync();
                return 0;
            case "one-core":
                await OneCoreAsync();
                return 0;
            case "load":
                await LoadAsync();
                return 0;
            case "start":
                ProcessStart.Measure(MeasuredArchive.FolderOf(Name), arguments.ElementAtOrDefault(1));
                return 0;
            default:
                return Array.TrueForAll(["build", "one-core", "load", "start"], RunInProcess) ? 0 : 1;
        }
    }

    private static string Name => "scale";

    /// <summary>Each part in its own process, so that none is warmed by another and memory is that of answering alone.</summary>
    private static bool RunInProcess(string part)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(ScaleBenchmark).Assembly.Location, "scale", part]))!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static async Task BuildAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var stories = (await Retrieval.Collections.ReutersAsync()).Articles;
        using var archive = await MeasuredArchive.OpenAsync(Name, () => SentenceRecombination.Of(stories, Articles, CharactersEach));
        var statistics = archive.Services.GetRequiredService<ArchiveStore>().Statistics(ArchiveName.Default);
        var index = new DirectoryInfo(Path.Combine(MeasuredArchive.FolderOf(Name), "index")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Print($"{statistics.Articles:N0} articles, {statistics.Passages:N0} passages, {statistics.Characters / 1e6:F0} M characters; index {index / 1e6:F1} MB, {(double)index / statistics.Characters:F2} of the text; ready after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
    }

    private static async Task OneCoreAsync()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = 1;
        }

        using var archive = await MeasuredArchive.OpenAsync(Name, () => []);
        var questions = Questions();
        var index = archive.Services.GetRequiredService<IArchiveIndex>();
        var answerer = archive.Services.GetRequiredService<IQuestionAnswerer>();
        var search = await TimesAsync(questions, question => index.SearchAsync(question.Search, CancellationToken.None).AsTask());
        var whole = await TimesAsync(questions, question => answerer.AnswerCompletelyAsync(question.Question, CancellationToken.None));
        Print($"one core, retrieval alone: {search}");
        Print($"one core, whole questions: {whole}");
        Print($"working set {Environment.WorkingSet / 1e6:F0} MB after {questions.Count * (Rounds + WarmRounds) * 2:N0} questions, managed {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB");
    }

    private static async Task LoadAsync()
    {
        using var archive = await MeasuredArchive.OpenAsync(Name, () => []);
        var answerer = archive.Services.GetRequiredService<IQuestionAnswerer>();
        var questions = Questions();
        await LoadAt(answerer, questions, perSecond: 100, seconds: 5);
        foreach (var rate in new[] { 100, 200, 300 })
        {
            Print($"two cores, {rate} questions a second offered for 10 s: {await LoadAt(answerer, questions, rate, seconds: 10)}");
        }
    }

    /// <summary>Questions come at a steady rate whether or not earlier ones are done; a question's time counts from when it was due.</summary>
    private static async Task<Latencies> LoadAt(IQuestionAnswerer answerer, IReadOnlyList<AskedQuestion> questions, int perSecond, int seconds)
    {
        var started = Stopwatch.GetTimestamp();
        var asked = new List<Task<double>>(perSecond * seconds);
        for (var i = 0; i < perSecond * seconds; i++)
        {
            var due = started + (long)(i / (double)perSecond * Stopwatch.Frequency);
            var ahead = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead);
            }

            var question = questions[i % questions.Count].Question;
            asked.Add(Task.Run(async () =>
            {
                await answerer.AnswerCompletelyAsync(question, CancellationToken.None);
                return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
            }));
        }

        var times = await Task.WhenAll(asked);
        return Latencies.Of(times, Stopwatch.GetElapsedTime(started));
    }

    private static async Task<Latencies> TimesAsync<T>(IReadOnlyList<AskedQuestion> questions, Func<AskedQuestion, Task<T>> ask)
    {
        var times = new List<double>();
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < WarmRounds + Rounds; round++)
        {
            foreach (var question in questions)
            {
                var asked = Stopwatch.GetTimestamp();
                await ask(question);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            if (round == WarmRounds - 1)
            {
                times.Clear();
                started = Stopwatch.GetTimestamp();
            }
        }

        return Latencies.Of(times, Stopwatch.GetElapsedTime(started));
    }

    private static List<AskedQuestion> Questions() => [.. MeasuredArchive.ReutersQuestions().Select(AskedQuestion.From)];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A question in the forms in which search and answerer take it.</summary>
internal sealed record AskedQuestion(Question Question, ArchiveQuery Search)
{
    public static AskedQuestion From(Answering.Evaluation.EvaluationQuestion question) => new(
        new Question { Archive = ArchiveName.Default, Text = question.Question, AsOf = question.Time, IsKept = false },
        new ArchiveQuery { Archive = ArchiveName.Default, Text = question.Question, AsOf = question.Time?.LastInstant ?? TimeProvider.System.GetUtcNow() });
}

/// <summary>The times of some questions, in milliseconds, and how many were answered a second.</summary>
internal sealed record Latencies(double P50, double P95, double P99, double PerSecond)
{
    public static Latencies Of(IReadOnlyCollection<double> times, TimeSpan elapsed)
    {
        var sorted = times.Order().ToArray();
        return new Latencies(At(sorted, .5), At(sorted, .95), At(sorted, .99), times.Count / elapsed.TotalSeconds);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {P50:F2}, p95 {P95:F2}, p99 {P99:F2} ms; {PerSecond:F0} a second");

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
