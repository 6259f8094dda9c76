using System.Collections.Frozen;
using NewsBot.Retrieval.Text;

namespace NewsBot.Answering.Questions;

/// <summary>
/// Tells the language of a question. A question is too short for its common words alone to tell ("Warum schließt die Mühle?" holds one), but the
/// word it is put with does; and one that begins with "Was" is German only where the rest is.
/// </summary>
internal static class QuestionLanguage
{
    private static readonly FrozenSet<string> German = Set("wer wen wem wessen wann warum wieso weshalb woher wohin welche welcher welches welchen welchem wieviel wieviele wird wurde wurden");

    private static readonly FrozenSet<string> French = Set("quand pourquoi combien quel quelle quels quelles où lequel laquelle");

    // Words of other languages too, unless the question begins with them.
    private static readonly FrozenSet<string> GermanOpenings = Set("wie wo hat haben hatte ist sind gibt");

    // "Was kostet die Fähre?", but "Was the ferry free?"
    private static readonly FrozenSet<string> BesideWas = Set("der die das den dem des ein eine einen ist sind hat haben kostet kosten macht machte sagt sagte geschah passierte gibt für mit zu zur zum über von im beim bei");

    private static readonly FrozenSet<string> FrenchOpenings = Set("qui que comment est quoi");

    /// <summary>The language.</summary>
    /// <param name="words">The question's words in lower case.</param>
    /// <param name="guess">What its common words tell.</param>
    public static TextLanguage Of(IReadOnlyList<string> words, TextLanguage guess) =>
        guess is not TextLanguage.English || words.Count == 0 ? guess
        : words.Any(German.Contains) || GermanOpenings.Contains(words[0]) || (words[0] == "was" && words.Skip(1).Any(BesideWas.Contains)) ? TextLanguage.German
        : words.Any(French.Contains) || (FrenchOpenings.Contains(words[0]) && !words.Any(IsEnglish)) ? TextLanguage.French
        : TextLanguage.English;

    /// <summary>The BCP 47 tag, for what reads by tags; null where the language has no tables here.</summary>
    public static string? TagOf(TextLanguage language) => language switch
    {
        TextLanguage.English => "en",
        TextLanguage.German => "de",
        TextLanguage.French => "fr",
        _ => null,
    };

    private static bool IsEnglish(string word) => word is "the" or "of" or "is" or "was" or "did" or "does" or "what" or "who" or "how" or "to" or "on" or "in";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
