using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Administration;

/// <summary><c>/archive settings</c>: changes what was filled in and shows the settings of this server.</summary>
public sealed class SettingsCommand(AdminGate gate, GuildBook guilds) : AdminCommand(gate)
{
    /// <inheritdoc/>
    public override string Path => "archive settings";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        var guild = command.Origin.InstalledGuild!.Value;
        var before = guilds.SettingsOf(guild);
        var after = Changed(before, command.Options);
        if (after != before)
        {
            guilds.Save(guild, after);
            Record(command, string.Join(", ", command.Options.Texts.Select(option => $"{option.Key}={option.Value}")));
        }

        return new InteractionResponse.Now(new Reply.Notice(Describe(after, ReplyTexts.For(command.Origin.Locale))));
    }

    // A channel or role that is named again is taken off the list.
    private static GuildSettings Changed(GuildSettings settings, CommandOptions options) => settings with
    {
        IsPrivate = options.Flag("private") ?? settings.IsPrivate,
        DailyQuestions = options.Number("daily_questions") ?? settings.DailyQuestions,
        Language = options.Text("language") switch { null => settings.Language, "auto" => null, var language => language },
        Channels = Toggled(settings.Channels, options.Text("channel")),
        AskingRoles = Toggled(settings.AskingRoles, options.Text("asking_role")),
        AdminRoles = Toggled(settings.AdminRoles, options.Text("admin_role")),
    };

    private static IReadOnlyList<ulong> Toggled(IReadOnlyList<ulong> ids, string? text) => !Snowflake.TryParse(text, out var id) ? ids
        : ids.Contains(id.Value) ? [.. ids.Where(known => known != id.Value)]
        : [.. ids, id.Value];

    private static string Describe(GuildSettings settings, ReplyTexts texts)
    {
        string List(IReadOnlyList<ulong> ids, string sign) => ids.Count == 0 ? texts["SettingAll"] : string.Join(' ', ids.Select(id => $"<{sign}{id}>"));
        return texts[
            "Settings",
            texts[settings.IsPrivate ? "Yes" : "No"],
            List(settings.Channels, "#"),
            List(settings.AskingRoles, "@&"),
            settings.AdminRoles.Count == 0 ? "Manage Server" : "Manage Server " + List(settings.AdminRoles, "@&"),
            settings.Language ?? texts["SettingAuto"],
            settings.DailyQuestions == 0 ? texts["SettingUnlimited"] : settings.DailyQuestions];
    }
}
