using System.Globalization;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// Whether an article speaks of the days that a question asks about. "What did the council decide in March 2024?" is not answered by what it
/// decided in March 2025, however well the words fit.
/// </summary>
internal sealed class AskedTime
{
    // What is reported of a period appears in the time after it: as long again, at least a week and at most a year.
    private const int LeastGraceDays = 7;
    private const int MostGraceDays = 366;

    // "In March" of an article that appeared within a year means the last March.
    private const int DaysOfBareMonths = 366;

    private const int LongestDateInWords = 4;

    private readonly DateRange period;
    private readonly DateOnly lastReport;
    private readonly bool isOfYears;

    private AskedTime(DateRange period)
    {
        this.period = period;
        lastReport = Later(period.Last, Math.Clamp(period.Last.DayNumber - period.First.DayNumber + 1, LeastGraceDays, MostGraceDays));
        isOfYears = period.Last.DayNumber - period.First.DayNumber >= 364;
    }

    /// <summary>
    /// Leaves out the sentences of articles that neither appeared in the days asked about, nor soon after, nor name them. Only where the question
    /// names the year: "in June" leaves open which one is meant.
    /// </summary>
    public static IEnumerable<EvidenceSentence> Keep(WeighedQuestion question, IEnumerable<EvidenceSentence> sentences)
    {
        if (question.Time is not { } days || !question.Question.Terms.Any(term => term is { IsTime: true, IsNumber: true }))
        {
            return sentences;
        }

        var time = new AskedTime(days);
        var concerned = new Dictionary<ReadArticle, bool>(ReferenceEqualityComparer.Instance);
        return sentences.Where(sentence => concerned.TryGetValue(sentence.Article, out var known) ? known : concerned[sentence.Article] = time.Concerns(sentence.Article));
    }

    private bool Concerns(ReadArticle article) =>
        article.Hit.Article.Published is not { } published
        || (published.Day >= period.First && published.Day <= lastReport)
        || article.Sentences.Select(sentence => sentence.Words).Append(article.TitleWords).Any(words => Names(words, published.Day));

    private bool Names(IReadOnlyList<Word> words, DateOnly published)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (isOfYears ? IsAskedYear(words[i]) : IsAskedMonth(words[i]) && YearBeside(words, i) is var year && (year is null ? IsRecent(published) : HoldsYear(year.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAskedYear(Word word) => DateSpans.IsYear(word) && HoldsYear(int.Parse(word.Stem, CultureInfo.InvariantCulture));

    private bool HoldsYear(int year) => year >= period.First.Year && year <= period.Last.Year;

    private bool IsAskedMonth(Word word) =>
        word.Kind == WordKind.Capitalised && SpanVocabulary.MonthOf(word.Stem) is > 0 and var month
        && Enumerable.Range(0, 12).Any(step => period.First.AddDays(1 - period.First.Day).AddMonths(step) is var first && first.Month == month && first <= period.Last);

    private bool IsRecent(DateOnly published) => published >= period.First && published <= Later(period.Last, DaysOfBareMonths);

    private static int? YearBeside(IReadOnlyList<Word> words, int month)
    {
        for (var i = month + 1; i < Math.Min(words.Count, month + LongestDateInWords); i++)
        {
            if (DateSpans.IsYear(words[i]))
            {
                return int.Parse(words[i].Stem, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static DateOnly Later(DateOnly day, int days) => DateOnly.MaxValue.DayNumber - day.DayNumber > days ? day.AddDays(days) : DateOnly.MaxValue;
}
