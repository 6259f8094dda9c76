using System.CommandLine;
using System.Globalization;

namespace NewsBot.Commands;

/// <summary>Options that take whole numbers within bounds.</summary>
internal static class NumberRange
{
    /// <summary>Refuses numbers outside of the bounds, both inclusive. What is no number is refused by the parser, which asks for no validator's view of it.</summary>
    public static void Accept(this Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && (number < least || number > most))
        {
            var range = most == int.MaxValue ? $"a number from {least}" : $"{least} to {most}";
            result.AddError($"{option.Name} takes {range}.");
        }
    });
}
