using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Ingestion.Extraction.Decoding;
using NewsBot.Ingestion.Feeds;

namespace NewsBot.Tests.Ingestion.Feeds;

/// <summary>The feeds of the shared folder state in their first comment what a parser must read; here what an archive needs of it is compared.</summary>
public sealed partial class StatedFeedTests
{
    private const double Floor = .95;

    [Fact]
    public void Titles_links_dates_and_texts_are_read_as_the_files_state()
    {
        var folder = SharedData.PathOf("data", "feeds");
        Assert.SkipWhen(folder.Length == 0, SharedData.AbsenceReason);

        var results = Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Compare).ToList();

        var wrong = results.Where(result => result.Read != result.Stated).Select(result => result.ToString()).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{results.Count - wrong.Count} of {results.Count}\n{string.Join('\n', wrong)}");
        results.Count.ShouldBeGreaterThan(60);
        ((double)(results.Count - wrong.Count) / results.Count).ShouldBeGreaterThanOrEqualTo(Floor);
    }

    private static IEnumerable<Result> Compare(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var text = TextDecoder.Decode(bytes, "application/xml") ?? "";
        var expectation = Expectation().Match(text).Groups[1].Value;
        var location = ContentLocation().Match(text) is { Success: true } header ? header.Groups[1].Value : null;
        var feed = FeedReader.Read(text, location) ?? new Feed();
        foreach (Match atom in Atom().Matches(expectation))
        {
            var field = atom.Groups["field"].Value;
            var entry = atom.Groups["entry"].Success ? feed.Entries.ElementAtOrDefault(int.Parse(atom.Groups["entry"].Value, CultureInfo.InvariantCulture)) ?? new FeedEntry() : null;
            if (entry is null && field is not ("title" or "link"))
            {
                // What a feed says of itself beyond name and address is nothing that an archive keeps.
                continue;
            }

            var stated = Unescaped(atom.Groups["text"].Value);
            var read = Read(feed, entry, field);
            yield return new Result(Path.GetFileName(path), field, Comparable(field, stated), field == "title" ? read : Comparable(field, read));
        }

        foreach (Match date in Date().Matches(expectation))
        {
            var entry = feed.Entries.ElementAtOrDefault(int.Parse(date.Groups["entry"].Value, CultureInfo.InvariantCulture)) ?? new FeedEntry();
            var read = date.Groups["field"].Value == "published" ? entry.Published : entry.Updated ?? entry.Published;
            var parts = date.Groups["parts"].Value.Split(',').Take(6).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
            var stated = new DateTime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], DateTimeKind.Utc);
            var asStated = read is { Precision: TimePrecision.Day } ? stated.Date : stated;
            yield return new Result(Path.GetFileName(path), date.Groups["field"].Value, asStated.ToString("s"), read?.Instant.UtcDateTime.ToString("s") ?? "");
        }
    }

    private static string Read(Feed feed, FeedEntry? entry, string field) => (entry, field) switch
    {
        (null, "title") => feed.Title ?? "",
        (null, "link") => feed.Link ?? "",
        ({ }, "title") => entry.Title,
        ({ }, "link") => entry.Link ?? "",
        ({ }, "id") => entry.Id ?? "",
        ({ }, "content'][0]['value") => entry.Content ?? entry.Summary ?? "",
        ({ }, _) => entry.Summary ?? entry.Content ?? "",
        _ => "",
    };

    /// <summary>Texts are compared as what a reader sees; addresses to the letter.</summary>
    private static string Comparable(string field, string text) =>
        field is "link" or "id" ? text : string.Join(' ', FeedText.TextOf(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Unescaped(string text) => Escape().Replace(text, match => match.Value[1] switch
    {
        'u' or 'x' => ((char)int.Parse(match.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        'n' => "\n",
        var other => other.ToString(),
    });

    private sealed record Result(string File, string Field, string Stated, string Read)
    {
        public override string ToString() => $"{File} {Field}: stated '{Stated}', read '{Read}'";
    }

    [GeneratedRegex(@"Content-Location:\s*(\S+)", RegexOptions.None, 1000)]
    private static partial Regex ContentLocation();

    [GeneratedRegex(@"Expect:\s*(.*?)(?:\n|-->)", RegexOptions.Singleline, 1000)]
    private static partial Regex Expectation();

    [GeneratedRegex(@"(?:feed|entries\[(?<entry>\d+)\])\['(?<field>title|link|id|summary|description|content'\]\[0\]\['value)'\]\s*==\s*u?(?<quote>['""])(?<text>.*?)(?<!\\)\k<quote>", RegexOptions.None, 1000)]
    private static partial Regex Atom();

    [GeneratedRegex(@"entries\[(?<entry>\d+)\]\['(?<field>published|updated)_parsed'\]\s*==\s*\((?<parts>[\d, ]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
