using System.Globalization;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;

namespace NewsBot.Discord.Asking;

/// <summary><c>/ask</c>: reads what was filled in and asks it.</summary>
public sealed class AskCommand(AskDesk desk) : ICommand
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int LongestEcho = 40;

    /// <inheritdoc/>
    public string Path => "ask";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Command command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        var options = command.Options;
        if (FirstBadDay(options, texts) is { } badDay)
        {
            return new InteractionResponse.Now(new Reply.Notice(badDay));
        }

        var (since, until, asOf) = (Day(options, "since"), Day(options, "until"), Day(options, "as_of"));
        if (since > until)
        {
            return new InteractionResponse.Now(new Reply.Notice(texts["SinceAfterUntil"]));
        }

        return desk.Answer(
            command.Origin,
            archive => new Question
            {
                Archive = archive,
                Text = options.Text("question") ?? "",
                Since = since,
                Until = until,
                AsOf = asOf is { } day ? NewsTime.OfDay(day) : null,
                Source = options.Text("source"),
            },
            options.Flag("private"));
    }

    private static string? FirstBadDay(CommandOptions options, ReplyTexts texts) =>
        new[] { "since", "until", "as_of" }
            .Where(name => options.Text(name) is not null && Day(options, name) is null)
            .Select(name => texts["BadDate", DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(options.Text(name)!, LongestEcho)), name])
            .FirstOrDefault();

    private static DateOnly? Day(CommandOptions options, string name) =>
        DateOnly.TryParseExact(options.Text(name), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
