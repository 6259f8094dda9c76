using System.Text.Json;
using NewsBot.Answering.Evaluation;
using NewsBot.Fakes;

namespace NewsBot.Benchmarks.Answers;

/// <summary>Questions over paragraphs, with the accepted short answers.</summary>
internal sealed record SquadSet(IReadOnlyList<SquadArticle> Articles, IReadOnlyList<SquadQuestion> Questions)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public static SquadSet Load() => new(
        [.. Lines("articles.jsonl").Select(line => JsonSerializer.Deserialize<SquadArticle>(line, Json)!)],
        [.. Lines("questions.jsonl").Select(line => JsonSerializer.Deserialize<SquadQuestion>(line, Json)!)]);

    private static IEnumerable<string> Lines(string file) => File.ReadLines(SharedData.PathOf("data", "squad", file));
}

internal sealed record SquadArticle(string Id, string Headline, IReadOnlyList<string> Paragraphs, string Content);

internal sealed record SquadQuestion(string Id, string Question, string Article, int Paragraph, IReadOnlyList<string> Answers, bool Answerable)
{
    public EvaluationQuestion AsEvaluated() => new()
    {
        Id = Id,
        Question = Question,
        Answers = Answers,
        Answerable = Answerable,
        Kind = Answerable ? "answerable" : "absent",
        Relevant = Answerable ? [Article] : [],
    };
}
