namespace NewsBot.Answering.Claims.Reading;

/// <summary>What a word of a text is, as far as its form tells.</summary>
internal enum WordKind : byte
{
    /// <summary>A word.</summary>
    Plain,

    /// <summary>A number, with its scale words and unit: "1.2 million", "$44m", "six per cent".</summary>
    Number,

    /// <summary>A place in an order: "14th", "third".</summary>
    Ordinal,

    /// <summary>A number that reads as a year.</summary>
    Year,

    /// <summary>A month's name.</summary>
    Month,

    /// <summary>A weekday's name.</summary>
    Weekday,

    /// <summary>A word that turns a statement into its opposite: "not", "never".</summary>
    Negation,
}

/// <summary>
/// One word of a text as the verifier compares it. Contractions are two words ("don't" is "do" and "not"), and a number is one
/// word with its scale and unit.
/// </summary>
/// <param name="Start">Its first UTF-16 code unit in the text.</param>
/// <param name="End">The code unit after it.</param>
/// <param name="Form">The word in lower case, without accents.</param>
/// <param name="Stem">What is compared: the stem, or <c>#value</c> for numbers.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsCapital">Whether it begins with a capital letter.</param>
/// <param name="IsFunction">Whether it is a function word, which says little about the subject.</param>
internal readonly record struct Word(int Start, int End, string Form, string Stem, WordKind Kind, bool IsCapital, bool IsFunction)
{
    /// <summary>The number, for the kinds that have one.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Whether a comma, a dash or another mark that parts clauses stands before it.</summary>
    public bool FollowsBreak { get; init; }

    /// <summary>Whether it says something about the subject: no function word.</summary>
    public bool IsContent => !IsFunction;

    /// <summary>Whether the number or the date in it is compared by value.</summary>
    public bool IsFigure => Kind is WordKind.Number or WordKind.Year or WordKind.Ordinal;
}

/// <summary>A number as it is compared: by value and, where both sides state one, by unit.</summary>
/// <param name="Value">The value, scale words multiplied in.</param>
/// <param name="Unit">"%", a currency ("$"), "am"/"pm", or empty.</param>
/// <param name="IsApproximate">Whether "about", "nearly", "more than" or the like precede it.</param>
internal sealed record Quantity(decimal Value, string Unit, bool IsApproximate)
{
    // "Nearly 150" is said of 147 and "about 12,000" of 11,700: what newspapers round is within six per cent.
    private const decimal Slack = 0.06m;

    /// <summary>Whether two numbers can be the same number, said differently.</summary>
    public bool Agrees(Quantity other) =>
        (Unit == other.Unit || Unit.Length == 0 || other.Unit.Length == 0 || (Unit is "am" or "pm") != (other.Unit is "am" or "pm"))
        && (Value == other.Value || ((IsApproximate || other.IsApproximate) && Math.Abs(Value - other.Value) <= Slack * Math.Max(Math.Abs(Value), Math.Abs(other.Value))));
}
