using Lucene.Net.Util;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// The analysed form of a surface form, shared by all its occurrences, so that analysing a text allocates nothing for words seen before.
/// </summary>
internal sealed class Lexeme(string stem, bool isStopWord, TermKind kind)
{
    /// <summary>The form under which it is indexed; empty for a surface form without content.</summary>
    public string Stem { get; } = stem;

    public bool IsStopWord { get; } = isStopWord;

    public TermKind Kind { get; } = kind;

    /// <summary>The stem as the index writes it.</summary>
    public BytesRef Utf8 { get; } = new(stem);
}
