using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Settings;

/// <summary>The language in which NewsBot speaks: that of the reader, unless the server decided on one.</summary>
public sealed class PlaceLanguage(GuildBook guilds)
{
    /// <summary>The interaction as it is to be answered.</summary>
    public Interaction Apply(Interaction interaction) =>
        interaction.Origin.InstalledGuild is { } guild && guilds.SettingsOf(guild).Language is { } language
            ? interaction with { Origin = interaction.Origin with { Locale = language } }
            : interaction;
}
