using System.Collections.Frozen;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Util;

namespace NewsBot.Retrieval.Text;

/// <summary>Words that questions leave out: function words and the words that only make a sentence a question.</summary>
internal static class StopWords
{
    private const string English =
        "a about above after again all also although always am an and any are aren't as at be became because been before being below between both but by "
        + "can cannot can't could couldn't did didn't do does doesn't doing don't done down during each either else ever every few for from further get gets "
        + "got had hadn't has hasn't have haven't having he her here hers herself him himself his how however i i'm i'd i'll i've if in into is isn't it it's its "
        + "itself just let let's me might more most much must my myself neither no nor not now of off on once one's only onto or other our ours ourselves out "
        + "over own per please rather same shall she should shouldn't since so some such than that that's the their theirs them themselves then there "
        + "there's these they they're this those though through thus to too under until up upon us very was wasn't we we're were weren't what what's "
        + "whatever when where whether which while who who's whom whose why will with within without won't would wouldn't yes yet you you're your "
        + "yours yourself many tell anyone someone something anything";

    private const string GermanQuestions = "welche welcher welches welchen welchem wie viele viel wieviele wo wohin woher wann warum wieso weshalb wer wen wem wessen was seit bitte gibt";
    private const string FrenchQuestions = "quel quelle quels quelles qui que quoi où quand comment combien pourquoi est-ce lequel laquelle lesquels lesquelles depuis selon a-t il elle sest-il sest est-il";
    private const string SpanishQuestions = "qué cuál cuáles quién quiénes cuándo dónde cómo cuánto cuántos cuánta cuántas por";
    private const string ItalianQuestions = "quale quali chi cosa quando dove come quanto quanti quanta quante perché";
    private const string PortugueseQuestions = "qual quais quem quando onde como quanto quantos quanta quantas porque";
    private const string DutchQuestions = "welke welk wie wat waar wanneer hoe hoeveel waarom";
    private const string RussianQuestions = "кто что какой какая какое какие когда где как сколько почему";

    /// <summary>The stop words of a language, in lower case, without apostrophes and diacritics folded.</summary>
    public static FrozenSet<string> Of(TextLanguage language) => language switch
    {
        TextLanguage.English => Set(null, English),
        TextLanguage.German => Set(GermanAnalyzer.DefaultStopSet, GermanQuestions),
        TextLanguage.French => Set(FrenchAnalyzer.DefaultStopSet, FrenchQuestions),
        TextLanguage.Spanish => Set(SpanishAnalyzer.DefaultStopSet, SpanishQuestions),
        TextLanguage.Italian => Set(ItalianAnalyzer.DefaultStopSet, ItalianQuestions),
        TextLanguage.Portuguese => Set(PortugueseAnalyzer.DefaultStopSet, PortugueseQuestions),
        TextLanguage.Dutch => Set(DutchAnalyzer.DefaultStopSet, DutchQuestions),
        TextLanguage.Russian => Set(RussianAnalyzer.DefaultStopSet, RussianQuestions),
        _ => [],
    };

    private static FrozenSet<string> Set(CharArraySet? fromLucene, string own)
    {
        var words = own.Split(' ').Concat(fromLucene is null ? [] : fromLucene.Select(word => word));
        return words.Select(word => WordForms.Fold(word.Replace("'", "", StringComparison.Ordinal))).ToFrozenSet(StringComparer.Ordinal);
    }
}
