namespace NewsBot.Answering.Extractive;

/// <summary>The words of a figure in a sentence, with its currency and unit.</summary>
internal static class FigureText
{
    // A scale, an adjective of the currency and the currency: "mln Australian dlrs".
    private const int LongestUnit = 3;

    /// <summary>The figure at a run of words.</summary>
    public static string Of(EvidenceSentence sentence, int first, int last)
    {
        var (text, words) = (sentence.Article.Hit.Article.Text, sentence.Words);
        var begin = first > 0 && text[words[first - 1].Range.Start] is '$' or '£' or '€' or '¥' ? first - 1 : first;
        return text[words[begin].Range.Start..words[LastOfUnit(text, words, last)].Range.End];
    }

    /// <summary>The first figure of a sentence that another one does not have, or null.</summary>
    public static string? Of(EvidenceSentence sentence, EvidenceSentence other)
    {
        var known = other.Words.Where(word => word.IsNumber).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (sentence.Words[i].IsNumber && !known.Contains(sentence.Words[i].Stem))
            {
                return Of(sentence, i, i);
            }
        }

        return null;
    }

    private static int LastOfUnit(string text, IReadOnlyList<Word> words, int last)
    {
        for (var reach = Math.Min(LongestUnit, words.Count - 1 - last); reach > 0; reach--)
        {
            var word = words[last + reach];
            var isUnit = SpanVocabulary.MoneyStems.Contains(word.Stem) || SpanVocabulary.PercentStems.Contains(word.Stem)
                || SpanVocabulary.ScaleStems.Contains(word.Stem) || SpanVocabulary.DurationStems.Contains(word.Stem);
            var isUnbroken = !words.Skip(last + 1).Take(reach).Any(between => between.Kind == WordKind.Punctuation && text[between.Range.Start] is not ('.' or '-' or '%'));
            if (isUnit && isUnbroken)
            {
                return last + reach;
            }
        }

        return last;
    }
}
