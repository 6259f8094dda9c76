using System.Globalization;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Citations.Marking;
using NewsBot.Archive;

namespace NewsBot.Benchmarks.Checking;

/// <summary>
/// Fits the coefficients and the cut by which words of a claim are marked as not in the source, and prints them with what they reach on articles that
/// the fit did not see: <c>fit-marks FILE…</c>, files of <see cref="MarkedClaim"/>s.
/// </summary>
internal static class FitMarks
{
    private const int Folds = 10;
    private const double Penalty = 1;

    /// <summary>Runs the fit.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var claims = Measure(MarkedClaim.Read(args));
        var folds = claims.Select(claim => claim.Marked.Article).Distinct().Order(StringComparer.Ordinal).Select((article, index) => (article, fold: index % Folds)).ToDictionary(pair => pair.article, pair => pair.fold);
        var all = new MarkScores();
        MarkScores.PrintHeader();
        for (var fold = 0; fold < Folds; fold++)
        {
            var parts = claims.ToLookup(claim => folds[claim.Marked.Article] == fold);
            var fitted = Fitted.To([.. parts[false]]);
            var scores = new MarkScores();
            foreach (var claim in parts[true])
            {
                fitted.Score(claim, scores);
                fitted.Score(claim, all);
            }

            scores.Print("fold " + (fold + 1).ToString(CultureInfo.InvariantCulture), parts[true].Count());
        }

        all.Print("all folds", claims.Count);
        var final = Fitted.To(claims);
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"intercept and coefficients {string.Join(", ", final.Model.Coefficients.Select(value => value.ToString("0.00", CultureInfo.InvariantCulture)))}; cut {final.Cut:0.00}"));
        return Task.FromResult(0);
    }

    private static List<Measured> Measure(IReadOnlyList<MarkedClaim> claims)
    {
        var verifier = new Verifier();
        return [.. claims.Select(claim =>
        {
            var judgement = verifier.Judge(claim.Claim, verifier.Prepare(claim.Source));
            var measures = judgement.MarkMeasures();
            var words = judgement.Match.Claim.Words.Select((word, at) => new MeasuredWord(
                new TextRange(word.Start, word.End),
                word.IsFunction,
                measures[at].ToArray(),
                claim.Tokens.Any(token => token.IsMarked && token.Touches(word.Start, word.End))));
            return new Measured(claim, [.. words]);
        })];
    }

    private sealed record Measured(MarkedClaim Marked, MeasuredWord[] Words);

    private sealed record MeasuredWord(TextRange Range, bool IsFunction, double[] Inputs, bool IsMarked);

    private sealed record Fitted(LogisticRegression Model, double Cut)
    {
        public static Fitted To(IReadOnlyList<Measured> claims)
        {
            var model = LogisticRegression.Fit([.. claims.SelectMany(claim => claim.Words).Select(word => new FitExample(word.Inputs, word.IsMarked, 1))], Penalty);
            var cut = Enumerable.Range(-20, 26).Select(tenth => tenth / 10.0).MaxBy(cut => F1(new Fitted(model, cut), claims));
            return new Fitted(model, cut);
        }

        public void Score(Measured claim, MarkScores scores)
        {
            var isMarked = MarkModel.Runs([.. claim.Words.Select(word => Model.LogOdds(word.Inputs) - Cut)]);
            var marks = MarkModel.Ranges([.. claim.Words.Select(word => word.Range)], isMarked);
            scores.Add(claim.Marked, marks, token => claim.Words.Any(word => word.IsFunction && token.Touches(word.Range.Start, word.Range.End)));
        }

        private static double F1(Fitted fitted, IReadOnlyList<Measured> claims)
        {
            var scores = new MarkScores();
            foreach (var claim in claims)
            {
                fitted.Score(claim, scores);
            }

            return scores.OfWords;
        }
    }
}
