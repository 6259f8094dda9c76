using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.EndToEnd.Sample;

/// <summary>A question about the sample archive, with what a right answer holds.</summary>
public sealed record SampleQuestion
{
    public required string Id { get; init; }

    public required string Question { get; init; }

    [JsonPropertyName("as_of")]
    public string? AsOf { get; init; }

    public required bool Answerable { get; init; }

    /// <summary>Any one of these stands in a right answer.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>Addresses or ids of every article that gives the answer.</summary>
    public required IReadOnlyList<string> Relevant { get; init; }

    public required IReadOnlyList<ExpectedQuote> Quotes { get; init; }

    /// <summary>What a right answer must not say.</summary>
    [JsonPropertyName("wrong_if")]
    public required IReadOnlyList<string> WrongIf { get; init; }

    public required string Kind { get; init; }

    /// <summary>The part of the work that owes the answer.</summary>
    public required int Part { get; init; }

    /// <summary>The file of all questions.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Sample", "questions.jsonl");

    /// <summary>All questions.</summary>
    public static IReadOnlyList<SampleQuestion> All { get; } =
        [.. System.IO.File.ReadLines(File).Select(line => JsonSerializer.Deserialize<SampleQuestion>(line, JsonSerializerOptions.Web)!)];
}

/// <summary>A sentence that a right answer cites.</summary>
public sealed record ExpectedQuote(string Article, string Text);
