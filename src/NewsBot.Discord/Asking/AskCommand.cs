using System.Globalization;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;

namespace NewsBot.Discord.Asking;

/// <summary><c>/ask</c>: reads what was filled in, promises an answer, and has it written.</summary>
public sealed class AskCommand(ArchiveChoice archives, AnswerWriter writer) : ICommand
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <inheritdoc/>
    public string Path => "ask";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Command command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        var options = command.Options;
        if (archives.For(command.Origin) is not { } archive)
        {
            return Refuse(texts["NoDirectMessages"]);
        }

        if (options.Text("question") is not { } question)
        {
            return Refuse(texts["QuestionMissing"]);
        }

        if (FirstBadDay(options, texts) is { } badDay)
        {
            return Refuse(badDay);
        }

        var (since, until, asOf) = (Day(options, "since"), Day(options, "until"), Day(options, "as_of"));
        if (since > until)
        {
            return Refuse(texts["SinceAfterUntil"]);
        }

        var asked = new Question
        {
            Archive = archive,
            Text = question,
            Since = since,
            Until = until,
            AsOf = asOf is { } day ? NewsTime.OfDay(day) : null,
            Source = options.Text("source"),
        };
        return new InteractionResponse.Later(options.Flag("private") ?? false, (target, token) => writer.WriteAsync(asked, texts, target, token));
    }

    private static InteractionResponse.Now Refuse(string text) => new(new Reply.Notice(text));

    private static string? FirstBadDay(CommandOptions options, ReplyTexts texts) =>
        new[] { "since", "until", "as_of" }
            .Where(name => options.Text(name) is not null && Day(options, name) is null)
            .Select(name => texts["BadDate", DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(options.Text(name)!, 40)), name])
            .FirstOrDefault();

    private static DateOnly? Day(CommandOptions options, string name) =>
        DateOnly.TryParseExact(options.Text(name), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
