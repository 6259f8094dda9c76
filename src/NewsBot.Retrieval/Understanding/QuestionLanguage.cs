using System.Collections.Frozen;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Understanding;

/// <summary>
/// Tells the language of a question that states none. A question is too short for its commonest words alone ("Was kostet die Brücke?"), but the word
/// that it opens with, the signs that only some languages write and the words beside a doubtful opening tell. A question with English function
/// words stays English whatever names it holds.
/// </summary>
internal static class QuestionLanguage
{
    /// <summary>Words of one language only, wherever they stand.</summary>
    private static readonly FrozenDictionary<string, TextLanguage> Telling = WordsOf(
        (TextLanguage.German, "wer wen wem wessen wann warum wieso weshalb woher wohin welche welcher welches welchen welchem wieviel wieviele wurde wurden wird"),
        (TextLanguage.French, "quand pourquoi combien quel quelle quels quelles lequel laquelle où qu'est-ce est-ce s'est-il s'est-elle a-t-il a-t-elle a-t-on"),
        (TextLanguage.Spanish, "qué quién quiénes cuándo dónde cómo cuánto cuántos cuánta cuántas cuál cuáles cuando donde cuanto cuantos cuantas quien quienes"),
        (TextLanguage.Italian, "dove quanti quante perché qual'è cos'è dov'è com'è c'è"),
        (TextLanguage.Portuguese, "quem onde quais quantos quantas quê"),
        (TextLanguage.Dutch, "wat wanneer waar hoeveel waarom welke welk werd werden wordt"),
        (TextLanguage.Russian, "кто что когда где как сколько почему какой какая какие"));

    /// <summary>Words that tell a language where the question opens with them.</summary>
    private static readonly FrozenDictionary<string, TextLanguage> SureOpenings = WordsOf(
        (TextLanguage.French, "qui comment quoi"), (TextLanguage.Italian, "chi cosa"), (TextLanguage.Dutch, "hoe"), (TextLanguage.German, "wo"));

    /// <summary>Words that do so where nothing else tells.</summary>
    private static readonly FrozenDictionary<string, TextLanguage> Openings = WordsOf(
        (TextLanguage.German, "hat haben hatte ist sind gibt kann soll darf muss"),
        (TextLanguage.French, "que est"),
        (TextLanguage.Italian, "che quando quale quanto come"),
        (TextLanguage.Portuguese, "qual como"),
        (TextLanguage.Dutch, "wie heeft zijn"));

    /// <summary>Small words, written small, of one language; none that names carry ("de", "la", "van").</summary>
    private static readonly FrozenDictionary<string, TextLanguage> Beside = WordsOf(
        (TextLanguage.German, "im und für nach bei zur zum vom über seit mit ist sind nicht auch"),
        (TextLanguage.French, "du au aux dans pour avec sur depuis après avant"),
        (TextLanguage.Spanish, "los las por para con sobre desde"),
        (TextLanguage.Italian, "il nel nella gli della dello degli sulla"),
        (TextLanguage.Portuguese, "em pela pelo uma não"),
        (TextLanguage.Dutch, "het een voor bij naar over niet"));

    /// <summary>"Was kostet die Fähre?" and "Wie hoch ist …?", but "Was the ferry free?".</summary>
    private static readonly FrozenSet<string> GermanBeside = SetOf(
        "der die das den dem des ein eine einen einem ist sind waren hat haben wird werden wurde kostet kosten macht machte sagt sagte geschah passiert passierte gibt "
        + "bedeutet heißt plant fordert meint sieht viel viele hoch lange oft groß teuer alt weit für mit zu zur zum über von im beim bei am gestern heute");

    private static readonly FrozenSet<string> English = SetOf("the of is was were did does do has have had what who whom how when where which why to on by for at with about and");

    private static readonly char[] Ends = [' ', '\t', '\n', ',', '.', ';', ':', '!', '?', '"', '(', ')', '«', '»', '„', '“', '”', '¿', '¡', '\u00a0', '\u202f'];

    /// <summary>The language of a question.</summary>
    public static TextLanguage Of(string question)
    {
        var written = question.Replace('’', '\'').Split(Ends, StringSplitOptions.RemoveEmptyEntries);
        var words = written.Select(word => word.ToLowerInvariant()).ToList();
        if (words.Count == 0)
        {
            return TextLanguage.English;
        }

        // "was" and "wie" open German questions; the first is English too.
        var rest = words.Skip(1).ToList();
        var isEnglish = words[0] is "was" or "wie" ? rest.Any(English.Contains) : words.Any(English.Contains);
        if (isEnglish)
        {
            return LanguageGuess.Of(question);
        }

        var guess = LanguageGuess.Of(WithoutNamesOfNobility(question));
        return BySigns(question)
            ?? (words[0] is "was" or "wie" && rest.Any(GermanBeside.Contains) ? TextLanguage.German : (TextLanguage?)null)
            ?? FirstOf(words, Telling)
            ?? FirstOf(words.Take(1), SureOpenings)
            ?? (guess != TextLanguage.English ? guess : (TextLanguage?)null)
            ?? FirstOf(words.Take(1), Openings)
            ?? FirstOf(written, Beside)
            ?? (words.Any(word => word.StartsWith("qu'", StringComparison.Ordinal)) ? TextLanguage.French : TextLanguage.English);
    }

    /// <summary>"Ursula von der Leyen" tells nothing of the language that she is asked about in.</summary>
    private static string WithoutNamesOfNobility(string question) => question
        .Replace(" von der ", " ", StringComparison.Ordinal)
        .Replace(" van der ", " ", StringComparison.Ordinal)
        .Replace(" van den ", " ", StringComparison.Ordinal)
        .Replace(" de la ", " ", StringComparison.Ordinal);

    /// <summary>Signs that only one of the languages writes.</summary>
    private static TextLanguage? BySigns(string question) =>
        question.Contains('¿', StringComparison.Ordinal) || question.Contains('¡', StringComparison.Ordinal) ? TextLanguage.Spanish
        : question.Contains('ß', StringComparison.Ordinal) ? TextLanguage.German
        : null;

    private static TextLanguage? FirstOf(IEnumerable<string> words, FrozenDictionary<string, TextLanguage> languages)
    {
        foreach (var word in words)
        {
            if (languages.TryGetValue(word, out var language))
            {
                return language;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, TextLanguage> WordsOf(params (TextLanguage Language, string Words)[] languages) =>
        languages.SelectMany(language => language.Words.Split(' ').Select(word => KeyValuePair.Create(word, language.Language))).ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> SetOf(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
