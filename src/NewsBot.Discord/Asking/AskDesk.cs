using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Limits;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Asking;

/// <summary>Where every question goes through, whatever it was asked with: which archive, whether it may be asked now, then the promise.</summary>
public sealed class AskDesk(ArchiveChoice archives, GuildBook guilds, DailyQuestions daily, AskLimits limits, AnswerWriter writer)
{
    /// <summary>Promises an answer, or says why there will be none.</summary>
    /// <param name="origin">Who asks, and where.</param>
    /// <param name="question">The question for the archive of the place; null when what it refers to is not kept any more.</param>
    /// <param name="isPrivate">Whether only the asker sees the answer; null leaves it to the server's settings.</param>
    public InteractionResponse Answer(InteractionOrigin origin, Func<ArchiveName, Question?> question, bool? isPrivate)
    {
        var texts = ReplyTexts.For(origin.Locale);
        if (archives.For(origin) is not { } archive)
        {
            return Refuse(texts["NoDirectMessages"]);
        }

        if (question(archive) is not { } asked)
        {
            return Refuse(texts["Expired"]);
        }

        if (string.IsNullOrWhiteSpace(asked.Text))
        {
            return Refuse(texts["QuestionMissing"]);
        }

        var settings = origin.InstalledGuild is { } guild ? guilds.SettingsOf(guild) : new GuildSettings();
        return RefusalBy(settings, origin, texts) ?? limits.Admit(origin) switch
        {
            Admission.Admitted admitted when !CountsForToday(settings, origin) => RefuseForToday(admitted, settings, texts),
            Admission.Admitted admitted => new InteractionResponse.Later(isPrivate ?? settings.IsPrivate, (target, token) => writer.WriteAsync(origin, asked with { Payer = PayerOf(origin, settings) }, admitted.Place, target, token)),
            Admission.StillAnswering => Refuse(texts["StillAnswering"]),
            Admission.TooMany tooMany => Refuse(texts["TooMany", Math.Max(1, (int)Math.Ceiling(tooMany.RetryAfter.TotalSeconds))]),
            var other => throw new InvalidOperationException($"No word for {other.GetType().Name}."),
        };
    }

    private InteractionResponse? RefusalBy(GuildSettings settings, InteractionOrigin origin, ReplyTexts texts) =>
        settings.Channels.Count > 0 && !settings.Channels.Any(channel => channel == origin.Channel?.Value || channel == origin.ParentChannel?.Value)
            ? Refuse(texts["NotInThisChannel", string.Join(' ', settings.Channels.Select(channel => $"<#{channel}>"))])
        : settings.AskingRoles.Count > 0 && !origin.Roles.Any(role => settings.AskingRoles.Contains(role.Value)) && !origin.UserPermissions.Grants(Permissions.ManageGuild)
            ? Refuse(texts["NotYourRole"])
        : null;

    // Counted last: what is refused for another reason uses up nothing of the server's day.
    private bool CountsForToday(GuildSettings settings, InteractionOrigin origin) => origin.InstalledGuild is not { } guild || daily.TryCount(guild, settings.DailyQuestions);

    private static InteractionResponse.Now RefuseForToday(Admission.Admitted admitted, GuildSettings settings, ReplyTexts texts)
    {
        admitted.Place.Dispose();
        return Refuse(texts["NoMoreToday", settings.DailyQuestions]);
    }

    private static Payer PayerOf(InteractionOrigin origin, GuildSettings settings) => origin.InstalledGuild is { } guild
        ? Payer.Guild(guild.ToString()) with { TokensPerDay = settings.DailyTokens }
        : Payer.Person(origin.User.ToString());

    private static InteractionResponse.Now Refuse(string text) => new(new Reply.Notice(text));
}
