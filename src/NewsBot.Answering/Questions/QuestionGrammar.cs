using System.Collections.Frozen;
using NewsBot.Retrieval.Text;

namespace NewsBot.Answering.Questions;

/// <summary>The words by which a language puts questions. All in lower case.</summary>
internal sealed class QuestionGrammar
{
    /// <summary>How English puts questions.</summary>
    public static QuestionGrammar English { get; } = new()
    {
        KindWords = Kinds((AnswerType.Person, "who whom whose whos"), (AnswerType.Date, "when"), (AnswerType.Place, "where"), (AnswerType.Reason, "why")),
        WhichWords = Set("what which whats wat"),
        HowWords = Set("how"),
        Copulas = Set("is was are were"),
        Auxiliaries = Set("is are was were do does did has have had can could will would should"),
    };

    private static readonly QuestionGrammar German = new()
    {
        KindWords = Kinds((AnswerType.Person, "wer wen wem wessen"), (AnswerType.Date, "wann"), (AnswerType.Place, "wo woher wohin"), (AnswerType.Reason, "warum wieso weshalb")),
        WhichWords = Set("was welche welcher welches welchen welchem"),
        HowWords = Set("wie"),
        Copulas = Set("ist sind war waren"),
        Auxiliaries = Set("ist sind war waren hat haben hatte wird wurde wurden kann"),
    };

    private static readonly QuestionGrammar French = new()
    {
        KindWords = Kinds((AnswerType.Person, "qui"), (AnswerType.Date, "quand"), (AnswerType.Place, "où"), (AnswerType.Reason, "pourquoi")),
        WhichWords = Set("quel quelle quels quelles que quoi"),
        HowWords = Set("combien comment"),
        Copulas = Set("est sont était"),
        Auxiliaries = Set("est sont était a ont avait"),
    };

    /// <summary>Words that ask for one kind of thing whatever follows.</summary>
    public required FrozenDictionary<string, AnswerType> KindWords { get; init; }

    /// <summary>Words that ask for the thing named by the noun that follows.</summary>
    public required FrozenSet<string> WhichWords { get; init; }

    /// <summary>Words that ask for a degree, told by the word that follows.</summary>
    public required FrozenSet<string> HowWords { get; init; }

    /// <summary>Forms of "to be" after "what".</summary>
    public required FrozenSet<string> Copulas { get; init; }

    /// <summary>Words that begin a question to be answered with yes or no, and end the noun phrase of any other.</summary>
    public required FrozenSet<string> Auxiliaries { get; init; }

    /// <summary>The grammar of a language; English for one without a table.</summary>
    public static QuestionGrammar Of(TextLanguage language) => language switch
    {
        TextLanguage.German => German,
        TextLanguage.French => French,
        _ => English,
    };

    /// <summary>Whether a question can be put with a word.</summary>
    public bool IsQuestionWord(string word) => KindWords.ContainsKey(word) || WhichWords.Contains(word) || HowWords.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, AnswerType> Kinds(params (AnswerType Type, string Words)[] rows) => rows
        .SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Type)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
