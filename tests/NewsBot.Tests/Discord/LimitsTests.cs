using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Limits;

namespace NewsBot.Tests.Discord;

public class LimitsTests
{
    private static IOptions<LimitsOptions> Options(int running = 1, int waiting = 10, int perUser = 100, int perGuild = 100) => Microsoft.Extensions.Options.Options.Create(
        new LimitsOptions { RunningQuestions = running, WaitingQuestions = waiting, QuestionsPerUser = perUser, QuestionsPerGuild = perGuild });

    private static InteractionOrigin Origin(ulong user, ulong guild = 1) => new()
    {
        Id = new Snowflake(1),
        Application = new Snowflake(2),
        Token = new InteractionToken("t"),
        User = new Snowflake(user),
        Guild = new Snowflake(guild),
        InstalledGuild = new Snowflake(guild),
    };

    [Fact]
    public async Task Questions_wait_in_order_and_are_told_each_new_position()
    {
        var queue = new QuestionQueue(Options());
        var positions = new List<int>();
        var first = await queue.EnterAsync(_ => { }, CancellationToken.None);
        var second = queue.EnterAsync(_ => { }, CancellationToken.None);
        var third = queue.EnterAsync(positions.Add, CancellationToken.None);

        third.IsCompleted.ShouldBeFalse();
        first!.Dispose();
        (await second)!.Dispose();
        (await third).ShouldNotBeNull();

        positions.ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Who_leaves_the_queue_makes_room_and_does_not_take_a_turn()
    {
        var queue = new QuestionQueue(Options());
        using var leaving = new CancellationTokenSource();
        var positions = new List<int>();
        var first = await queue.EnterAsync(_ => { }, CancellationToken.None);
        var second = queue.EnterAsync(_ => { }, leaving.Token);
        var third = queue.EnterAsync(positions.Add, CancellationToken.None);

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        first!.Dispose();

        (await third).ShouldNotBeNull();
        positions.ShouldBe([2, 1]);
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_turned_away_at_once()
    {
        var queue = new QuestionQueue(Options(waiting: 1));
        var running = await queue.EnterAsync(_ => { }, CancellationToken.None);
        var waiting = queue.EnterAsync(_ => { }, CancellationToken.None);

        (await queue.EnterAsync(_ => { }, CancellationToken.None)).ShouldBeNull();
        running!.Dispose();
        (await waiting).ShouldNotBeNull();
    }

    [Fact]
    public void A_user_has_one_running_question_and_a_bucket_of_their_own()
    {
        using var limits = new AskLimits(Options(perUser: 2), new FakeTimeProvider());

        var first = limits.Admit(Origin(10)).ShouldBeOfType<Admission.Admitted>();
        limits.Admit(Origin(10)).ShouldBeOfType<Admission.StillAnswering>();
        first.Place.Dispose();
        limits.Admit(Origin(10)).ShouldBeOfType<Admission.Admitted>().Place.Dispose();
        limits.Admit(Origin(10)).ShouldBeOfType<Admission.TooMany>().RetryAfter.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        limits.Admit(Origin(11)).ShouldBeOfType<Admission.Admitted>();
    }

    [Fact]
    public void A_full_bucket_of_a_server_leaves_other_servers_alone()
    {
        using var limits = new AskLimits(Options(perGuild: 1), new FakeTimeProvider());

        limits.Admit(Origin(10, guild: 1)).ShouldBeOfType<Admission.Admitted>();
        limits.Admit(Origin(11, guild: 1)).ShouldBeOfType<Admission.TooMany>();
        limits.Admit(Origin(12, guild: 2)).ShouldBeOfType<Admission.Admitted>();
    }

    [Fact]
    public void A_question_that_was_lost_on_the_way_stops_counting_when_its_token_has_died()
    {
        var time = new FakeTimeProvider();
        using var limits = new AskLimits(Options(), time);
        limits.Admit(Origin(10)).ShouldBeOfType<Admission.Admitted>();

        time.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));

        limits.Admit(Origin(10)).ShouldBeOfType<Admission.Admitted>();
    }
}
