using System.IO.Compression;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval.Evaluation;

namespace NewsBot.Benchmarks.Retrieval;

/// <summary>A collection of articles with questions whose right articles are known.</summary>
/// <param name="Name">What it is called in the tables.</param>
/// <param name="Articles">The articles.</param>
/// <param name="Questions">The questions.</param>
internal sealed record Collection(string Name, IReadOnlyList<ArticleContent> Articles, IReadOnlyList<EvaluationQuestion> Questions)
{
    public long Characters => Articles.Sum(article => (long)article.Text.Length + article.Title.Length);
}

/// <summary>The collections of the shared data folder.</summary>
internal static class Collections
{
    public static async Task<Collection> ReutersAsync() => new(
        "reuters",
        ReadArticles(SharedData.PathOf("data", "reuters", "articles.jsonl.gz")).ToList(),
        await EvaluationQuestion.ReadFileAsync(SharedData.PathOf("data", "reuters", "questions.jsonl"), CancellationToken.None));

    public static async Task<Collection> TimeAsync() => new(
        "time",
        ReadArticles(SharedData.PathOf("data", "time", "articles.jsonl")).ToList(),
        await EvaluationQuestion.ReadFileAsync(SharedData.PathOf("data", "time", "questions.jsonl"), CancellationToken.None));

    /// <summary>Each paragraph counts as an article: the sixteen articles themselves are too few to be told apart wrongly.</summary>
    public static Collection Squad() => new(
        "squad",
        ReadLines(SharedData.PathOf("data", "squad", "articles.jsonl")).SelectMany(ReadParagraphs).ToList(),
        ReadLines(SharedData.PathOf("data", "squad", "questions.jsonl")).Select(ReadSquadQuestion).ToList());

    /// <summary>
    /// Articles of the length and number of a large news archive, made by stringing stories together, in an order that is always the same;
    /// every story occurs, so that the questions keep their answers.
    /// </summary>
    public static Collection Recombined(Collection reuters, int articles, int charactersEach)
    {
        var made = new List<ArticleContent>(articles);
        var next = 0;
        for (var i = 0; i < articles; i++)
        {
            var first = reuters.Articles[i % reuters.Articles.Count];
            var parts = new List<string> { first.Text };
            var length = first.Text.Length;
            while (length < charactersEach)
            {
                // A step that shares no factor with the count visits every story before it repeats one.
                next = (next + 7_919) % reuters.Articles.Count;
                var part = reuters.Articles[next].Text;
                parts.Add(part);
                length += part.Length;
            }

            made.Add(first with { ExternalId = i < reuters.Articles.Count ? first.ExternalId : $"again-{i}", Text = string.Join("\n\n", parts) });
        }

        return new Collection($"reuters recombined to {articles:N0} long articles", made, reuters.Questions);
    }

    private static IEnumerable<ArticleContent> ReadArticles(string path) => ReadLines(path).Select(line => new ArticleContent
    {
        ExternalId = line.GetProperty("id").GetString(),
        Title = line.GetProperty("headline").GetString()!,
        Text = ArticleText.Normalise(line.GetProperty("content").GetString()!),
        Published = line.TryGetProperty("publish_date", out var date) && NewsTime.TryParse(date.GetString(), out var time) ? time : null,
    });

    private static IEnumerable<ArticleContent> ReadParagraphs(JsonElement article) =>
        article.GetProperty("paragraphs").EnumerateArray().Select((paragraph, index) => new ArticleContent
        {
            ExternalId = ParagraphId(article.GetProperty("id").GetString()!, index),
            Title = article.GetProperty("headline").GetString()!,
            Text = ArticleText.Normalise(paragraph.GetString()!),
            Language = "en",
        });

    private static EvaluationQuestion ReadSquadQuestion(JsonElement line) => new()
    {
        Id = line.GetProperty("id").GetString()!,
        Question = line.GetProperty("question").GetString()!,
        Answerable = line.GetProperty("answerable").GetBoolean(),
        Relevant = [ParagraphId(line.GetProperty("article").GetString()!, line.GetProperty("paragraph").GetInt32())],
    };

    private static string ParagraphId(string article, int paragraph) => $"{article}/{paragraph}";

    private static IEnumerable<JsonElement> ReadLines(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            yield return JsonDocument.Parse(line).RootElement;
        }
    }
}
