using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Answering.Questions;
using NewsBot.Archive;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Puts an answer together from ranked sentences: the best one, others that add to it, nothing twice, the later of two that differ
/// only in a figure, in order of time where the question asks for a sequence.
/// </summary>
internal static class AnswerComposer
{
    // A further sentence must be nearly as likely to answer as the first, else it only dilutes the answer. Scores are log-odds:
    // 2.5 below the best is a twelfth of its chance.
    private const double LargestGap = 2.5;

    // Two reports within so many days are of one time, and differ; further apart the later one brings the earlier up to date.
    private const int DaysOfOneTime = 2;

    /// <summary>The answer from sentences ranked best first, at least one.</summary>
    public static ExtractiveAnswer Compose(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked, int maximumSentences)
    {
        var chosen = new List<EvidenceSentence>();
        var notes = new List<string>();
        foreach (var (sentence, _, _) in ranked.TakeWhile(scored => scored.Score >= ranked[0].Score - LargestGap))
        {
            Consider(sentence, chosen, notes, maximumSentences);
        }

        if (question.Question.Type is AnswerType.Timeline or AnswerType.List)
        {
            chosen = [.. chosen.OrderBy(sentence => TimeOf(sentence)).ThenBy(sentence => sentence.Range.Start)];
        }

        return new ExtractiveAnswer
        {
            Sentences = [.. chosen.Select(WithAntecedent)],
            Notes = notes,
            ShortAnswer = ShortAnswers.Of(question, chosen[0]),
        };
    }

    private static void Consider(EvidenceSentence sentence, List<EvidenceSentence> chosen, List<string> notes, int maximumSentences)
    {
        for (var i = 0; i < chosen.Count; i++)
        {
            switch (StatementComparison.Compare(chosen[i], sentence))
            {
                case StatementRelation.Same or StatementRelation.OtherFigure when IsCorrection(sentence) != IsCorrection(chosen[i]):
                    var corrected = IsCorrection(sentence) ? sentence : chosen[i];
                    notes.Add($"{Name(corrected)} corrects an earlier report.");
                    chosen[i] = corrected;
                    return;
                case StatementRelation.Same:
                    return;
                case StatementRelation.OtherFigure when !AreOfOneTime(chosen[i], sentence):
                    var (later, earlier) = TimeOf(sentence) > TimeOf(chosen[i]) ? (sentence, chosen[i]) : (chosen[i], sentence);
                    notes.Add($"An earlier report of {Name(earlier)} gave other figures: “{earlier.Text}”");
                    chosen[i] = later;
                    return;
                case StatementRelation.OtherFigure:
                    notes.Add($"The sources differ: {Name(chosen[i])} and {Name(sentence)} give different figures.");
                    break;
                default:
                    break;
            }
        }

        if (chosen.Count < maximumSentences)
        {
            chosen.Add(sentence);
        }
    }

    private static bool AreOfOneTime(EvidenceSentence one, EvidenceSentence other) =>
        one.Article == other.Article || TimeOf(one) is not { } first || TimeOf(other) is not { } second || Math.Abs((first - second).TotalDays) <= DaysOfOneTime;

    private static DateTimeOffset? TimeOf(EvidenceSentence sentence) => sentence.Article.Hit.Article.Published?.Instant;

    // Agencies mark a corrected re-issue in its headline; the sentence that says what was wrong does so in the text.
    private static bool IsCorrection(EvidenceSentence sentence) =>
        sentence.Article.TitleWords.Any(word => CorrectionStems.Contains(word.Stem));

    private static readonly FrozenSet<string> CorrectionStems = FrozenSet.ToFrozenSet(["correct", "clarif", "clarifi", "erratum", "korrektur", "berichtig", "rectif"], StringComparer.Ordinal);

    private static string Name(EvidenceSentence sentence)
    {
        var article = sentence.Article.Hit.Article;
        var day = article.Published?.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return (article.Source, day) switch
        {
            (null, null) => $"“{article.Title}”",
            (null, _) => day,
            (_, null) => article.Source,
            _ => $"{article.Source}, {day}",
        };
    }

    private static ChosenSentence WithAntecedent(EvidenceSentence sentence)
    {
        var hit = sentence.Article.Hit;
        return sentence.Previous is { } previous && Anaphora.Leads(sentence) && IsNextTo(hit.Article.Text, previous.Range, sentence.Range)
            ? new ChosenSentence(hit, new TextRange(previous.Range.Start, sentence.Range.End))
            : new ChosenSentence(hit, sentence.Range);
    }

    private static bool IsNextTo(string text, TextRange one, TextRange next) => text.AsSpan(one.End, next.Start - one.End).IsWhiteSpace();
}
