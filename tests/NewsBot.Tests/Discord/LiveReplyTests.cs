using Microsoft.Extensions.Time.Testing;
using NewsBot.Answering;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;

namespace NewsBot.Tests.Discord;

public class LiveReplyTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Recorder _shown;

    public LiveReplyTests() => _shown = new Recorder(_time);

    private LiveReply Begin(LivePace? pace = null) => new(_shown, _time, pace ?? new LivePace(), CancellationToken.None);

    private static Reply Prose(int characters) => new Reply.Growing("?", [new AnsweredClaim(new string('x', characters), [1], Verdict.Supported)]);

    private static Reply Final { get; } = new Reply.Notice("done");

    private async Task AdvanceAsync(TimeSpan time)
    {
        // Small steps, with a breath in between for what waits on the clock.
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(100))
        {
            await Task.Delay(2);
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        await Task.Delay(5);
    }

    [Fact]
    public async Task The_first_sentence_is_shown_at_once_and_the_end_always()
    {
        await using var live = Begin();

        live.Show(Prose(50), 50);
        await _shown.CountAsync(1);
        var finishing = live.FinishAsync(Final, CancellationToken.None);
        await AdvanceAsync(TimeSpan.FromSeconds(1.5));

        (await finishing).ShouldBeTrue();
        _shown.Replies[^1].ShouldBe(Final);
        _shown.At[0].ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Edits_are_at_least_the_interval_apart_and_show_only_the_newest_state()
    {
        await using var live = Begin();
        live.Show(Prose(50), 50);
        await _shown.CountAsync(1);

        live.Show(Prose(100), 100);
        live.Show(Prose(150), 150);
        live.Show(Prose(200), 200);
        await AdvanceAsync(TimeSpan.FromSeconds(3));

        _shown.Replies.Count.ShouldBe(2);
        _shown.Replies[1].ShouldBeOfType<Reply.Growing>().Claims[0].Text.Length.ShouldBe(200);
        (_shown.At[1] - _shown.At[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1.2));
    }

    [Fact]
    public async Task Fewer_than_forty_new_characters_are_not_worth_an_edit()
    {
        await using var live = Begin();
        live.Show(Prose(50), 50);
        await _shown.CountAsync(1);

        live.Show(Prose(89), 89);
        await AdvanceAsync(TimeSpan.FromSeconds(5));

        _shown.Replies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_state_of_waiting_is_shown_only_when_waiting_takes_a_while()
    {
        await using var live = Begin();

        live.Show(new Reply.Searching(10), 0);
        await AdvanceAsync(TimeSpan.FromSeconds(0.5));
        _shown.Replies.ShouldBeEmpty();
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        _shown.Replies.ShouldHaveSingleItem().ShouldBeOfType<Reply.Searching>();
    }

    [Fact]
    public async Task A_state_of_waiting_never_follows_prose()
    {
        await using var live = Begin();
        live.Show(Prose(50), 50);
        await _shown.CountAsync(1);

        live.Show(new Reply.Reading(6), 0);
        await AdvanceAsync(TimeSpan.FromSeconds(5));

        _shown.Replies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_it_is_too_much_it_waits_as_long_as_it_is_told_and_then_shows_what_is_newest()
    {
        await using var live = Begin();
        _shown.Next.Enqueue(new ShowOutcome.TooOften(TimeSpan.FromSeconds(4)));
        live.Show(Prose(50), 50);
        await _shown.CountAsync(1);

        live.Show(Prose(120), 120);
        await AdvanceAsync(TimeSpan.FromSeconds(3));
        _shown.Replies.Count.ShouldBe(1);
        await AdvanceAsync(TimeSpan.FromSeconds(2));

        _shown.Replies[^1].ShouldBeOfType<Reply.Growing>().Claims[0].Text.Length.ShouldBe(120);
    }

    [Fact]
    public async Task The_end_waits_out_a_limit_too()
    {
        await using var live = Begin();
        _shown.Next.Enqueue(new ShowOutcome.TooOften(TimeSpan.FromSeconds(4)));

        var finishing = live.FinishAsync(Final, CancellationToken.None);
        await AdvanceAsync(TimeSpan.FromSeconds(5));

        (await finishing).ShouldBeTrue();
        _shown.Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_the_message_is_gone_nothing_more_is_sent()
    {
        await using var live = Begin();
        _shown.Next.Enqueue(new ShowOutcome.Gone());
        live.Show(Prose(50), 50);
        await _shown.CountAsync(1);
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        live.IsGone.ShouldBeTrue();
        (await live.FinishAsync(Final, CancellationToken.None)).ShouldBeFalse();
        _shown.Replies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task There_are_never_more_edits_than_allowed_the_last_one_included()
    {
        await using var live = Begin(new LivePace { MostEdits = 3 });
        for (var i = 1; i <= 10; i++)
        {
            live.Show(Prose(i * 50), i * 50);
            await AdvanceAsync(TimeSpan.FromSeconds(2));
        }

        var finishing = live.FinishAsync(Final, CancellationToken.None);
        await AdvanceAsync(TimeSpan.FromSeconds(2));
        await finishing;

        _shown.Replies.Count.ShouldBe(3);
        _shown.Replies[^1].ShouldBe(Final);
    }

    private sealed class Recorder(FakeTimeProvider time) : IReplyTarget
    {
        public PostedMessage? Posted => null;

        public bool ShowsWaiting => true;

        private readonly DateTimeOffset _begin = time.GetUtcNow();
        private readonly SemaphoreSlim _arrived = new(0);

        public List<Reply> Replies { get; } = [];

        public List<TimeSpan> At { get; } = [];

        public Queue<ShowOutcome> Next { get; } = new();

        public Task<ShowOutcome> ShowAsync(Reply reply, CancellationToken cancellationToken)
        {
            Replies.Add(reply);
            At.Add(time.GetUtcNow() - _begin);
            var outcome = Next.TryDequeue(out var next) ? next : new ShowOutcome.Shown();
            _arrived.Release();
            return Task.FromResult(outcome);
        }

        public async Task CountAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                (await _arrived.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
            }

            await Task.Delay(5);
        }
    }
}
