using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Security;
using Kept = NewsBot.Archive.Feedback;

namespace NewsBot.Discord.Feedback;

/// <summary>👍: keeps the praise and says thanks.</summary>
public sealed class PraiseButton(FeedbackDesk desk) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Praise;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload) =>
        desk.Record(component.Origin, payload, isGood: true) is { } refusal
            ? refusal
            : new InteractionResponse.Now(new Reply.Notice(ReplyTexts.For(component.Origin.Locale)["ThanksForPraise"]));
}

/// <summary>👎: keeps the complaint at once and asks, without need to answer, what is wrong.</summary>
public sealed class ComplaintButton(FeedbackDesk desk, ButtonCodes codes) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Complaint;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload)
    {
        var texts = ReplyTexts.For(component.Origin.Locale);
        return desk.Record(component.Origin, payload, isGood: false) is { } refusal
            ? refusal
            : new InteractionResponse.Open(new FormSpec(
                codes.ForUser(ButtonAction.ComplaintForm, payload, component.Origin),
                texts["WhatIsWrong"],
                [
                    new FormField(ComplaintForm.Kind, texts["WhatIsWrongKind"]) { Choices = ComplaintForm.KindChoices(texts), IsRequired = false },
                    new FormField(ComplaintForm.Comment, texts["WhatIsWrongComment"]) { IsRequired = false },
                ]));
    }
}

/// <summary>The form behind 👎.</summary>
public sealed class ComplaintForm(FeedbackDesk desk) : IFormHandler
{
    internal const string Kind = "kind";
    internal const string Comment = "comment";

    /// <inheritdoc/>
    public string Action => ButtonAction.ComplaintForm;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Form form, string payload)
    {
        var kind = form.Fields.GetValueOrDefault(Kind) is { } chosen && Kept.Kinds.Contains(chosen) ? chosen : null;
        return desk.Record(form.Origin, payload, isGood: false, kind, form.Fields.GetValueOrDefault(Comment)) is { } refusal
            ? refusal
            : new InteractionResponse.Now(new Reply.Notice(ReplyTexts.For(form.Origin.Locale)["ThanksForComplaint"]));
    }

    internal static IReadOnlyList<SelectOption> KindChoices(ReplyTexts texts) => [.. Kept.Kinds.Select(kind => new SelectOption(texts["Kind_" + kind], kind))];
}

/// <summary>"Tell the newsroom", under "not in the archive": keeps that an article is missing.</summary>
public sealed class GapButton(FeedbackDesk desk) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Gap;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload) =>
        desk.Record(component.Origin, payload, isGood: false, "missing_article") is { } refusal
            ? refusal
            : new InteractionResponse.Now(new Reply.Notice(ReplyTexts.For(component.Origin.Locale)["ThanksForGap"]));
}

/// <summary>Keeps what readers say of answers.</summary>
public sealed class FeedbackDesk(ArchiveStore store, KeptAnswers answers, ArchiveChoice archives, TimeProvider time)
{
    /// <summary>Keeps it. The result is null, or what to say when the answer is not kept any more.</summary>
    public InteractionResponse? Record(InteractionOrigin origin, string payload, bool isGood, string? kind = null, string? comment = null)
    {
        if (archives.For(origin) is not { } archive || !Guid.TryParseExact(payload, "N", out var id) || answers.Find(archive, id) is not { } answer)
        {
            return new InteractionResponse.Now(new Reply.Notice(ReplyTexts.For(origin.Locale)["Expired"]));
        }

        store.Readers.Add(new Kept
        {
            At = time.GetUtcNow(),
            Archive = archive,
            Answer = KeptAnswers.KeyOf(id),
            Guild = answer.Guild,
            User = origin.User.ToString(),
            Question = answer.Question,
            IsGood = isGood,
            Kind = kind,
            Comment = comment,
        });
        return null;
    }
}
