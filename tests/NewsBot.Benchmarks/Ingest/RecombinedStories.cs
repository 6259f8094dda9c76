using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NewsBot.Archive;

namespace NewsBot.Benchmarks.Ingest;

/// <summary>
/// As much text as wanted, always the same: the stories of a file with each sentence exchanged for another one of the file. Every twentieth story is a
/// copy of an earlier one that lost a sentence, so that duplicate detection has something to find.
/// </summary>
internal sealed class RecombinedStories
{
    private const int CopyEvery = 20;

    private readonly List<(string Title, string Text, string? Published, IReadOnlyList<TextRange> Sentences)> stories = [];
    private readonly List<string> sentences = [];

    private RecombinedStories()
    {
    }

    /// <summary>Reads the stories to take apart.</summary>
    public static RecombinedStories From(string path)
    {
        var result = new RecombinedStories();
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = ArticleText.Normalise(json.RootElement.GetProperty("content").GetString() ?? "");
            var ranges = SentenceSplitter.Split(text);
            result.stories.Add((json.RootElement.GetProperty("headline").GetString() ?? "", text, json.RootElement.GetProperty("publish_date").GetString(), ranges));
            result.sentences.AddRange(ranges.Select(range => range.Of(text)));
        }

        return result;
    }

    /// <summary>Writes articles of so many stories each as JSON lines until their texts have so many characters; the number of characters written.</summary>
    public long Write(string path, long characters, int storiesEach)
    {
        var random = new Random(6);
        using var file = new BufferedStream(File.Create(path), 1 << 20);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var (written, number) = (0L, 0);
        var last = "";
        while (written < characters)
        {
            var isCopy = ++number % CopyEvery == 0;
            var story = stories[(number - (isCopy ? 1 : 0)) % stories.Count];
            last = isCopy ? WithoutLastSentence(last) : string.Join("\n\n", Enumerable.Range(0, storiesEach).Select(part => stories[((number * storiesEach) + part) % stories.Count]).Select(part => Recombined(part.Text, part.Sentences, random)));
            json.WriteStartObject();
            json.WriteString("id", $"story-{number}");
            json.WriteString("headline", story.Title);
            json.WriteString("content", last);
            json.WriteString("publish_date", story.Published);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            file.WriteByte((byte)'\n');
            written += last.Length;
        }

        return written;
    }

    /// <summary>Writes one story so many times, each with a sentence of its own.</summary>
    public long WriteCopies(string path, int copies)
    {
        var story = stories.First(candidate => candidate.Text.Length > 1_500);
        using var file = new StreamWriter(path);
        for (var number = 0; number < copies; number++)
        {
            var text = $"{story.Text} Copy {number} was printed for reader {number * 7_919L % 1_000_003}.";
            file.WriteLine(JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = $"copy-{number}", ["headline"] = story.Title, ["content"] = text }));
        }

        return (long)story.Text.Length * copies;
    }

    private string Recombined(string text, IReadOnlyList<TextRange> ranges, Random random)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var range in ranges)
        {
            result.Append(text, at, range.Start - at).Append(sentences[random.Next(sentences.Count)]);
            at = range.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static string WithoutLastSentence(string text) => SentenceSplitter.Split(text) is { Count: > 2 } ranges ? text[..ranges[^1].Start].TrimEnd() : text;
}
