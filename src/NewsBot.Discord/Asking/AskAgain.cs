using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Security;

namespace NewsBot.Discord.Asking;

/// <summary>"Ask differently": opens a form with the question filled in.</summary>
public sealed class RewordButton(KeptAnswers answers, ArchiveChoice archives, ButtonCodes codes) : IComponentHandler
{
    internal const string Question = "question";

    /// <inheritdoc/>
    public string Action => ButtonAction.Reword;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload)
    {
        var texts = ReplyTexts.For(component.Origin.Locale);
        return archives.For(component.Origin) is { } archive && Guid.TryParseExact(payload, "N", out var id) && answers.Find(archive, id) is { } answer
            ? new InteractionResponse.Open(new FormSpec(
                codes.ForUser(ButtonAction.RewordForm, payload, component.Origin),
                texts["ButtonReword"],
                [new FormField(Question, texts["Question"]) { Value = answer.Question, LongestText = Answering.Question.MaximumLength }]))
            : new InteractionResponse.Now(new Reply.Notice(texts["Expired"]));
    }
}

/// <summary>The form behind "Ask differently" and "Ask about this": asks what was written into it.</summary>
public sealed class QuestionForm(KeptAnswers answers, ArchiveChoice archives, AskDesk desk) : IFormHandler
{
    private const string NoAnswer = "none";
    private const int LongestSubject = 300;

    /// <inheritdoc/>
    public string Action => ButtonAction.RewordForm;

    /// <summary>The form for a question about a title or a message.</summary>
    public static FormSpec About(string subject, InteractionOrigin origin, ButtonCodes codes, ReplyTexts texts) => new(
        codes.ForUser(ButtonAction.RewordForm, NoAnswer, origin),
        texts["ButtonAskAbout"],
        [
            new FormField(RewordButton.Question, texts["Question"])
            {
                Value = DiscordMarkdown.Shorten(DiscordMarkdown.WithoutControls(subject), LongestSubject),
                LongestText = Answering.Question.MaximumLength,
            },
        ]);

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Form form, string payload)
    {
        var text = form.Fields.GetValueOrDefault(RewordButton.Question)?.Trim() ?? "";
        return desk.Answer(form.Origin, archive => QuestionFor(form.Origin, archive, payload, text), isPrivate: null);
    }

    // Days and source of the first question stay; where nothing is kept (a message was asked about) there are none.
    private Question QuestionFor(InteractionOrigin origin, ArchiveName archive, string payload, string text) =>
        Guid.TryParseExact(payload, "N", out var id) && archives.For(origin) is not null && answers.Find(archive, id) is { } first
            ? first.ToQuestion(archive) with { Text = text }
            : new Question { Archive = archive, Text = text };
}

/// <summary>"Only this year": asks the same again for the current year.</summary>
public sealed class ThisYearButton(KeptAnswers answers, AskDesk desk, TimeProvider time) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.ThisYear;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload) => desk.Answer(
        component.Origin,
        archive => Guid.TryParseExact(payload, "N", out var id) && answers.Find(archive, id) is { } first
            ? first.ToQuestion(archive) with { Since = new DateOnly(time.GetUtcNow().Year, 1, 1), Until = null }
            : null,
        isPrivate: null);
}
