using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Privacy;

/// <summary>
/// Knows in which servers NewsBot is, and since when it is out of others, by the gateway's word and by asking Discord. Only servers in which it
/// was a member are on the roll: where just its commands were installed, Discord does not tell. Safe for several threads at once.
/// </summary>
public sealed class GuildRoll(ArchiveStore store, GuildBook guilds, DiscordRestClient rest, IOptions<DiscordOptions> options, TimeProvider time)
{
    private const string Prefix = "discord.member.";
    private const string Present = "here";

    /// <summary>NewsBot is in a server.</summary>
    public void Here(Snowflake guild)
    {
        if (store.FindSetting(Prefix + guild) != Present)
        {
            store.SaveSetting(Prefix + guild, Present);
        }
    }

    /// <summary>NewsBot was put out of a server.</summary>
    public void Left(Snowflake guild)
    {
        if (store.FindSetting(Prefix + guild) is null or Present)
        {
            store.SaveSetting(Prefix + guild, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Asks Discord for the servers and corrects the roll; does nothing without a token.</summary>
    public async Task CallAsync(CancellationToken cancellationToken)
    {
        if (!rest.HasBotToken)
        {
            return;
        }

        var present = (await rest.GuildsAsync(cancellationToken)).Select(guild => Snowflake.Parse(guild.Id)).ToHashSet();
        foreach (var guild in present)
        {
            Here(guild);
        }

        foreach (var guild in Known().Where(guild => !present.Contains(guild)))
        {
            Left(guild);
        }
    }

    /// <summary>The servers that put NewsBot out before a moment.</summary>
    public IReadOnlyList<Snowflake> LeftBefore(DateTimeOffset moment) =>
        [.. Known().Where(guild => DateTimeOffset.TryParse(store.FindSetting(Prefix + guild), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var left) && left < moment)];

    /// <summary>
    /// Deletes everything of a server: what is kept of its readers and administrators, its settings, its feeds and open jobs, and its archive where
    /// each server has its own. Articles in a shared archive are not its own and stay.
    /// </summary>
    public void Purge(Snowflake guild)
    {
        var requester = $"guild {guild}";
        store.Readers.ForgetGuild(guild.ToString());
        guilds.Forget(guild);
        foreach (var feed in store.Feeds.List().Where(feed => feed.AddedBy == requester))
        {
            store.Feeds.Remove(feed.Number);
        }

        foreach (var job in store.Jobs.List().Where(job => job.RequestedBy == requester))
        {
            store.Jobs.Cancel(job.Number);
        }

        if (options.Value.ArchivePerGuild && guilds.BindingOf(guild) is null && ArchiveName.TryParse($"guild-{guild}", out var archive) && store.Exists(archive))
        {
            store.RemoveAll(archive, _ => true, "the server put NewsBot out");
        }

        store.RemoveSetting(Prefix + guild);
    }

    private IEnumerable<Snowflake> Known() => store.SettingNames(Prefix).Select(name => Snowflake.Parse(name[Prefix.Length..]));
}
