using System.Diagnostics;
using System.Globalization;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Fakes.Hostile;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Benchmarks.Extraction;

/// <summary>
/// <c>extraction --hostile [WORDS]</c>: what pages and PDF files cost that were built to be expensive (all, or those whose name holds the words). Each is read
/// by a process of its own, which has read ordinary pages before, so that one page's crash or hunger is its own. Time is processor time of all threads
/// of that process, compiling and collecting included; memory is what the peak of its working set grew by. Ends with 1 where a limit is passed.
/// </summary>
internal static class HostileBenchmark
{
    /// <summary>The verb of the processes that read one page.</summary>
    public const string OnePage = "--hostile-page";

    private const double MostSeconds = 2;
    private const double MostMegabytes = 300;
    private const int OrdinaryRounds = 20;
    private const string PdfPrefix = "PDF: ";

    private static readonly OrderedDictionary<string, Func<byte[]>> Files = new(
    [
        .. HostilePage.All.Select(page => KeyValuePair.Create<string, Func<byte[]>>(page.Name, () => System.Text.Encoding.UTF8.GetBytes(page.Build()))),
        .. HostilePdf.All.Select(pdf => KeyValuePair.Create(PdfPrefix + pdf.Name, pdf.Build)),
    ]);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string? words)
    {
        var beyond = 0;
        Console.WriteLine("| page | bytes | s, processor | MB allocated | MB peak | outcome |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var name in Files.Keys.Where(name => words is null || name.Contains(words, StringComparison.Ordinal)))
        {
            var (line, isBounded) = await MeasureAsync(name);
            Console.WriteLine($"| {name} | {line} |{(isBounded ? "" : " ← beyond the limits")}");
            beyond += isBounded ? 0 : 1;
        }

        Console.WriteLine(FormattableString.Invariant($"{beyond} beyond {MostSeconds} s or {MostMegabytes} MB"));
        return beyond == 0 ? 0 : 1;
    }

    /// <summary>Reads one page and prints what it cost; the process is meant to end then.</summary>
    public static int Read(string name)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(SharedData.ProjectRoot()!, "src", "NewsBot", "Sample", "html")).Order(StringComparer.Ordinal).Take(OrdinaryRounds))
        {
            HtmlExtractor.Extract(DocumentOf(File.ReadAllBytes(file)));
        }

        var document = DocumentOf(Files[name]());
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        var (processor, allocated, before) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), Environment.WorkingSet);
        var result = name.StartsWith(PdfPrefix, StringComparison.Ordinal) ? PdfExtractor.Extract(document) : HtmlExtractor.Extract(document);
        process.Refresh();
        var seconds = (process.TotalProcessorTime - processor).TotalSeconds;
        var megabytes = (process.PeakWorkingSet64 - before) / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{document.Bytes.Length} | {seconds:0.00} | {(GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6:0} | {megabytes:0} | {Outcome(result)}"));
        return seconds <= MostSeconds && megabytes <= MostMegabytes ? 0 : 1;
    }

    private static string Outcome(ExtractionResult result) => result switch
    {
        ExtractionResult.Extracted { Article: var article } => string.Create(CultureInfo.InvariantCulture, $"article of {article.Text.Length} characters"),
        ExtractionResult.NotAnArticle refused => refused.Reason,
        _ => result.ToString(),
    };

    private static Document DocumentOf(byte[] bytes) => new() { Bytes = bytes, Url = "https://example.org/x", ContentType = "text/html; charset=utf-8", FetchedAt = TimeProvider.System.GetUtcNow(), Name = "page.html" };

    private static async Task<(string Line, bool IsBounded)> MeasureAsync(string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HostileBenchmark).Assembly.Location, "extraction", OnePage, name]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return ($"no end after {Patience.TotalSeconds:0} s", false);
        }

        var line = (await output).Trim();
        return line.Length > 0 ? (line, process.ExitCode == 0) : ("it ended: " + (await errors).Trim().Split('\n')[0], false);
    }
}
