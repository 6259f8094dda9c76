using System.Globalization;
using System.Text;

namespace NewsBot.Retrieval.Evaluation;

/// <summary>Two runs over the same questions beside each other: what each measure gained, whether beyond chance, and which questions moved most.</summary>
/// <param name="Before">The run to compare with.</param>
/// <param name="Now">The run that may be better.</param>
public sealed record RunComparison(RetrievalReport Before, RetrievalReport Now)
{
    private const int MovesListed = 10;
    private const int Unranked = RetrievalEvaluation.Depth + 1;

    /// <summary>The measures with their gains, over the judged questions that both runs have.</summary>
    public IReadOnlyList<MeasureGain> Gains =>
    [
        Measure("hit@1", outcome => outcome.HitAt(1)),
        Measure("hit@10", outcome => outcome.HitAt(RetrievalEvaluation.Depth)),
        Measure("MRR@10", outcome => outcome.ReciprocalRank),
        Measure("nDCG@10", outcome => outcome.Ndcg),
    ];

    /// <summary>The questions whose first relevant article moved, by how much its reciprocal rank changed.</summary>
    public IReadOnlyList<QuestionMove> Moves => Pairs
        .Where(pair => pair.Before.ReciprocalRank != pair.Now.ReciprocalRank)
        .OrderByDescending(pair => Math.Abs(pair.Before.ReciprocalRank - pair.Now.ReciprocalRank))
        .ThenBy(pair => pair.Now.Question.Id, StringComparer.Ordinal)
        .Select(pair => new QuestionMove(pair.Now.Question, RankOf(pair.Before), RankOf(pair.Now)))
        .ToList();

    private IReadOnlyList<(QuestionOutcome Before, QuestionOutcome Now)> Pairs
    {
        get
        {
            var before = Before.Outcomes.Where(outcome => outcome.IsJudged).ToDictionary(outcome => outcome.Question.Id, StringComparer.Ordinal);
            return Now.Outcomes
                .Where(outcome => outcome.IsJudged && before.ContainsKey(outcome.Question.Id))
                .Select(outcome => (before[outcome.Question.Id], outcome))
                .ToList();
        }
    }

    /// <summary>The comparison as people read it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"",-9}{"before",8}{"now",8}   gain, 95 % interval");
        foreach (var gain in Gains)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{gain.Name,-9}{gain.Before,8:F3}{gain.Now,8:F3}   {gain.Gain}  {Verdict(gain.Gain)}");
        }

        foreach (var move in Moves.Take(MovesListed))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"rank {Rank(move.Before),2} → {Rank(move.Now),2}  {move.Question.Id}  {move.Question.Question}");
        }

        return text.ToString();

        static string Rank(int? rank) => rank?.ToString(CultureInfo.InvariantCulture) ?? "-";
    }

    private static string Verdict(PairedGain gain) => gain.IsBetter ? "better beyond chance" : gain.IsWorse ? "worse beyond chance" : "no difference beyond chance";

    private static int? RankOf(QuestionOutcome outcome) => outcome.Ranks.Count > 0 && outcome.Ranks[0] < Unranked ? outcome.Ranks[0] : null;

    private MeasureGain Measure(string name, Func<QuestionOutcome, double> measure)
    {
        var pairs = Pairs;
        return new MeasureGain(
            name,
            pairs.Select(pair => measure(pair.Before)).DefaultIfEmpty().Average(),
            pairs.Select(pair => measure(pair.Now)).DefaultIfEmpty().Average(),
            PairedBootstrap.Compare(Before, Now, measure));
    }
}

/// <summary>One measure in two runs.</summary>
/// <param name="Name">The measure.</param>
/// <param name="Before">Its mean in the earlier run.</param>
/// <param name="Now">Its mean in the later one.</param>
/// <param name="Gain">The difference, paired by question.</param>
public sealed record MeasureGain(string Name, double Before, double Now, PairedGain Gain);

/// <summary>A question whose first relevant article moved.</summary>
/// <param name="Question">The question.</param>
/// <param name="Before">The rank before, from 1; null where it was not among the first ten.</param>
/// <param name="Now">The rank now.</param>
public sealed record QuestionMove(EvaluationQuestion Question, int? Before, int? Now);
