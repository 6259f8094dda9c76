using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Archive;
using NewsBot.Discord.Administration;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Fakes.FakeDiscord;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Jobs;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Discord;

/// <summary>Jobs that last longer than the token of the interaction that began them.</summary>
public class LongJobTests
{
    private static readonly Permissions MayWrite = Permissions.ViewChannel | Permissions.SendMessages;

    [Fact]
    public async Task After_fourteen_minutes_the_card_goes_on_as_a_message_of_the_channel_and_a_summary_ends_it()
    {
        await using var host = await HostWithoutWorkerAsync();
        var interaction = new ShownReplies();
        var following = FollowAsync(host, interaction, MayWrite);
        await UntilAsync(() => host.Discord.ChannelMessages.Values.Any(message => message.Text.Contains("Ingest 1")));

        var job = host.Store.Jobs.TakeNext()!;
        host.Store.Jobs.Complete(job);
        await following.WaitAsync(TimeSpan.FromSeconds(20));

        interaction.Replies[0].ShouldBeOfType<Reply.JobCard>();
        interaction.Replies[^1].ShouldBeOfType<Reply.Notice>().Text.ShouldContain("goes on in a message below");
        host.Discord.ChannelMessages.Count.ShouldBe(2, "the card, edited, and the summary");
        host.Discord.ChannelMessages.Values.ShouldContain(message => message.Text.Contains("done"));
        host.Discord.ChannelMessages.Values.ShouldContain(message => message.Text.Contains("took"));
        host.Discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_the_card_ends_by_saying_where_to_look()
    {
        await using var host = await HostWithoutWorkerAsync();
        var interaction = new ShownReplies();

        await FollowAsync(host, interaction, Permissions.ViewChannel).WaitAsync(TimeSpan.FromSeconds(20));

        interaction.Replies[^1].ShouldBeOfType<Reply.Notice>().Text.ShouldContain("/ingest status");
        host.Store.Jobs.Find(1)!.State.ShouldBe(JobState.Queued, "the job goes on without its card");
        host.Discord.ChannelMessages.ShouldBeEmpty();
    }

    private static Task<DiscordHost> HostWithoutWorkerAsync() => DiscordHost.StartAsync(
        new ScriptedAnswerer(),
        configure: services => services.Remove(services.Single(service => typeof(IHostedService).Equals(service.ServiceType) && typeof(IngestWorker).Equals(service.ImplementationType))));

    private static Task FollowAsync(DiscordHost host, ShownReplies interaction, Permissions own)
    {
        var desk = new JobDesk(host.Store, host.Services.GetRequiredService<IArchiveIndex>(), host.Services.GetRequiredService<ReplyTargets>(), new HurriedTime());
        var origin = new InteractionOrigin
        {
            Id = new Snowflake(1),
            Application = new Snowflake(2),
            Token = new InteractionToken("t"),
            User = new Snowflake(3),
            Guild = new Snowflake(4),
            InstalledGuild = new Snowflake(4),
            Channel = Snowflake.Parse(InteractionJson.Channel),
            OwnPermissions = own,
        };
        var request = new IngestRequest { Archive = ArchiveName.Default, Targets = ["https://news.example.org/sitemap.xml"], RequestedBy = JobDesk.RequesterOf(origin) };
        return desk.Promise(origin, _ => Task.FromResult<IngestRequest?>(request)).ShouldBeOfType<InteractionResponse.Later>().Work(interaction, CancellationToken.None);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 500 && !holds(); i++)
        {
            await Task.Delay(20);
        }

        holds().ShouldBeTrue();
    }

    private sealed class ShownReplies : IReplyTarget
    {
        public List<Reply> Replies { get; } = [];

        public PostedMessage? Posted => null;

        public bool ShowsWaiting => true;

        public Task<ShowOutcome> ShowAsync(Reply reply, CancellationToken cancellationToken)
        {
            Replies.Add(reply);
            return Task.FromResult<ShowOutcome>(new ShowOutcome.Shown());
        }
    }

    /// <summary>A time in which every wait is over in a few milliseconds and took a minute.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private long _minutes;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _minutes) * TimeSpan.TicksPerMinute;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _minutes);
            return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(5), period);
        }
    }
}
