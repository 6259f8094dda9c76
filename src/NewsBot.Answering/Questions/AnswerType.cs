namespace NewsBot.Answering.Questions;

/// <summary>The kind of thing that a question asks for.</summary>
public enum AnswerType
{
    /// <summary>Nothing more can be said: a thing, an event, a word.</summary>
    Thing,

    /// <summary>A moment: day, month, year, century.</summary>
    Date,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A count or a figure.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A share or a rate.</summary>
    Percentage,

    /// <summary>A person, or a body that acts like one.</summary>
    Person,

    /// <summary>A company, party, authority or other body.</summary>
    Organisation,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A name of any sort: of a ship, a drug, a brand.</summary>
    Name,

    /// <summary>A cause or a purpose.</summary>
    Reason,

    /// <summary>A way of doing.</summary>
    Manner,

    /// <summary>Several things.</summary>
    List,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>What something or somebody is.</summary>
    Definition,

    /// <summary>A sequence of events.</summary>
    Timeline,

    /// <summary>The newest report on a topic, whatever it says.</summary>
    Latest,
}

/// <summary>Groups of answer types.</summary>
internal static class AnswerTypes
{
    /// <summary>Whether the answer is a figure of some sort.</summary>
    public static bool IsFigure(this AnswerType type) =>
        type is AnswerType.Number or AnswerType.Money or AnswerType.Percentage or AnswerType.Duration;

    /// <summary>Whether the answer is a name of some sort.</summary>
    public static bool IsName(this AnswerType type) =>
        type is AnswerType.Person or AnswerType.Organisation or AnswerType.Place or AnswerType.Name;
}
