using NewsBot.Archive;

namespace NewsBot.Answering.Extractive;

/// <summary>A word, number or symbol of a text.</summary>
/// <param name="Range">Where it stands in the text.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Stem">Its stem by which words of one root are equal; empty for punctuation.</param>
/// <param name="IsStopWord">Whether it is so common that it carries no topic.</param>
public readonly record struct Word(TextRange Range, WordKind Kind, string Stem, bool IsStopWord)
{
    /// <summary>Whether it is a number, in digits or written out.</summary>
    public bool IsNumber => Stem.Length > 0 && char.IsAsciiDigit(Stem[0]);
}

/// <summary>What a word is made of.</summary>
public enum WordKind
{
    /// <summary>Letters, the first one small.</summary>
    Lower,

    /// <summary>Letters, the first one a capital.</summary>
    Capitalised,

    /// <summary>It begins with a digit.</summary>
    Number,

    /// <summary>Anything else that is no white space.</summary>
    Punctuation,
}
