using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Benchmarks;

/// <summary>
/// Measures how often the day of publication is exactly right: <c>dates FILE [--misses]</c>, lines {"url","file","published"}, with
/// SmartReader's date as the baseline of the same run. Of pages whose day is not known (null, empty or NaN) it counts how often one was given all the same.
/// </summary>
internal static class DatesBenchmark
{
    public static Task<int> RunAsync(string[] args)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(args[0]))!;
        var pages = File.ReadLines(args[0]).Where(line => line.Length > 0).Select(Read).ToList();
        var ours = pages.Select(page => Ours(folder, page)).ToList();
        var theirs = pages.Select(page => SmartReaders(folder, page)).ToList();
        Console.WriteLine("| dater | exact day | wrong day | none | given where the day is unknown |");
        Console.WriteLine("|---|---|---|---|---|");
        Print("NewsBot", pages, ours);
        Print("SmartReader alone", pages, theirs);
        if (args.Contains("--misses"))
        {
            foreach (var (page, found) in pages.Zip(ours).Where(pair => pair.First.Published != pair.Second))
            {
                Console.WriteLine($"{page.Published ?? "unknown   "} {found ?? "none      "} {page.File} {page.Url}");
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
        var known = pages.Zip(found).Where(pair => pair.First.Published is not null).ToList();
        var exact = known.Count(pair => pair.First.Published == pair.Second);
        var none = known.Count(pair => pair.Second is null);
        var unknown = pages.Count - known.Count;
        var given = pages.Zip(found).Count(pair => pair.First.Published is null && pair.Second is not null);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {(double)exact / known.Count:F3} ({exact} of {known.Count}) | {known.Count - exact - none} | {none} | {given} of {unknown} |"));
    }

    /// <summary>Truth files that other programs wrote have NaN where a day is not known, which JSON does not.</summary>
    private static DatedPage Read(string line)
    {
        var page = JsonSerializer.Deserialize<DatedPage>(UnknownNumber.Replace(line, "\"published\": null"), JsonSerializerOptions.Web)!;
        return page with { Published = page.Published is { Length: DayLength } day ? day : null };
    }

    private static readonly Regex UnknownNumber = new("\"published\"\\s*:\\s*NaN", RegexOptions.None, TimeSpan.FromSeconds(10));

    private const int DayLength = 10;

    private sealed record DatedPage(string Url, string File, string? Published);
}
