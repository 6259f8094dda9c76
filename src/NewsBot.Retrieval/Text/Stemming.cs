using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NewsBot.Retrieval.Text;

/// <summary>The Snowball stemmer of one language (Porter 2 for English). Safe for several threads at once.</summary>
internal sealed class Stemming(TextLanguage language)
{
    private readonly Lock gate = new();
    private readonly Lazy<SnowballProgram?> program = new(() => ProgramOf(language));

    /// <summary>
    /// The stem without diacritics. English loses its diacritics first, as they are foreign to its rules; other languages' rules need them.
    /// </summary>
    public string StemOf(string word)
    {
        var prepared = language == TextLanguage.English ? WordForms.Fold(word) : word;
        if (program.Value is not { } stemmer || word.Contains('.', StringComparison.Ordinal))
        {
            return WordForms.Fold(prepared);
        }

        lock (gate)
        {
            stemmer.SetCurrent(prepared);
            stemmer.Stem();
            return WordForms.Fold(stemmer.Current);
        }
    }

    private static SnowballProgram? ProgramOf(TextLanguage language) => language switch
    {
        TextLanguage.English => new EnglishStemmer(),
        TextLanguage.German => new German2Stemmer(),
        TextLanguage.French => new FrenchStemmer(),
        TextLanguage.Spanish => new SpanishStemmer(),
        TextLanguage.Italian => new ItalianStemmer(),
        TextLanguage.Portuguese => new PortugueseStemmer(),
        TextLanguage.Dutch => new DutchStemmer(),
        TextLanguage.Russian => new RussianStemmer(),
        _ => null,
    };
}
