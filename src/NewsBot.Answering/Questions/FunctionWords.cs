using System.Collections.Frozen;
using NewsBot.Retrieval.Text;

namespace NewsBot.Answering.Questions;

/// <summary>Words that carry grammar and no topic, with the words questions are put with and those of small talk around them.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> English = Set(
        "a an the this that these those there here it its itself he him his himself she her hers they them their theirs we us our you your yours i me my mine " +
        "is are was were be been being am do does did doing done has have had having will would shall should can could may might must " +
        "of in on at by to from for with without about into onto over under between among as than then but and or nor not no if so such " +
        "what which who whom whose when where why how much many long old far often ever any some all each also just exactly " +
        "please tell give say know happened happen " +
        "hi hey hello lol thx thanks ty pls plz sorry guys folks anyone anybody somebody wonder wondering curious ok okay um wat whats whos apparently actually really right " +
        // Of names taken from other languages: "La Paz", "Le Monde".
        "la le les los las el de du der");

    private static readonly FrozenSet<string> German = Set(
        "der die das den dem des ein eine einer eines einem einen ist sind war waren wird wurde wurden hat haben hatte und oder nicht von vom zu zum zur mit für auf im in am an bei aus nach über " +
        "wer wen wem wessen was wann wo wohin woher warum wieso weshalb wie viel viele welcher welche welches welchen welchem bitte hallo danke");

    private static readonly FrozenSet<string> French = Set(
        "le la les un une des du de d l et ou ne pas est sont était étaient a ont avait dans en sur pour par avec sans au aux ce cette ces il elle ils elles son sa ses " +
        "qui que quoi quand où pourquoi comment combien quel quelle quels quelles bonjour merci");

    /// <summary>Whether a word, as it stands in a question of a language, carries no topic. "US" in capitals is a country.</summary>
    public static bool Contains(ReadOnlySpan<char> word, TextLanguage language) => !word.SequenceEqual("US") && (language switch
    {
        TextLanguage.German => German,
        TextLanguage.French => French,
        _ => English,
    }).GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a word carries no topic in any of the languages.</summary>
    public static bool Contains(ReadOnlySpan<char> word) =>
        Contains(word, TextLanguage.English) || Contains(word, TextLanguage.German) || Contains(word, TextLanguage.French);

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
