using static NewsBot.Answering.Extractive.SpanVocabulary;

namespace NewsBot.Answering.Extractive;

/// <summary>Finds the words in a sentence that introduce a cause or a purpose.</summary>
internal static class ReasonSpans
{
    // What came before mostly is the cause: "Trains will not run, after a storm tore away the wall".
    private const double WhatCameBefore = 0.5;

    /// <summary>The words, in order.</summary>
    public static IEnumerable<AnswerSpan> Find(WeighedQuestion question, EvidenceSentence sentence) =>
        SpanFinder.Runs(question, sentence.Words, position => CertaintyAt(sentence, position));

    // "A procession led by a tuba" gives no reason, "this led to the delay" does.
    private static double CertaintyAt(EvidenceSentence sentence, int at) => sentence.Words[at].Stem switch
    {
        "led" or "lead" => at + 1 < sentence.Words.Count && sentence.Words[at + 1].Stem == "to" ? 1 : 0,
        "after" or "nach" or "apr" => at > 0 ? WhatCameBefore : 0,
        var stem => (sentence.Article.IsFrench ? FrenchReasonStems : ReasonStems).Contains(stem) ? 1 : 0,
    };
}
