using System.Collections.Frozen;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>Units of measure, so that "5 km" and "5,000 metres" are one distance and "5 miles" is another.</summary>
internal static class Measures
{
    // Figures converted from one unit into another are rounded in print: 5 miles are "8 km".
    private const double Rounding = 0.02;

    private static readonly FrozenDictionary<string, (string Dimension, double Factor)> Units = new[]
    {
        ("length", 1_000.0, "km kilometre kilometres kilometer kilometers"), ("length", 1, "metre metres meter meters"), ("length", 0.01, "cm centimetre centimetres centimeter centimeters"),
        ("length", 0.001, "mm millimetre millimetres millimeter millimeters"), ("length", 1_609.344, "mile miles"), ("length", 0.9144, "yard yards"), ("length", 0.3048, "foot feet ft"), ("length", 0.0254, "inch inches"),
        ("weight", 1, "kg kilogram kilograms kilo kilos"), ("weight", 0.001, "gram grams gramme grammes"), ("weight", 1_000, "tonne tonnes"), ("weight", 0.0283495, "ounce ounces oz"),
        ("time", 1, "second seconds"), ("time", 60, "minute minutes"), ("time", 3_600, "hour hours"), ("time", 86_400, "day days"), ("time", 604_800, "week weeks"), ("span", 1, "month months"), ("span", 12, "year years"), ("span", 120, "decade decades"),
        ("area", 10_000, "hectare hectares ha"), ("area", 4_046.86, "acre acres"), ("volume", 1, "litre litres liter liters"), ("volume", 3.78541, "gallon gallons"),
    }
        .SelectMany(unit => unit.Item3.Split(' ').Select(word => KeyValuePair.Create(word, (unit.Item1, unit.Item2))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a word in lower case names a unit.</summary>
    public static bool IsUnit(string form) => Units.ContainsKey(form);

    /// <summary>Whether two numbers with the words behind them are one measure; null where they are not two measures of one dimension.</summary>
    public static bool? AreEqual(Word[] words, int at, Word[] otherWords, int other)
    {
        if (UnitAfter(words, at) is not { } one || UnitAfter(otherWords, other) is not { } second || one.Dimension != second.Dimension)
        {
            return null;
        }

        if (one.Factor == second.Factor)
        {
            return words[at].Quantity!.Agrees(otherWords[other].Quantity!);
        }

        var (value, otherValue) = ((double)words[at].Quantity!.Value * one.Factor, (double)otherWords[other].Quantity!.Value * second.Factor);
        return Math.Abs(value - otherValue) <= Rounding * Math.Max(Math.Abs(value), Math.Abs(otherValue));
    }

    private static (string Dimension, double Factor)? UnitAfter(Word[] words, int at) =>
        words[at].Quantity is not null && at + 1 < words.Length && Units.TryGetValue(words[at + 1].Form, out var unit) ? unit : null;
}
