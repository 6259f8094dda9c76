using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Settings;

/// <summary>The language in which NewsBot speaks: that of the reader, unless the server decided on one.</summary>
public sealed class PlaceLanguage(GuildBook guilds)
{
    /// <summary>The interaction as it is to be answered.</summary>
    public Interaction Apply(Interaction interaction) => interaction with { Origin = Apply(interaction.Origin) };

    /// <summary>The origin with the language in which it is to be answered.</summary>
    public InteractionOrigin Apply(InteractionOrigin origin) =>
        origin.InstalledGuild is { } guild && guilds.SettingsOf(guild).Language is { } language ? origin with { Locale = language } : origin;
}
