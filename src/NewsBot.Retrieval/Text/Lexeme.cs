using Lucene.Net.Util;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// The analysed form of a surface form, shared by all its occurrences, so that analysing a text allocates nothing for words seen before.
/// </summary>
internal sealed class Lexeme(string stem, bool isStopWord, TermKind kind)
{
    /// <summary>The number of what no table remembers.</summary>
    public const int NoNumber = -1;

    /// <summary>Stands for a word of a stem that was not asked for.</summary>
    public static Lexeme Other { get; } = new Lexeme("\u0000", isStopWord: false, TermKind.Word).SharingStem("\u0000");

    /// <summary>The form under which it is indexed; empty for a surface form without content.</summary>
    public string Stem { get; } = stem;

    public bool IsStopWord { get; } = isStopWord;

    public TermKind Kind { get; } = kind;

    /// <summary>Whether all forms of the stem share its string, so that stems are equal exactly when the references are.</summary>
    public bool IsShared { get; private init; }

    /// <summary>Numbers what its table remembers from 0 on, without gaps, or <see cref="NoNumber"/>.</summary>
    public int Number { get; private init; } = NoNumber;

    /// <summary>The stem as the index writes it.</summary>
    public BytesRef Utf8 { get; } = new(stem);

    /// <summary>The same lexeme with the string that all forms of its stem share.</summary>
    public Lexeme SharingStem(string shared, int number = NoNumber) => new(shared, IsStopWord, Kind) { IsShared = true, Number = number };

    /// <summary>Whether this is a form of a stem, given as the string that forms share.</summary>
    public bool IsOf(string sharedStem) => ReferenceEquals(Stem, sharedStem) || (!IsShared && Stem == sharedStem);
}
