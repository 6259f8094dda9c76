using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Evaluation;

/// <summary>A question whose right articles are known: one line of a question file.</summary>
public sealed record EvaluationQuestion
{
    /// <summary>The question's id in its file.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The group it is reported in; empty when the file has no groups.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The day it is asked for, or null for today.</summary>
    public string? AsOf { get; init; }

    /// <summary>The public ids of the articles that answer it.</summary>
    public IReadOnlyList<string> Relevant { get; init; } = [];

    /// <summary>Whether the archive answers it at all.</summary>
    public bool Answerable { get; init; } = true;

    /// <summary>The instant as of which it is asked: the end of the stated day.</summary>
    public DateTimeOffset MomentOr(DateTimeOffset now) =>
        !NewsTime.TryParse(AsOf, out var time) ? now
        : time.Precision == TimePrecision.Day ? time.Instant.AddDays(1).AddTicks(-1)
        : time.Instant;

    /// <summary>Reads a question file: one JSON object a line. Unknown fields are passed over.</summary>
    /// <exception cref="FormatException">A line is no such object; the message names the line.</exception>
    public static async Task<IReadOnlyList<EvaluationQuestion>> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var questions = new List<EvaluationQuestion>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                questions.Add(ReadLine(line, number, path));
            }
        }

        return questions;
    }

    private static EvaluationQuestion ReadLine(string line, int number, string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize(line, EvaluationJson.Default.EvaluationLine)!;
            return read.AsOf is null || NewsTime.TryParse(read.AsOf, out _)
                ? read.ToQuestion()
                : throw new FormatException($"Line {number} of {path}: as_of is '{read.AsOf}'; write YYYY-MM-DD or leave it out.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"Line {number} of {path} is no question: each line must be a JSON object with \"id\" and \"question\".", exception);
        }
    }
}

/// <summary>A line as it is written.</summary>
internal sealed record EvaluationLine
{
    public required string Id { get; init; }

    public required string Question { get; init; }

    public string? Kind { get; init; }

    [JsonPropertyName("as_of")]
    public string? AsOf { get; init; }

    public IReadOnlyList<string>? Relevant { get; init; }

    public bool? Answerable { get; init; }

    public EvaluationQuestion ToQuestion() => new()
    {
        Id = Id,
        Question = Question,
        Kind = Kind ?? "",
        AsOf = AsOf,
        Relevant = Relevant ?? [],
        Answerable = Answerable ?? true,
    };
}

/// <summary>JSON of the question files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvaluationLine))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
