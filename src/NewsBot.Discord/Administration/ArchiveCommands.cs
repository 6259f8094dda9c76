using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Security;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Administration;

/// <summary><c>/archive stats</c>: what the archive of this server holds.</summary>
public sealed class ArchiveStatsCommand(AdminGate gate, ArchiveChoice archives, ArchiveStore store) : AdminCommand(gate)
{
    /// <inheritdoc/>
    public override string Path => "archive stats";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        var archive = archives.For(command.Origin)!;
        return new InteractionResponse.Now(new Reply.Holdings(archive, store.Statistics(archive)));
    }
}

/// <summary><c>/archive remove-article</c>: asks before it removes.</summary>
public sealed class RemoveArticleCommand(AdminGate gate, ArchiveChoice archives, ArchiveStore store) : AdminCommand(gate)
{
    /// <inheritdoc/>
    public override string Path => "archive remove-article";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        return store.Find(archives.For(command.Origin)!, command.Options.Text("article") ?? "") is { } article
            ? new InteractionResponse.Now(new Reply.Confirm(
                texts["ConfirmRemoval", DiscordMarkdown.EscapeLine(article.Title)], ButtonAction.Remove, article.Id.ToString("N"), texts["ButtonRemove"]))
            : Say(command, "NoSuchArticle");
    }
}

/// <summary>The button that confirms a removal.</summary>
public sealed class RemoveArticleButton(AdminGate gate, ArchiveChoice archives, ArchiveStore store, IArchiveIndex index) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Remove;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload) => gate.Refusal(component.Origin) ?? Remove(component.Origin, payload);

    private InteractionResponse Remove(InteractionOrigin origin, string payload)
    {
        var texts = ReplyTexts.For(origin.Locale);
        var archive = archives.For(origin)!;
        if (!Guid.TryParseExact(payload, "N", out var id) || store.Find(archive, id) is not { } article)
        {
            return new InteractionResponse.Replace(new Reply.Notice(texts["NoSuchArticle"]));
        }

        return new InteractionResponse.Later(IsPrivate: true, async (target, token) =>
        {
            store.Remove(
                archive, id, $"removed by an administrator of guild {origin.InstalledGuild}", new RemovedBy(origin.User.ToString(), origin.InstalledGuild?.ToString() ?? "", "archive remove-article"));
            await index.CatchUpAsync(archive, token);
            await target.ShowAsync(new Reply.Notice(texts["Removed", DiscordMarkdown.EscapeLine(article.Title)]), token);
        });
    }
}

/// <summary><c>/audit</c>: what administrators of this server did.</summary>
public sealed class AuditCommand(AdminGate gate, ArchiveStore store) : AdminCommand(gate)
{
    private const int MostEntries = 15;

    /// <inheritdoc/>
    public override string Path => "audit";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command) =>
        new InteractionResponse.Now(new Reply.AuditTrail(store.Readers.AuditOf(command.Origin.InstalledGuild!.Value.ToString(), MostEntries)));
}
