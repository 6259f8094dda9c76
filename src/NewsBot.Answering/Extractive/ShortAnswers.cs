using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Finds the short answer in a sentence: the date, the figure with its unit, the name. Only where it is certain: one candidate of the
/// kind asked for, or one that stands much nearer to the question's words than any other.
/// </summary>
internal static class ShortAnswers
{
    private const double LeastCertainty = 0.9;

    // Nearness falls off with e in six words; a third nearer is about two words.
    private const double ClearLead = 1.35;

    // "Will not, as it seems, open".
    private const int WordsToDeny = 4;

    /// <summary>The short answer, a part of the sentence's text, or null.</summary>
    public static string? Of(WeighedQuestion question, EvidenceSentence sentence)
    {
        var type = question.Question.Type;
        if (!(type.IsFigure() || type.IsName() || type == AnswerType.Date))
        {
            return null;
        }

        var text = sentence.Article.Hit.Article.Text;
        var spans = SpanFinder.Find(question, sentence)
            .Where(span => span.Certainty >= LeastCertainty && !IsOfTheSaying(question, sentence, span))
            .Select(span => (span, near: SpanFit.Closeness(question, sentence, span)))
            .OrderByDescending(pair => pair.near)
            .ToList();
        var isClear = spans.Count == 1 || (spans.Count > 1 && spans[0].near >= ClearLead * spans[1].near);
        if (!isClear || !CountsWhatIsAsked(question, sentence, spans[0].span) || !IsSaidInTheQuestionsWords(question, sentence) || IsDenied(question, sentence))
        {
            return null;
        }

        return TextOf(type, text, sentence, spans[0].span);
    }

    // "When will it open?" is not answered by the day in "The builders said on Thursday that it will open".
    private static bool IsOfTheSaying(WeighedQuestion question, EvidenceSentence sentence, AnswerSpan span)
    {
        var verb = sentence.Words.Take(span.First).LastOrDefault(word => !word.IsStopWord || SpanVocabulary.SayingStems.Contains(word.Stem));
        return question.Question.Type == AnswerType.Date && SpanVocabulary.SayingStems.Contains(verb.Stem ?? "") && question.PositionOf(verb.Stem!) < 0;
    }

    // "When will it open?" is not answered by "It will not open in 2028 as planned".
    private static bool IsDenied(WeighedQuestion question, EvidenceSentence sentence)
    {
        var text = sentence.Article.Hit.Article.Text;
        return Enumerable.Range(0, sentence.Words.Count).Any(i =>
            question.PositionOf(sentence.Words[i].Stem) >= 0
            && sentence.Words.Skip(i - WordsToDeny).Take(Math.Min(i, WordsToDeny)).Any(word => IsNegation(word.Range.SpanOf(text))));
    }

    private static bool IsNegation(ReadOnlySpan<char> word) =>
        word is "not" or "never" or "cannot" or "nicht" or "nie" or "pas" or "jamais" || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal);

    // "Who won?" is not answered by the name in "The chair beat Desmond Arkle", nor "How many people live here?" by "1,400 people formed a line":
    // a name or a number is what was asked for only where the sentence says so in the question's words or, for a number, in words of the same root.
    private static bool IsSaidInTheQuestionsWords(WeighedQuestion question, EvidenceSentence sentence)
    {
        var matches = sentence.MatchesOf(question);
        return question.Question.Type switch
        {
            var type when type.IsName() => HoldsAllWords(question, i => matches.Exact[i]),
            AnswerType.Number => HoldsAllWords(question, i => matches.Kin[i]),
            _ => true,
        };
    }

    private static bool HoldsAllWords(WeighedQuestion question, Func<int, bool> isHeld) =>
        Enumerable.Range(0, question.Count).All(i => question.Question.Terms[i].IsName || isHeld(i));

    // "How many people crossed?" is not answered by a number of lamps.
    private static bool CountsWhatIsAsked(WeighedQuestion question, EvidenceSentence sentence, AnswerSpan span) =>
        question.Question.Type != AnswerType.Number || question.Question.Focus.Count == 0 || SpanFit.IsCounted(question, sentence, span);

    private static string TextOf(AnswerType type, string text, EvidenceSentence sentence, AnswerSpan span) => type.IsFigure()
        ? FigureText.Of(sentence, span.First, span.Last)
        : text[sentence.Words[span.First].Range.Start..sentence.Words[span.Last].Range.End];
}
