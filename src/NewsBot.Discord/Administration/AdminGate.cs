using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Administration;

/// <summary>
/// Whether somebody may administer NewsBot in a server: by Manage Server or by a role that the server named. Asked for every command,
/// whatever Discord shows, since a server can offer commands to anybody. What is done is recorded.
/// </summary>
public sealed class AdminGate(GuildBook guilds, ArchiveStore store, TimeProvider time)
{
    /// <summary>Null when it is allowed, else what to say.</summary>
    public InteractionResponse? Refusal(InteractionOrigin origin)
    {
        var texts = ReplyTexts.For(origin.Locale);
        return origin.InstalledGuild is not { } guild ? new InteractionResponse.Now(new Reply.Notice(texts["OnlyInServers"]))
            : origin.UserPermissions.Grants(Permissions.ManageGuild) || HasAdminRole(origin, guild) ? null
            : new InteractionResponse.Now(new Reply.Notice(texts["NotAllowed"]));
    }

    /// <summary>Records what was done.</summary>
    public void Record(InteractionOrigin origin, string action, string detail) => store.Readers.Add(new AuditEntry(
        time.GetUtcNow(), origin.InstalledGuild?.ToString() ?? "", origin.User.ToString(), action, detail));

    private bool HasAdminRole(InteractionOrigin origin, Snowflake guild)
    {
        var roles = guilds.SettingsOf(guild).AdminRoles;
        return origin.Roles.Any(role => roles.Contains(role.Value));
    }
}

/// <summary>A command for administrators: asks the gate first.</summary>
public abstract class AdminCommand(AdminGate gate) : ICommand
{
    /// <inheritdoc/>
    public abstract string Path { get; }

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Command command) => gate.Refusal(command.Origin) ?? Administer(command);

    /// <summary>The first response to somebody who may.</summary>
    protected abstract InteractionResponse Administer(Interaction.Command command);

    /// <summary>Records what was done.</summary>
    protected void Record(Interaction.Command command, string detail) => gate.Record(command.Origin, Path, detail);

    /// <summary>A private word.</summary>
    protected static InteractionResponse.Now Say(Interaction.Command command, string text, params object[] values) =>
        new(new Reply.Notice(ReplyTexts.For(command.Origin.Locale)[text, values]));
}
