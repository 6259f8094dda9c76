using System.CommandLine;
using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Commands;

/// <summary>The options that narrow a question or a search in time and by publication.</summary>
internal sealed class DateOptions
{
    private readonly Option<string?> _asOf = DateOption("--as-of", "Answer as if it were this day: nothing published later exists.");
    private readonly Option<string?> _since = DateOption("--since", "Only what was published on this day or later.");
    private readonly Option<string?> _until = DateOption("--until", "Only what was published on this day or earlier.");
    private readonly Option<string?> _source = new("--source") { Description = "Only this publication.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Options.Add(_asOf);
        command.Options.Add(_since);
        command.Options.Add(_until);
        command.Options.Add(_source);
    }

    public NewsTime? AsOf(ParseResult parsed) => NewsTime.TryParse(parsed.GetValue(_asOf), out var time) ? time : null;

    public DateOnly? Since(ParseResult parsed) => DayOf(parsed.GetValue(_since));

    public DateOnly? Until(ParseResult parsed) => DayOf(parsed.GetValue(_until));

    public string? Source(ParseResult parsed) => parsed.GetValue(_source);

    private static DateOnly? DayOf(string? text) => NewsTime.TryParse(text, out var time) ? DateOnly.FromDateTime(time.Instant.UtcDateTime) : null;

    private static Option<string?> DateOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(result =>
        {
            var text = result.GetValueOrDefault<string?>();
            if (text is not null && !NewsTime.TryParse(text, out var _))
            {
                var example = new DateOnly(2024, 3, 12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                result.AddError($"{name}: '{text}' is no date; write it as YYYY-MM-DD, for example {example}.");
            }
        });
        return option;
    }
}
