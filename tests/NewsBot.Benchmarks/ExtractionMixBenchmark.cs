using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Benchmarks;

/// <summary>
/// Measures a wilder mix of pages (blogs, forums, shops, many languages): <c>extraction-mix FILE [--part odd|even] [--misses body|title|authors]</c>, where FILE has the form of
/// trafilatura's evaldata.json: for each page phrases that its text must and must not hold, and often title, author and date; the pages lie in
/// <c>cache</c> and <c>eval</c> beside it. Phrases are scored as there. Rules are made while looking at the odd pages only, so the even ones tell what they are worth.
/// </summary>
internal static class ExtractionMixBenchmark
{
    public static Task<int> RunAsync(string[] args)
    {
        var pages = Read(args[0], Option(args, "--part"));
        var ours = pages.Select(page => (Page: page, Found: Ours(page))).ToList();
        var theirs = pages.Select(page => (Page: page, Found: SmartReaderAlone(page))).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages; titles of {pages.Count(page => page.Title.Length > 0)}, authors of {pages.Count(page => page.Authors.Count > 0)}, days of {pages.Count(page => page.Day.Length > 0)}"));
        Console.WriteLine("| extractor | F1 | precision | recall | title | authors | day |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Print("NewsBot", ours);
        Print("SmartReader alone", theirs);
        PrintMisses(Option(args, "--misses"), ours);
        return Task.FromResult(0);
    }

    private static Found Ours(MixedPage page)
    {
        var document = new Document { Bytes = page.Html, Url = page.Url, FetchedAt = TimeProvider.System.GetUtcNow(), Name = page.File };
        return HtmlExtractor.Extract(document) switch
        {
            ExtractionResult.Extracted { Article: var article } => new Found(article.Text, article.Title, article.Authors, article.Published?.Day, null),
            ExtractionResult.NotAnArticle refused => new Found("", "", [], null, refused.Reason),
            _ => throw new InvalidOperationException("Extraction gave neither an article nor a reason."),
        };
    }

    private static Found SmartReaderAlone(MixedPage page)
    {
        try
        {
            using var reader = new SmartReader.Reader(page.Url ?? "https://example.org/", Encoding.UTF8.GetString(page.Html));
            var article = reader.GetArticle();
            var day = article.PublicationDate is { } date ? DateOnly.FromDateTime(date) : (DateOnly?)null;
            return new Found(article.TextContent ?? "", article.Title ?? "", string.IsNullOrWhiteSpace(article.Author) ? [] : article.Author.Split(',', ';'), day, null);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            return new Found("", "", [], null, exception.Message);
        }
    }

    private static void Print(string name, List<(MixedPage Page, Found Found)> results)
    {
        var hits = results.Sum(result => result.Page.With.Count(phrase => Holds(result.Found, phrase)));
        var wrong = results.Sum(result => result.Page.Without.Count(phrase => Holds(result.Found, phrase)));
        var wanted = results.Sum(result => result.Page.With.Count);
        var (precision, recall) = ((double)hits / Math.Max(1, hits + wrong), (double)hits / wanted);
        var titles = results.Where(result => result.Page.Title.Length > 0).ToList();
        var authors = results.Where(result => result.Page.Authors.Count > 0).ToList();
        var days = results.Where(result => result.Page.Day.Length > 0).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {2 * precision * recall / (precision + recall):F3} | {precision:F3} | {recall:F3} | {Share(titles, HasTitle):F3} | {Share(authors, HasAuthors):F3} | {Share(days, HasDay):F3} |"));
    }

    private static double Share(List<(MixedPage Page, Found Found)> results, Func<(MixedPage Page, Found Found), bool> isRight) =>
        (double)results.Count(isRight) / Math.Max(1, results.Count);

    private static bool HasTitle((MixedPage Page, Found Found) result) => Letters(result.Page.Title) == Letters(result.Found.Title);

    private static bool HasAuthors((MixedPage Page, Found Found) result) =>
        result.Page.Authors.Select(Letters).ToHashSet(StringComparer.Ordinal).SetEquals(result.Found.Authors.Select(Letters));

    private static bool HasDay((MixedPage Page, Found Found) result) => result.Page.Day == result.Found.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Holds(Found found, string phrase) => found.Line.Contains(Line(phrase), StringComparison.Ordinal);

    private static void PrintMisses(string? what, List<(MixedPage Page, Found Found)> results)
    {
        foreach (var result in results)
        {
            var missing = result.Page.With.Where(phrase => !Holds(result.Found, phrase)).ToList();
            var wrong = result.Page.Without.Where(phrase => Holds(result.Found, phrase)).ToList();
            var miss = what switch
            {
                "body" when missing.Count + wrong.Count > 0 => $"{result.Found.Refusal}\n   - {string.Join("\n   - ", missing)}\n   + {string.Join("\n   + ", wrong)}",
                "title" when result.Page.Title.Length > 0 && !HasTitle(result) => $"{result.Found.Refusal}\n   - {result.Page.Title}\n   + {result.Found.Title}",
                "authors" when result.Page.Authors.Count > 0 && !HasAuthors(result) => $"{result.Found.Refusal}\n   - {string.Join(" | ", result.Page.Authors)}\n   + {string.Join(" | ", result.Found.Authors)}",
                _ => null,
            };
            if (miss is not null)
            {
                Console.WriteLine($"{result.Page.File} {result.Page.Url} {miss}");
            }
        }
    }

    private static List<MixedPage> Read(string file, string? part)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        using var truth = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. truth.RootElement.EnumerateObject()
                .Index()
                .Where(page => part is null || (page.Index % 2 == 1) == (part == "odd"))
                .Select(page => MixedPage.Read(folder, page.Item.Name, page.Item.Value)),
        ];
    }

    private static string Line(string text) => string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static readonly string[] Joints = [";", ",", "/", " and ", " und ", " et ", " & "];

    private sealed record Found(string Text, string Title, IReadOnlyList<string> Authors, DateOnly? Day, string? Refusal)
    {
        public string Line { get; } = ExtractionMixBenchmark.Line(Text);
    }

    private sealed record MixedPage(string File, string? Url, byte[] Html, IReadOnlyList<string> With, IReadOnlyList<string> Without, string Title, IReadOnlyList<string> Authors, string Day)
    {
        public static MixedPage Read(string folder, string url, JsonElement page)
        {
            var file = page.GetProperty("file").GetString()!;
            var path = new[] { "cache", "eval" }.Select(inner => Path.Combine(folder, inner, file)).First(System.IO.File.Exists);
            var address = url.StartsWith("http", StringComparison.Ordinal) ? url : null;
            return new MixedPage(file, address, System.IO.File.ReadAllBytes(path), Texts(page, "with"), Texts(page, "without"), Texts(page, "title").FirstOrDefault("").Trim(), [.. Texts(page, "author").SelectMany(names => names.Split(Joints, StringSplitOptions.None)).Select(name => name.Trim()).Where(name => name.Length > 0)], Texts(page, "date").FirstOrDefault(""));
        }

        private static IReadOnlyList<string> Texts(JsonElement page, string property) =>
            !page.TryGetProperty(property, out var value) ? []
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
            : [];
    }
}
