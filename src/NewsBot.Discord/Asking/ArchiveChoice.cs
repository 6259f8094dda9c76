using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Asking;

/// <summary>
/// Which archive somebody in Discord reads. It follows from where they are and from what the operator set alone, never from anything
/// they can write, choose or forge.
/// </summary>
public sealed class ArchiveChoice(IOptions<DiscordOptions> options, GuildBook guilds)
{
    /// <summary>The archive, or null where the place has none: direct messages while no archive is set for them.</summary>
    public ArchiveName? For(InteractionOrigin origin) => origin.InstalledGuild is { } guild ? ForGuild(guild) : ForDirectMessages();

    private ArchiveName ForGuild(Snowflake guild) => guilds.BindingOf(guild)
        ?? ArchiveName.Parse(options.Value.ArchivePerGuild ? $"guild-{guild}" : options.Value.DefaultArchive);

    private ArchiveName? ForDirectMessages() =>
        options.Value.DirectMessageArchive.Length == 0 ? null : ArchiveName.Parse(options.Value.DirectMessageArchive);
}
