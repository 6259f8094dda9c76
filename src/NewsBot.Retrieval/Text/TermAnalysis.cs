using System.Collections.Frozen;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// How the texts of one language become terms: words are lower-cased, stripped of diacritics and possessives and stemmed, numbers get one
/// form, scripts without spaces are cut into bigrams. Index, questions and claims use the same analysis, so that what means the same is the
/// same term on both sides. Offsets are UTF-16 positions in the text as given. Safe for several threads at once; a word seen before costs one
/// look-up and no allocation.
/// </summary>
public sealed class TermAnalysis
{
    private readonly LexemeTable table = new();
    private readonly Stemming stemming;
    private readonly Lazy<FrozenSet<string>> stopWords;

    internal TermAnalysis(TextLanguage language)
    {
        Language = language;
        stemming = new Stemming(language);
        stopWords = new Lazy<FrozenSet<string>>(() => StopWords.Of(language));
        Numbers = new NumberScanner(language);
    }

    /// <summary>The language.</summary>
    public TextLanguage Language { get; }

    internal NumberScanner Numbers { get; }

    /// <summary>The terms of a text in order, stop words included.</summary>
    public IReadOnlyList<Term> Analyse(string text)
    {
        var terms = new List<Term>(text.Length / 5);
        var scanner = new TermScanner(this, text);
        while (scanner.Next())
        {
            terms.Add(new Term(scanner.Lexeme.Stem, scanner.Range, scanner.Lexeme.IsStopWord, scanner.Lexeme.Kind));
        }

        return terms;
    }

    /// <summary>The stem of one word; of several words, the stem of the first; empty for a text without a word.</summary>
    public string StemOf(string word)
    {
        var scanner = new TermScanner(this, word);
        return scanner.Next() ? scanner.Lexeme.Stem : "";
    }

    /// <summary>A stem as the string that <see cref="Lexeme.IsOf"/> compares with.</summary>
    internal string SharedStem(string stem) => table.SharedStem(stem);

    internal Lexeme LexemeOf(ReadOnlySpan<char> surface)
    {
        if (table.TryGet(surface, out var known))
        {
            return known;
        }

        var word = WordForms.WordOf(surface, Language);
        var lexeme = new Lexeme(stemming.StemOf(word), stopWords.Value.Contains(WordForms.Fold(word)), TermKind.Word);
        return table.Remember(surface.ToString(), lexeme);
    }

    internal Lexeme LexemeOf(ReadOnlySpan<char> form, TermKind kind)
    {
        if (!table.TryGet(form, out var lexeme))
        {
            var stem = form.ToString();
            lexeme = table.Remember(stem, new Lexeme(stem, isStopWord: false, kind));
        }

        return lexeme;
    }
}
