using System.Globalization;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>
/// Scores what the prefetches found by a formula over their scores and the payload. One candidate without a value that the formula
/// wants, and for which it states no default, fails the whole query; so does a null, default or not.
/// </summary>
internal sealed class FormulaEvaluation(Formula formula, IReadOnlyList<IReadOnlyList<Scored>> found, FilterMatching filters)
{
    private readonly List<Dictionary<StoredPoint, double>> scores = [.. found.Select(list => list.ToDictionary(scored => scored.Point, scored => scored.Score))];

    public Dictionary<StoredPoint, double> Score()
    {
        FormulaChecks.Check(formula.Expression);
        return found.SelectMany(list => list).Select(scored => scored.Point).Distinct()
            .ToDictionary(point => point, point => Value(formula.Expression, point));
    }

    private double Value(Expression expression, StoredPoint point)
    {
        double Inner(Expression inner) => Value(inner, point);
        return expression.VariantCase switch
        {
            Expression.VariantOneofCase.Constant => expression.Constant,
            Expression.VariantOneofCase.Variable => Variable(expression.Variable, point),
            Expression.VariantOneofCase.Condition => filters.Matches(expression.Condition, point) ? 1 : 0,
            Expression.VariantOneofCase.Datetime => Seconds(Instants.Microseconds(expression.Datetime)!.Value),
            Expression.VariantOneofCase.DatetimeKey => Date(expression.DatetimeKey, point),
            Expression.VariantOneofCase.Mult => expression.Mult.Mult.Aggregate(1.0, (product, factor) => product * Inner(factor)),
            Expression.VariantOneofCase.Sum => expression.Sum.Sum.Sum(Inner),
            Expression.VariantOneofCase.Max => expression.Max.Max.Max(Inner),
            Expression.VariantOneofCase.Min => expression.Min.Min.Min(Inner),
            Expression.VariantOneofCase.Div => Divide(expression.Div, Inner),
            Expression.VariantOneofCase.Neg => -Inner(expression.Neg),
            Expression.VariantOneofCase.Abs => Math.Abs(Inner(expression.Abs)),
            Expression.VariantOneofCase.Sqrt => Finite(Math.Sqrt(Inner(expression.Sqrt)), () => $"√{Show(Inner(expression.Sqrt))}"),
            Expression.VariantOneofCase.Pow => Finite(
                Math.Pow(Inner(expression.Pow.Base), Inner(expression.Pow.Exponent)),
                () => $"{Show(Inner(expression.Pow.Base))}^{Show(Inner(expression.Pow.Exponent))}"),
            Expression.VariantOneofCase.Exp => Finite(Math.Exp(Inner(expression.Exp)), () => $"exp({Show(Inner(expression.Exp))})"),
            Expression.VariantOneofCase.Log10 => Finite(Math.Log10(Inner(expression.Log10)), () => $"log10({Show(Inner(expression.Log10))})"),
            Expression.VariantOneofCase.Ln => Finite(Math.Log(Inner(expression.Ln)), () => $"ln({Show(Inner(expression.Ln))})"),
            Expression.VariantOneofCase.ExpDecay => Decay.Exponential(expression.ExpDecay, Inner),
            Expression.VariantOneofCase.GaussDecay => Decay.Gaussian(expression.GaussDecay, Inner),
            Expression.VariantOneofCase.LinDecay => Decay.Linear(expression.LinDecay, Inner),
            _ => throw Refusal.NotPlayed($"{expression.VariantCase} in formulas"),
        };
    }

    private double Variable(string name, StoredPoint point)
    {
        if (FormulaChecks.ScoreIndex(name) is { } index)
        {
            return index < scores.Count && scores[index].TryGetValue(point, out var score) ? score
                : formula.Defaults.TryGetValue(name, out var missing) ? Ranges.Number(missing) ?? 0
                : 0;
        }

        var value = Lookup(name, point) ?? throw Expected("number", name, "No value found in a payload nor defaults");
        return Ranges.Number(value) ?? throw Expected("number", name, "Value is not a number");
    }

    private double Date(string name, StoredPoint point)
    {
        var value = Lookup(name, point) ?? throw Expected("datetime", name, "No value found in a payload nor defaults");
        var instant = value.KindCase == QdrantWire.Value.KindOneofCase.StringValue ? Instants.Microseconds(value.StringValue) : null;
        return Seconds(instant ?? throw Expected("datetime", name, "input contains invalid characters"));
    }

    private Value? Lookup(string name, StoredPoint point) =>
        PayloadPath.Parse(name).FindOpened(point.Payload).FirstOrDefault() ?? formula.Defaults.GetValueOrDefault(name);

    private static double Divide(DivExpression division, Func<Expression, double> inner)
    {
        var (left, right) = (inner(division.Left), inner(division.Right));
        return left == 0 ? 0
            : right == 0 && division.HasByZeroDefault ? division.ByZeroDefault
            : Finite(left / right, () => $"{Show(left)}/{Show(right)}");
    }

    private static double Finite(double value, Func<string> expression) => double.IsFinite(value)
        ? value
        : throw Refusal.WrongInput($"The expression {expression()} = {Show(value)} produced a non-finite number");

    private static string Show(double value) =>
        double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : value.ToString(CultureInfo.InvariantCulture);

    private static double Seconds(long microseconds) => microseconds / 1e6;

    private static Exception Expected(string kind, string name, string problem) =>
        Refusal.WrongInput($"Expected {kind} value for {name} in the payload and/or in the formula defaults. Error: {problem}");
}

/// <summary>How a value falls off with its distance from a target: to the midpoint at one scale's distance.</summary>
internal static class Decay
{
    public static double Exponential(DecayParamsExpression decay, Func<Expression, double> value) =>
        Math.Exp(Math.Log(Midpoint(decay)) / Scale(decay) * Math.Abs(Distance(decay, value)));

    public static double Gaussian(DecayParamsExpression decay, Func<Expression, double> value) =>
        Math.Exp(Math.Log(Midpoint(decay)) / Math.Pow(Scale(decay), 2) * Math.Pow(Distance(decay, value), 2));

    public static double Linear(DecayParamsExpression decay, Func<Expression, double> value) =>
        Math.Max(0, 1 - ((1 - Midpoint(decay)) / Scale(decay) * Math.Abs(Distance(decay, value))));

    private static double Distance(DecayParamsExpression decay, Func<Expression, double> value) =>
        value(decay.X) - (decay.Target is null ? 0 : value(decay.Target));

    private static double Midpoint(DecayParamsExpression decay) => decay.HasMidpoint ? decay.Midpoint : 0.5;

    private static double Scale(DecayParamsExpression decay) => decay.HasScale ? decay.Scale : 1;
}
