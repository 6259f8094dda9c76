using System.Globalization;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;

namespace NewsBot.Discord.Administration;

/// <summary><c>/ingest feed add</c>: has a feed looked at regularly, for the archive of this server.</summary>
public sealed class AddFeedCommand(AdminGate gate, ArchiveChoice archives, ArchiveStore store) : AdminCommand(gate)
{
    // Each is fetched again and again; a newsroom has tens, not hundreds.
    private const int MostFeeds = 25;
    private const int UsualMinutes = 15;

    /// <inheritdoc/>
    public override string Path => "ingest feed add";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        if (command.Options.Text("url") is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return Say(command, "NoAddress");
        }

        var (archive, asker) = (archives.For(command.Origin)!, JobDesk.RequesterOf(command.Origin));
        var feeds = store.Feeds.List();
        if (feeds.Any(feed => feed.Archive == archive && feed.Url == uri.AbsoluteUri && feed.AddedBy != asker))
        {
            return Say(command, "FeedKnown");
        }

        if (feeds.Count(feed => feed.AddedBy == asker) >= MostFeeds)
        {
            return Say(command, "TooManyFeeds", MostFeeds);
        }

        var every = TimeSpan.FromMinutes(command.Options.Number("minutes") ?? UsualMinutes);
        if (every < FeedSchedule.ShortestInterval || every > FeedSchedule.LongestInterval)
        {
            return Say(command, "BadInterval", FeedSchedule.LongestInterval.TotalMinutes);
        }

        Record(command, uri.AbsoluteUri);
        var feed = store.Feeds.Add(archive, uri.AbsoluteUri, every, asker);
        return Say(command, "FeedAdded", feed.Number, every.TotalMinutes);
    }
}

/// <summary><c>/ingest feed list</c>: the feeds that this server added, and how they went.</summary>
public sealed class ListFeedsCommand(AdminGate gate, ArchiveStore store) : AdminCommand(gate)
{
    /// <inheritdoc/>
    public override string Path => "ingest feed list";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command) => new InteractionResponse.Now(
        new Reply.Feeds([.. store.Feeds.List().Where(feed => feed.AddedBy == JobDesk.RequesterOf(command.Origin))]));
}

/// <summary><c>/ingest feed remove</c>: has a feed of this server looked at no more; its articles stay.</summary>
public sealed class RemoveFeedCommand(AdminGate gate, ArchiveStore store) : AdminCommand(gate)
{
    /// <inheritdoc/>
    public override string Path => "ingest feed remove";

    /// <inheritdoc/>
    protected override InteractionResponse Administer(Interaction.Command command)
    {
        var number = command.Options.Number("feed");
        if (store.Feeds.List().FirstOrDefault(feed => feed.Number == number && feed.AddedBy == JobDesk.RequesterOf(command.Origin)) is not { } feed)
        {
            return Say(command, "NoFeed");
        }

        Record(command, string.Create(CultureInfo.InvariantCulture, $"{feed.Number} {feed.Url}"));
        store.Feeds.Remove(feed.Number);
        return Say(command, "FeedRemoved", feed.Number);
    }
}
