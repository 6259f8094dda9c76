using System.Buffers;
using System.Collections.Frozen;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// Tells the language of a text that does not state it by its commonest words; English where nothing tells. Made for the choice of a stemmer,
/// where a wrong guess costs little: it needs two more words of another language than of English.
/// </summary>
internal static class LanguageGuess
{
    /// <summary>Enough words for a sure guess, few enough to cost nothing at ingest.</summary>
    private const int WordsLookedAt = 40;

    private const int NeededLead = 2;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \n\t,.;:!?\"()'’«»„“”");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Markers = MarkersOf(
        (TextLanguage.English, "the of and to in is was for that on with as by from at are were has have it be this which who what how did when where does many much said"),
        (TextLanguage.German, "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man wer was wann wo welche welcher wurde"),
        (TextLanguage.French, "le la les des et en du une est que qui dans pour par sur au pas plus ne se sont avec il elle ce cette ont aux été son ses quand quel quelle combien comment pourquoi où a-t l'on leur"),
        (TextLanguage.Spanish, "el la los las de del y en que se un una por con para es no al lo como más su sus ha fue han qué cuándo quién dónde cómo cuánto entre está"),
        (TextLanguage.Italian, "il lo la gli le di e che in un una per con del della dei delle è non si sono da al alla nel nella anche come più ha chi quando dove quanto perché"),
        (TextLanguage.Portuguese, "o a os as de do da dos das e em que um uma para com não é no na por mais se foi ao como são quem quando onde quanto qual à"),
        (TextLanguage.Dutch, "de het een van en in is dat op te zijn met voor niet aan er om ook als dan bij uit naar door over wie wat waar wanneer hoe werd wordt heeft"));

    /// <summary>The language of a text.</summary>
    public static TextLanguage Of(ReadOnlySpan<char> text)
    {
        Span<int> votes = stackalloc int[(int)TextLanguage.Other + 1];
        Span<char> lower = stackalloc char[16];
        var words = 0;
        var cyrillic = 0;
        foreach (var range in text.SplitAny(Separators))
        {
            var word = text[range];
            if (word.Length == 0)
            {
                continue;
            }

            cyrillic += word[0] is >= '\u0400' and <= '\u04ff' ? 1 : 0;
            if (word.Length <= lower.Length && Markers.TryGetValue(lower[..word.ToLowerInvariant(lower)], out var languages))
            {
                Vote(votes, languages);
            }

            if (++words == WordsLookedAt)
            {
                break;
            }
        }

        return cyrillic * 2 > words ? TextLanguage.Russian : Winner(votes);
    }

    private static void Vote(Span<int> votes, int languages)
    {
        for (var i = 0; i < votes.Length; i++)
        {
            votes[i] += (languages >> i) & 1;
        }
    }

    private static TextLanguage Winner(ReadOnlySpan<int> votes)
    {
        var best = 0;
        for (var i = 1; i < votes.Length; i++)
        {
            best = votes[i] > votes[best] ? i : best;
        }

        return votes[best] >= votes[(int)TextLanguage.English] + NeededLead ? (TextLanguage)best : TextLanguage.English;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MarkersOf(params (TextLanguage Language, string Words)[] markers) =>
        markers.SelectMany(marker => marker.Words.Split(' ').Select(word => (Word: word, Bit: 1 << (int)marker.Language)))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Aggregate(0, (bits, pair) => bits | pair.Bit), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
