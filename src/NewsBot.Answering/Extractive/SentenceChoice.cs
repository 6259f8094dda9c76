using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Chooses among ranked sentences those worth showing, and notes where sources differ in a figure: of reports of one time both are shown, the
/// later or corrected one first; of reports of different times the later one is shown and the earlier figure noted. For one answer.
/// </summary>
internal sealed class SentenceChoice(AskedQuestion question, int maximumSentences)
{
    // Two reports within so many days are of one time, and differ; further apart the later one brings the earlier up to date.
    private const int DaysOfOneTime = 2;

    private static readonly FrozenSet<string> CorrectionStems = FrozenSet.ToFrozenSet(["correct", "clarif", "clarifi", "erratum", "korrektur", "berichtig", "rectif"], StringComparer.Ordinal);

    private readonly List<EvidenceSentence> chosen = [];
    private readonly List<(EvidenceSentence First, EvidenceSentence Second)> differing = [];
    private readonly List<string> notes = [];

    /// <summary>The sentences chosen so far, best first.</summary>
    public IReadOnlyList<EvidenceSentence> Sentences => chosen;

    /// <summary>What the reader should know of how the sources stand to each other.</summary>
    public IReadOnlyList<string> Notes() =>
    [
        .. notes,
        .. differing
            .Where(pair => chosen.Contains(pair.First) && chosen.Contains(pair.Second))
            .Select(pair => $"The sources differ: {Figure(pair.First, pair.Second)}; {Figure(pair.Second, pair.First)}."),
    ];

    /// <summary>Takes a sentence in, in place of another, or not at all. Sentences come best first.</summary>
    public void Consider(EvidenceSentence sentence)
    {
        for (var i = 0; i < chosen.Count; i++)
        {
            var relation = StatementComparison.Compare(chosen[i], sentence);
            if (relation != StatementRelation.Different && IsCorrection(sentence) != IsCorrection(chosen[i]))
            {
                var (corrected, earlier) = IsCorrection(sentence) ? (sentence, chosen[i]) : (chosen[i], sentence);
                notes.Add($"{corrected.Article.Name} corrects an earlier report{Former(earlier, corrected)}.");
                chosen[i] = corrected;
                return;
            }

            if (relation == StatementRelation.Same || (relation == StatementRelation.OtherFigure && !AsksForFigure))
            {
                // What is so today the later of two reports tells.
                chosen[i] = question.IsOfToday && sentence.Article.Time > chosen[i].Article.Time ? sentence : chosen[i];
                return;
            }

            if (relation == StatementRelation.OtherFigure && sentence.Article != chosen[i].Article && !TakeBeside(sentence, i))
            {
                return;
            }
        }

        if (chosen.Count < maximumSentences)
        {
            chosen.Add(sentence);
        }
    }

    private bool AsksForFigure => question.Type.IsFigure() || question.Type is AnswerType.Date or AnswerType.YesNo;

    // Whether both are to be shown; else the later one stands for both now.
    private bool TakeBeside(EvidenceSentence sentence, int other)
    {
        if (!AreOfOneTime(chosen[other], sentence))
        {
            var (later, earlier) = sentence.Article.Time > chosen[other].Article.Time ? (sentence, chosen[other]) : (chosen[other], sentence);
            notes.Add($"An earlier report gave another figure: {Figure(earlier, later)}.");
            chosen[other] = later;
            return false;
        }

        var isLater = sentence.Article.Time > chosen[other].Article.Time;
        differing.Add(isLater ? (sentence, chosen[other]) : (chosen[other], sentence));
        if (isLater && chosen.Count < maximumSentences)
        {
            chosen.Insert(other, sentence);
            return false;
        }

        return true;
    }

    private static bool AreOfOneTime(EvidenceSentence one, EvidenceSentence other) =>
        one.Article.Time is not { } first || other.Article.Time is not { } second || Math.Abs((first - second).TotalDays) <= DaysOfOneTime;

    // Agencies mark a corrected re-issue in its headline; the sentence that says what was wrong does so in the text.
    private static bool IsCorrection(EvidenceSentence sentence) => sentence.Article.TitleWords.Any(word => CorrectionStems.Contains(word.Stem));

    private static string Figure(EvidenceSentence sentence, EvidenceSentence other) =>
        string.Create(CultureInfo.InvariantCulture, $"{sentence.Article.Name}: {FigureText.Of(sentence, other) ?? $"“{sentence.Text}”"}");

    private static string Former(EvidenceSentence earlier, EvidenceSentence corrected) => FigureText.Of(earlier, corrected) is { } figure ? $" ({figure})" : "";
}
