using System.Collections.Concurrent;

namespace NewsBot.Retrieval.Text;

/// <summary>The analyses of all languages, each made when it is first needed. One instance serves the whole program.</summary>
public sealed class TextAnalysis
{
    private readonly ConcurrentDictionary<TextLanguage, TermAnalysis> analyses = new();

    /// <summary>The analysis of a language.</summary>
    public TermAnalysis For(TextLanguage language) => analyses.GetOrAdd(language, static wanted => new TermAnalysis(wanted));

    /// <summary>The analysis for a text: by its stated language, else by its words.</summary>
    /// <param name="languageTag">A BCP 47 tag, or null where none is stated.</param>
    /// <param name="text">The text; only its beginning is looked at.</param>
    public TermAnalysis For(string? languageTag, ReadOnlySpan<char> text) => For(TextLanguages.OfTag(languageTag) ?? LanguageGuess.Of(text));
}
