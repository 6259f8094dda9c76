using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Archive;

namespace NewsBot.Answering.Evaluation;

/// <summary>A question with what a right answer to it is: one line of a question set.</summary>
public sealed record EvaluationQuestion
{
    /// <summary>The question's name in the set.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The day it is asked for, <c>YYYY-MM-DD</c>, or null for now.</summary>
    public string? AsOf { get; init; }

    /// <summary>The sort of question, by which figures are broken down.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether the archive answers it; unset is true.</summary>
    public bool? Answerable { get; init; }

    /// <summary>The accepted short answers; any one will do.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Public ids, or addresses, of the articles that answer it.</summary>
    public IReadOnlyList<string> Relevant { get; init; } = [];

    /// <summary>What must not be given as the answer: stale figures, false premises.</summary>
    public IReadOnlyList<string> WrongIf { get; init; } = [];

    /// <summary>The day it is asked for, or null for now.</summary>
    /// <exception cref="FormatException">The day is no date.</exception>
    public NewsTime? Time => AsOf is null ? null
        : NewsTime.TryParse(AsOf, out var time) ? time
        : throw new FormatException($"Question '{Id}': as_of '{AsOf}' is no date; write YYYY-MM-DD.");

    /// <summary>Reads a question set, one JSON object a line; empty lines are skipped.</summary>
    /// <exception cref="FormatException">A line is no question; the message names it.</exception>
    public static IReadOnlyList<EvaluationQuestion> ReadLines(IEnumerable<string> lines) =>
        [.. lines.Select((line, index) => (line, number: index + 1)).Where(pair => !string.IsNullOrWhiteSpace(pair.line)).Select(pair => ReadLine(pair.line, pair.number))];

    private static EvaluationQuestion ReadLine(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, EvaluationJson.Default.EvaluationQuestion)
                ?? throw new FormatException($"Line {number} is empty JSON; write one question object a line.");
        }
        catch (JsonException broken)
        {
            throw new FormatException($"Line {number} is no question: {broken.Message} It needs at least \"id\" and \"question\".", broken);
        }
    }
}

/// <summary>The JSON form of question sets.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EvaluationQuestion))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
