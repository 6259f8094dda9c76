using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>What a formula must be before any candidate is looked at.</summary>
internal static partial class FormulaChecks
{
    public static void Check(Expression? expression)
    {
        switch (expression?.VariantCase)
        {
            case null or Expression.VariantOneofCase.None:
                throw Refusal.InvalidArgument(expression is null ? "missing field: expression" : "missing field: variant");
            case Expression.VariantOneofCase.Variable:
                CheckVariable(expression.Variable);
                break;
            case Expression.VariantOneofCase.Datetime when Instants.Microseconds(expression.Datetime) is null:
                throw Refusal.WrongInput("Validation failed: failed to parse date-time not a date: input contains invalid characters");
            case Expression.VariantOneofCase.ExpDecay:
                CheckDecay(expression.ExpDecay);
                break;
            case Expression.VariantOneofCase.GaussDecay:
                CheckDecay(expression.GaussDecay);
                break;
            case Expression.VariantOneofCase.LinDecay:
                CheckDecay(expression.LinDecay);
                break;
        }

        foreach (var part in Parts(expression))
        {
            Check(part);
        }
    }

    /// <summary>The prefetch whose score a variable means, or null for a payload key.</summary>
    public static int? ScoreIndex(string variable) => variable == "$score" ? 0
        : ScoreVariable().Match(variable) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : null;

    private static void CheckVariable(string variable)
    {
        if (ScoreIndex(variable) is not null)
        {
            return;
        }

        if (variable.StartsWith('$'))
        {
            throw Refusal.WrongInput($"Validation failed: failed to parse variable ID {variable}: Invalid reserved variable: {variable}");
        }

        if (PayloadPath.TryParse(variable) is null)
        {
            throw Refusal.WrongInput($"Validation failed: failed to parse variable ID {variable}: Invalid payload variable: {variable}");
        }
    }

    private static void CheckDecay(DecayParamsExpression decay)
    {
        if (decay.HasMidpoint && decay.Midpoint is <= 0 or >= 1)
        {
            throw Refusal.WrongInput(string.Create(CultureInfo.InvariantCulture, $"Validation failed: Decay midpoint should be in the range (0.0, 1.0), got {decay.Midpoint}."));
        }

        if (decay.HasScale && decay.Scale <= 0)
        {
            throw Refusal.WrongInput(string.Create(CultureInfo.InvariantCulture, $"Validation failed: Decay scale should be non-zero positive, got {decay.Scale}."));
        }
    }

    private static IEnumerable<Expression?> Parts(Expression expression) => expression.VariantCase switch
    {
        Expression.VariantOneofCase.Mult => expression.Mult.Mult,
        Expression.VariantOneofCase.Sum => expression.Sum.Sum,
        Expression.VariantOneofCase.Max => expression.Max.Max,
        Expression.VariantOneofCase.Min => expression.Min.Min,
        Expression.VariantOneofCase.Div => [expression.Div.Left, expression.Div.Right],
        Expression.VariantOneofCase.Pow => [expression.Pow.Base, expression.Pow.Exponent],
        Expression.VariantOneofCase.Neg => [expression.Neg],
        Expression.VariantOneofCase.Abs => [expression.Abs],
        Expression.VariantOneofCase.Sqrt => [expression.Sqrt],
        Expression.VariantOneofCase.Exp => [expression.Exp],
        Expression.VariantOneofCase.Log10 => [expression.Log10],
        Expression.VariantOneofCase.Ln => [expression.Ln],
        Expression.VariantOneofCase.ExpDecay => DecayParts(expression.ExpDecay),
        Expression.VariantOneofCase.GaussDecay => DecayParts(expression.GaussDecay),
        Expression.VariantOneofCase.LinDecay => DecayParts(expression.LinDecay),
        _ => [],
    };

    private static IEnumerable<Expression?> DecayParts(DecayParamsExpression decay) => decay.Target is null ? [decay.X] : [decay.X, decay.Target];

    [GeneratedRegex(@"^\$score\[(\d{1,6})\]$", RegexOptions.NonBacktracking)]
    private static partial Regex ScoreVariable();
}
