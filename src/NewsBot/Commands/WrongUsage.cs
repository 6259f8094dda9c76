using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NewsBot.Commands;

/// <summary>
/// What is wrong with a command line, in sentences for the one who typed it: the word that is not known and the one that was
/// probably meant, the value that cannot be read, and where the rest is told.
/// </summary>
internal static class WrongUsage
{
    private const string OptionMark = "--";

    /// <summary>The sentences, the last of them naming the help; none where the command line is sound.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        List<string> sentences = [.. Sentences(parsed).Distinct(StringComparer.Ordinal)];
        if (sentences.Count > 0)
        {
            sentences.Add($"'{NameOf(parsed.CommandResult)} --help' tells what can be said.");
        }

        return sentences;
    }

    private static IEnumerable<string> Sentences(ParseResult parsed)
    {
        // What stands behind an unknown option was its value, and a word behind an unknown verb was meant for that verb: both would only add noise.
        if (UnknownOption(parsed) is { } option)
        {
            return [$"There is no option '{option}'.{Meant(option, OptionsOf(parsed.CommandResult))}"];
        }

        if (parsed.UnmatchedTokens is [var word, ..])
        {
            return [Unmatched(word, parsed.CommandResult.Command)];
        }

        return IsVerbMissing(parsed)
            ? [$"Say what to do: {string.Join(", ", parsed.CommandResult.Command.Subcommands.Select(command => command.Name))}."]
            : parsed.Errors.Select(error => Unreadable(error.SymbolResult) ?? error.Message);
    }

    /// <summary>A word that looks like an option but was read as an argument, since no option has its name.</summary>
    private static string? UnknownOption(ParseResult parsed)
    {
        var words = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value).ToHashSet(StringComparer.Ordinal);
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(word => word.Length > OptionMark.Length && word.StartsWith(OptionMark, StringComparison.Ordinal) && words.Contains(word));
    }

    private static string Unmatched(string word, Command command) => command.Subcommands.Count > 0
        ? $"There is no verb '{word}'.{Meant(word, command.Subcommands.Select(verb => verb.Name))}"
        : $"'{word}' is one word too many: put words that belong together in quotation marks.";

    private static bool IsVerbMissing(ParseResult parsed) =>
        parsed.CommandResult.Command is { Action: null, Subcommands.Count: > 0 } && parsed.Errors.Count > 0;

    /// <summary>What is said of a value of the wrong kind; the parser would name types of the program.</summary>
    private static string? Unreadable(SymbolResult? symbol) => symbol switch
    {
        OptionResult { Tokens: [{ Value: var text }], Option: var option } => Unreadable(option.Name, option.ValueType, text),
        ArgumentResult { Tokens: [{ Value: var text }], Parent: OptionResult { Option: var option } } => Unreadable(option.Name, option.ValueType, text),
        ArgumentResult { Tokens: [{ Value: var text }], Argument: var argument } => Unreadable(argument.Name, argument.ValueType, text),
        _ => null,
    };

    private static string? Unreadable(string name, Type type, string text)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return wanted == typeof(Guid) && !Guid.TryParse(text, out _) ? $"{name}: '{text}' is no id such as {Guid.Empty}; '--json' prints the id of each answer."
            : !FitsNumber(wanted, text) ? $"{name}: '{text}' is no number that can stand here."
            : null;
    }

    private static bool FitsNumber(Type type, string text) =>
        type == typeof(int) ? int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
        : type == typeof(long) ? long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
        : type != typeof(ulong) || ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Meant(string word, IEnumerable<string> known) =>
        Spelling.NearestTo(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static IEnumerable<string> OptionsOf(CommandResult result) =>
        result.Command.Options.Select(option => option.Name)
            .Concat(result.Parent is CommandResult parent ? OptionsOf(parent) : []);

    private static string NameOf(CommandResult result) => result.Parent is CommandResult parent ? $"{NameOf(parent)} {result.Command.Name}" : "newsbot";
}
