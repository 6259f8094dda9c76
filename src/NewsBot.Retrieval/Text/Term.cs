using NewsBot.Archive;

namespace NewsBot.Retrieval.Text;

/// <summary>What a term was made of.</summary>
public enum TermKind
{
    /// <summary>A word, an abbreviation or a mixture of letters and digits.</summary>
    Word,

    /// <summary>A number in its one form: "1.2 million", "1,200,000" and "1200000" are all <c>1200000</c>.</summary>
    Number,

    /// <summary>Two neighbouring characters of a script that writes no spaces.</summary>
    Bigram,
}

/// <summary>A word of a text as the index knows it.</summary>
/// <param name="Stem">The form under which it is indexed: lower case, without diacritics, stemmed.</param>
/// <param name="Range">Where the word stands in the analysed text.</param>
/// <param name="IsStopWord">Whether it is so common that questions leave it out.</param>
/// <param name="Kind">What it was made of.</param>
public readonly record struct Term(string Stem, TextRange Range, bool IsStopWord, TermKind Kind);
