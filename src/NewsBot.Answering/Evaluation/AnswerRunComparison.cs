using System.Globalization;
using System.Text;
using NewsBot.Retrieval.Evaluation;

namespace NewsBot.Answering.Evaluation;

/// <summary>What one question of a run gave, as far as two runs are compared.</summary>
/// <param name="Id">The question.</param>
/// <param name="Question">Its words.</param>
/// <param name="IsAnswerable">Whether the archive answers it.</param>
/// <param name="IsAnswered">Whether an answer was given.</param>
/// <param name="Contains">Whether the answer holds an accepted short answer.</param>
public sealed record AnsweredQuestion(string Id, string Question, bool IsAnswerable, bool IsAnswered, bool Contains)
{
    /// <summary>The same of a judgement.</summary>
    public static AnsweredQuestion Of(AnswerJudgement judged) => new(judged.Question.Id, judged.Question.Question, judged.IsAnswerable, judged.IsAnswered, judged.Contains);

    /// <summary>Whether it went as it should: answered rightly, or refused where the archive has nothing.</summary>
    public bool IsRight => IsAnswerable ? Contains : !IsAnswered;
}

/// <summary>Two runs of answers over the same questions beside each other, paired by question.</summary>
/// <param name="Before">The earlier run.</param>
/// <param name="Now">The later one.</param>
public sealed record AnswerRunComparison(IReadOnlyList<AnsweredQuestion> Before, IReadOnlyList<AnsweredQuestion> Now)
{
    private const int MovesListed = 10;

    /// <summary>The measures with their gains, over the questions that both runs have.</summary>
    public IReadOnlyList<MeasureGain> Gains =>
    [
        Measure("contained", one => one.IsAnswerable, one => one.Contains),
        Measure("absent refused", one => !one.IsAnswerable, one => !one.IsAnswered),
        Measure("answerable refused", one => one.IsAnswerable, one => !one.IsAnswered),
    ];

    /// <summary>The questions that went right in one run and wrong in the other.</summary>
    public IReadOnlyList<(AnsweredQuestion Question, bool IsRightNow)> Moves =>
        Pairs(_ => true).Where(pair => pair.Before.IsRight != pair.Now.IsRight).Select(pair => (pair.Now, pair.Now.IsRight)).ToList();

    /// <summary>The comparison as people read it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"",-19}{"before",8}{"now",8}   difference, 95 % interval");
        foreach (var gain in Gains)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{gain.Name,-19}{gain.Before,8:F3}{gain.Now,8:F3}   {gain.Gain}  {(gain.Gain.IsBetter || gain.Gain.IsWorse ? "beyond chance" : "within chance")}");
        }

        foreach (var (question, isRightNow) in Moves.Take(MovesListed))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{(isRightNow ? "right now " : "wrong now ")} {question.Id}  {question.Question}");
        }

        return text.ToString();
    }

    private MeasureGain Measure(string name, Func<AnsweredQuestion, bool> counts, Func<AnsweredQuestion, bool> holds)
    {
        var pairs = Pairs(counts);
        return new MeasureGain(
            name,
            pairs.Select(pair => holds(pair.Before) ? 1d : 0).DefaultIfEmpty().Average(),
            pairs.Select(pair => holds(pair.Now) ? 1d : 0).DefaultIfEmpty().Average(),
            PairedBootstrap.Of([.. pairs.Select(pair => (holds(pair.Now) ? 1d : 0) - (holds(pair.Before) ? 1d : 0))]));
    }

    private List<(AnsweredQuestion Before, AnsweredQuestion Now)> Pairs(Func<AnsweredQuestion, bool> counts)
    {
        var before = Before.DistinctBy(one => one.Id, StringComparer.Ordinal).ToDictionary(one => one.Id, StringComparer.Ordinal);
        return Now.Where(one => counts(one) && before.ContainsKey(one.Id)).Select(one => (before[one.Id], one)).ToList();
    }
}
