using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Benchmarks;

/// <summary>
/// Measures how often the day of publication is exactly right: <c>dates FILE [--misses]</c>, lines {"url","file","published"}, with
/// SmartReader's date as the baseline of the same run.
/// </summary>
internal static class DatesBenchmark
{
    public static Task<int> RunAsync(string[] args)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(args[0]))!;
        var pages = File.ReadLines(args[0]).Select(line => JsonSerializer.Deserialize<DatedPage>(line, JsonSerializerOptions.Web)!).ToList();
        var ours = pages.Select(page => Ours(folder, page)).ToList();
        var theirs = pages.Select(page => SmartReaders(folder, page)).ToList();
        Console.WriteLine("| dater | exact day | wrong day | none |");
        Console.WriteLine("|---|---|---|---|");
        Print("NewsBot", pages, ours);
        Print("SmartReader alone", pages, theirs);
        if (args.Contains("--misses"))
        {
            foreach (var (page, found) in pages.Zip(ours).Where(pair => pair.First.Published != pair.Second))
            {
                Console.WriteLine($"{page.Published} {found ?? "none      "} {page.File} {page.Url}");
            }
        }

        return Task.FromResult(0);
    }

    private static string? Ours(string folder, DatedPage page)
    {
        var document = new Document
        {
            Bytes = File.ReadAllBytes(Path.Combine(folder, page.File)),
            Url = page.Url,
            FetchedAt = TimeProvider.System.GetUtcNow(),
            Name = page.File,
        };
        return HtmlExtractor.Extract(document) is ExtractionResult.Extracted { Article.Published: { } published }
            ? published.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static string? SmartReaders(string folder, DatedPage page)
    {
        using var reader = new SmartReader.Reader(page.Url, Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, page.File))));
        return reader.GetArticle().PublicationDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static void Print(string name, List<DatedPage> pages, List<string?> found)
    {
        var exact = pages.Zip(found).Count(pair => pair.First.Published == pair.Second);
        var none = found.Count(day => day is null);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {(double)exact / pages.Count:F3} ({exact} of {pages.Count}) | {pages.Count - exact - none} | {none} |"));
    }

    private sealed record DatedPage(string Url, string File, string Published);
}
