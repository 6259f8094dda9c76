namespace NewsBot.Answering.Questions;

/// <summary>A question as the answerer understands it.</summary>
public sealed record AskedQuestion
{
    /// <summary>The words as asked.</summary>
    public required string Text { get; init; }

    /// <summary>What is asked for.</summary>
    public required AnswerType Type { get; init; }

    /// <summary>Whether it asks how things are now: "is the ferry free?".</summary>
    public bool IsOfToday { get; init; }

    /// <summary>Whether it asks for advice, an opinion or general skill, which reports of events do not give.</summary>
    public bool SeeksAdvice { get; init; }

    /// <summary>The terms that carry the topic, in order, each once.</summary>
    public required IReadOnlyList<QuestionTerm> Terms { get; init; }

    /// <summary>Whether it asks how many or how much there is of the thing asked for, so that a figure must count that thing.</summary>
    public bool Counts { get; init; }

    /// <summary>The stem of the word that says what is asked of the names: "founded", "population". Null where that is not sure.</summary>
    public string? Predicate { get; init; }

    /// <summary>Stems of the units that a figure asked for is told in, where it can be told in those only: of "how tall" metr, feet …</summary>
    public IReadOnlySet<string>? Units { get; init; }

    /// <summary>Stems of the thing asked for: of "which port city" port and citi, of "how many hotels" hotel. Often the answer's kind and not its wording.</summary>
    public required IReadOnlySet<string> Focus { get; init; }
}

/// <summary>A term of a question.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="Surface">The word as asked.</param>
/// <param name="IsName">Whether it is (part of) a name.</param>
/// <param name="IsNumber">Whether it is a number.</param>
public sealed record QuestionTerm(string Stem, string Surface, bool IsName, bool IsNumber)
{
    /// <summary>Whether the next term stands right behind it in the question, parted by nothing but a space: "Federal Express".</summary>
    public bool IsFollowed { get; init; }

    /// <summary>Whether it is a month or a year, which a report of that time need not say.</summary>
    public bool IsTime { get; init; }
}
