using Lucene.Net.Util;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// The analysed form of a surface form, shared by all its occurrences, so that analysing a text allocates nothing for words seen before.
/// </summary>
internal sealed class Lexeme(string stem, bool isStopWord, TermKind kind)
{
    /// <summary>Stands for a word of a stem that was not asked for.</summary>
    public static Lexeme Other { get; } = new Lexeme("\u0000", isStopWord: false, TermKind.Word).SharingStem("\u0000");

    /// <summary>The form under which it is indexed; empty for a surface form without content.</summary>
    public string Stem { get; } = stem;

    public bool IsStopWord { get; } = isStopWord;

    public TermKind Kind { get; } = kind;

    /// <summary>Whether all forms of the stem share its string, so that stems are equal exactly when the references are.</summary>
    public bool IsShared { get; private init; }

    /// <summary>The stem as the index writes it.</summary>
    public BytesRef Utf8 { get; } = new(stem);

    /// <summary>The same lexeme with the string that all forms of its stem share.</summary>
    public Lexeme SharingStem(string shared) => new(shared, IsStopWord, Kind) { IsShared = true };

    /// <summary>Whether this is a form of a stem, given as the string that forms share.</summary>
    public bool IsOf(string sharedStem) => ReferenceEquals(Stem, sharedStem) || (!IsShared && Stem == sharedStem);
}
