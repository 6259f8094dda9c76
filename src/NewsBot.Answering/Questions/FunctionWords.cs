using System.Collections.Frozen;

namespace NewsBot.Answering.Questions;

/// <summary>Words that carry grammar and no topic, in English, German and French, with the words questions are put with.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> Words = (
        "a an the this that these those there here it its itself he him his himself she her hers they them their theirs we us our you your yours i me my mine " +
        "is are was were be been being am do does did doing done has have had having will would shall should can could may might must " +
        "of in on at by to from for with without about into onto over under between among as than then but and or nor not no if so such " +
        "what which who whom whose when where why how much many long old far often ever any some all each also just exactly " +
        "please tell give say know happened happen " +
        "der die das den dem des ein eine einer eines einem einen ist sind war waren wird wurde wurden hat haben hatte und oder nicht von vom zu zum zur mit für auf im in am an bei aus nach über " +
        "wer wen wem wessen was wann wo wohin woher warum wieso weshalb wie viel viele welcher welche welches welchen welchem " +
        "le la les un une des du de d l et ou ne pas est sont était étaient a ont avait dans en sur pour par avec sans au aux ce cette ces il elle ils elles son sa ses " +
        "qui que quoi quand où pourquoi comment combien quel quelle quels quelles")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word, as it stands in a text, carries no topic. "US" in capitals is a country.</summary>
    public static bool Contains(ReadOnlySpan<char> word) =>
        !word.SequenceEqual("US") && Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
