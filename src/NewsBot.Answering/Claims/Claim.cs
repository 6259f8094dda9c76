using NewsBot.Archive;

namespace NewsBot.Answering.Claims;

/// <summary>Whether a sentence states something that a source can confirm.</summary>
public enum ClaimKind
{
    /// <summary>It states a fact.</summary>
    Statement,

    /// <summary>It asks.</summary>
    Question,

    /// <summary>It greets, thanks or says goodbye.</summary>
    Greeting,

    /// <summary>It says what its writer thinks or feels.</summary>
    Opinion,

    /// <summary>It has no words to compare.</summary>
    Wordless,
}

/// <summary>One sentence, or a part of one, that can be checked by itself.</summary>
public sealed record Claim
{
    /// <summary>The words as they stand in the text.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands in the text it was cut from.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Whether it can be checked.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>What it states in figures, names and quotations.</summary>
    public required ClaimFacts Facts { get; init; }
}

/// <summary>What was read in a claim. Every string stands in the claim as it is.</summary>
public sealed record ClaimFacts
{
    /// <summary>Its numbers, by value.</summary>
    public IReadOnlyList<StatedNumber> Numbers { get; init; } = [];

    /// <summary>Its dates.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Its names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What it has in quotation marks, without the marks.</summary>
    public IReadOnlyList<string> Quotations { get; init; } = [];

    /// <summary>Whether it says that something is not so.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whom it says its words are from ("X said", "according to X"), or null.</summary>
    public string? Speaker { get; init; }
}

/// <summary>A number in a claim.</summary>
/// <param name="Text">As it stands there: "$1.2 million".</param>
/// <param name="Value">Its value: 1,200,000.</param>
/// <param name="Unit">"%", a currency sign, "am", "pm", or empty.</param>
public sealed record StatedNumber(string Text, decimal Value, string Unit);
