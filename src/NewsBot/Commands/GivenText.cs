using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsBot.Commands;

/// <summary>Arguments and options that take text, and which text they refuse.</summary>
internal static class GivenText
{
    /// <summary>Refuses nothing but blanks, as an unset variable of a script leaves it: as a path it would be none, or the wrong one.</summary>
    public static void RefuseBlank(this Argument argument) => argument.Validators.Add(result => RefuseBlank(result, argument.Name, result.Tokens));

    /// <inheritdoc cref="RefuseBlank(Argument)"/>
    public static void RefuseBlank(this Option option) => option.Validators.Add(result => RefuseBlank(result, option.Name, result.Tokens));

    /// <summary>Takes one of a few words and names them where it is given another.</summary>
    public static void AcceptOneOf(this Option<string> option, IReadOnlyList<string> words)
    {
        option.CompletionSources.Add([.. words]);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !words.Contains(text, StringComparer.Ordinal))
            {
                result.AddError($"{option.Name}: '{text}' is none of {string.Join(", ", words)}.");
            }
        });
    }

    private static void RefuseBlank(SymbolResult result, string name, IReadOnlyList<Token> tokens)
    {
        if (tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{name} is empty.");
        }
    }
}
