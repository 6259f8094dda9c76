using Microsoft.Extensions.Options;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Administration;

/// <summary><c>/archive settings</c>: changes what was filled in and shows the settings of this server.</summary>
public sealed class SettingsCommand(AdminGate gate, GuildBook guilds, IOptions<DiscordOptions> options) : AdminCommand(gate)
{
    private const string Auto = "auto";

    /// <inheritdoc/>
    public override string Path => "archive settings";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        if (FirstFault(command.Options) is { } fault)
        {
            return Say(command, fault);
        }

        var guild = command.Origin.InstalledGuild!.Value;
        var before = guilds.SettingsOf(guild);
        var after = Changed(before, command.Options);
        if (after != before)
        {
            guilds.Save(guild, after);
            Record(command, string.Join(", ", command.Options.Texts.Select(option => $"{option.Key}={option.Value}")));
        }

        var texts = ReplyTexts.For(after.Language ?? command.Origin.Locale);
        var hint = after.Attention.Any(decided => decided.Attention == Attention.Everything) && !options.Value.MessageContent ? "\n" + texts["ListenNeedsIntent"] : "";
        return new InteractionResponse.Now(new Reply.Notice(Describe(after, texts) + hint));
    }

    private static string? FirstFault(CommandOptions options) =>
        options.Text("layout") is { } layout && layout != Auto && !IsName<ReplySkin>(layout) ? "BadLayout"
        : options.Text("listen") is { } listen && (!IsName<Attention>(listen) || options.Text("listen_channel") is null) ? "BadListen"
        : options.Text("language") is { } language && language is not (Auto or "en" or "de") ? "BadLanguage"
        : null;

    // A number would be read as a name, too.
    private static bool IsName<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase);

    // A channel or role that is named again is taken off the list.
    private static GuildSettings Changed(GuildSettings settings, CommandOptions options) => settings with
    {
        IsPrivate = options.Flag("private") ?? settings.IsPrivate,
        DailyQuestions = options.Number("daily_questions") ?? settings.DailyQuestions,
        DailyTokens = options.Number("daily_tokens") ?? settings.DailyTokens,
        RetentionDays = options.Number("retention_days") ?? settings.RetentionDays,
        MarksCorrections = options.Flag("mark_corrections") ?? settings.MarksCorrections,
        AnswersInThread = options.Flag("threads") ?? settings.AnswersInThread,
        Language = options.Text("language") switch { null => settings.Language, Auto => null, var language => language },
        Layout = options.Text("layout") switch { null => settings.Layout, Auto => null, var layout => Enum.Parse<ReplySkin>(layout, ignoreCase: true) },
        Attention = Heard(settings.Attention, options),
        Channels = Toggled(settings.Channels, options.Text("channel")),
        AskingRoles = Toggled(settings.AskingRoles, options.Text("asking_role")),
        AdminRoles = Toggled(settings.AdminRoles, options.Text("admin_role")),
    };

    private static IReadOnlyList<ChannelAttention> Heard(IReadOnlyList<ChannelAttention> decided, CommandOptions options)
    {
        if (options.Text("listen") is not { } listen || !Snowflake.TryParse(options.Text("listen_channel"), out var channel))
        {
            return decided;
        }

        var others = decided.Where(one => one.Channel != channel.Value);
        var attention = Enum.Parse<Attention>(listen, ignoreCase: true);
        return attention == Attention.Mentions ? [.. others] : [.. others, new ChannelAttention(channel.Value, attention)];
    }

    private static IReadOnlyList<ulong> Toggled(IReadOnlyList<ulong> ids, string? text) => !Snowflake.TryParse(text, out var id) ? ids
        : ids.Contains(id.Value) ? [.. ids.Where(known => known != id.Value)]
        : [.. ids, id.Value];

    private static string Describe(GuildSettings settings, ReplyTexts texts)
    {
        string List(IReadOnlyList<ulong> ids, string sign) => ids.Count == 0 ? texts["SettingAll"] : string.Join(' ', ids.Select(id => $"<{sign}{id}>"));
        string YesNo(bool value) => texts[value ? "Yes" : "No"];
        object Limit(int value) => value == 0 ? texts["SettingUnlimited"] : value;
        return texts[
            "Settings",
            YesNo(settings.IsPrivate),
            List(settings.Channels, "#"),
            List(settings.AskingRoles, "@&"),
            settings.AdminRoles.Count == 0 ? "Manage Server" : "Manage Server " + List(settings.AdminRoles, "@&"),
            settings.Language ?? texts["SettingAuto"],
            Limit(settings.DailyQuestions),
            Limit(settings.DailyTokens),
            settings.Layout?.ToString() ?? texts["SettingOperators"],
            YesNo(settings.AnswersInThread),
            settings.Attention.Count == 0 ? texts["SettingMentions"] : string.Join(", ", settings.Attention.Select(one => $"<#{one.Channel}> {texts["Listen_" + one.Attention]}")),
            settings.RetentionDays == 0 ? texts["SettingOperators"] : texts["Days", settings.RetentionDays],
            YesNo(settings.MarksCorrections)];
    }
}
