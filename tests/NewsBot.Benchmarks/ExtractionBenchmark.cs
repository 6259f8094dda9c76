using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsBot.Archive;
using NewsBot.Fakes.Measuring;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Benchmarks;

/// <summary>
/// Measures the bodies that extraction finds against marked ones, with SmartReader alone as the baseline of the same run, and the
/// speed of both on one core. <c>extraction DIR [--worst N] [--write FOLDER]</c> also lists the worst pages and writes their texts.
/// </summary>
internal static class ExtractionBenchmark
{
    private const int TimedRounds = 3;

    public static Task<int> RunAsync(string[] args) => args switch
    {
        ["--hostile", .. var words] => Extraction.HostileBenchmark.RunAsync(words.FirstOrDefault()),
        ["--fuzz", .. var fuzzed] => Extraction.FuzzRun.RunAsync(fuzzed),
        [Extraction.HostileBenchmark.OnePage, var name] => Task.FromResult(Extraction.HostileBenchmark.Read(name)),
        _ => MeasureAsync(args),
    };

    private static Task<int> MeasureAsync(string[] args)
    {
        var pages = MarkedPage.ReadAll(args[0]);
        var ours = pages.Select(page => Ours(page)).ToList();
        var theirs = pages.Select(page => SmartReaderAlone(page)).ToList();
        Console.WriteLine("| extractor | F1 | precision | recall | exact | pages/s, one core |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Print("NewsBot", pages, ours, PagesPerSecond(pages, Ours));
        Print("SmartReader alone", pages, theirs, PagesPerSecond(pages, SmartReaderAlone));
        PrintWorst(args, pages, ours);
        return Task.FromResult(0);
    }

    private static string Ours(MarkedPage page) => HtmlExtractor.Extract(DocumentOf(page)) is ExtractionResult.Extracted extracted ? extracted.Article.Text : "";

    private static string SmartReaderAlone(MarkedPage page)
    {
        using var reader = new SmartReader.Reader(page.Url, Encoding.UTF8.GetString(page.Html));
        return reader.GetArticle().TextContent;
    }

    private static Document DocumentOf(MarkedPage page) =>
        new() { Bytes = page.Html, Url = page.Url, ContentType = "text/html", FetchedAt = TimeProvider.System.GetUtcNow(), Name = page.Id };

    private static double PagesPerSecond(IReadOnlyList<MarkedPage> pages, Func<MarkedPage, string> extract)
    {
        // The first calls compile; what is measured is the steady state of a long ingest.
        foreach (var page in pages)
        {
            extract(page);
        }

        var clock = Stopwatch.StartNew();
        for (var round = 0; round < TimedRounds; round++)
        {
            foreach (var page in pages)
            {
                extract(page);
            }
        }

        return TimedRounds * pages.Count / clock.Elapsed.TotalSeconds;
    }

    private static void Print(string name, IReadOnlyList<MarkedPage> pages, List<string> found, double speed)
    {
        var (f1, precision, recall, accuracy) = BodyScore.Mean([.. pages.Zip(found, (page, text) => BodyScore.Of(page.Body, text))]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {f1:F3} | {precision:F3} | {recall:F3} | {accuracy:F3} | {speed:F0} |"));
    }

    private static void PrintWorst(string[] args, IReadOnlyList<MarkedPage> pages, List<string> found)
    {
        var count = Option(args, "--worst") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        var folder = Option(args, "--write");
        var worst = pages
            .Zip(found, (page, body) => (Page: page, Body: body, Score: BodyScore.Of(page.Body, body)))
            .OrderBy(item => Math.Min(item.Score.Precision ?? 0, item.Score.Recall ?? 0))
            .Take(count);
        foreach (var (page, body, score) in worst)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Id[..8]} P={score.Precision ?? 0:F3} R={score.Recall ?? 0:F3} {page.Url}"));
            if (folder is not null)
            {
                File.WriteAllText(Path.Combine(folder, page.Id[..8] + ".found.txt"), body);
                File.WriteAllText(Path.Combine(folder, page.Id[..8] + ".truth.txt"), page.Body);
                File.WriteAllBytes(Path.Combine(folder, page.Id[..8] + ".html"), page.Html);
            }
        }
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
