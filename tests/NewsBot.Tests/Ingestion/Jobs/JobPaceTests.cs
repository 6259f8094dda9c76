using Microsoft.Extensions.Time.Testing;
using NewsBot.Ingestion.Jobs;

namespace NewsBot.Tests.Ingestion.Jobs;

public sealed class JobPaceTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void The_time_left_of_files_follows_from_their_bytes()
    {
        var pace = new JobPace(clock, 0, 0);
        clock.Advance(TimeSpan.FromSeconds(2));

        pace.Measure(items: 10, bytesRead: 200, bytesTotal: 1_000).TimeLeft.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void The_time_left_of_a_feed_follows_from_the_pages_it_lists()
    {
        var pace = new JobPace(clock, 0, 0);
        clock.Advance(TimeSpan.FromSeconds(5));

        pace.Measure(items: 10, bytesRead: 0, bytesTotal: null, itemsLeft: 30).TimeLeft.ShouldBe(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void Nobody_makes_up_a_time_while_sitemaps_that_were_named_are_unread()
    {
        var pace = new JobPace(clock, 0, 0);
        clock.Advance(TimeSpan.FromSeconds(5));

        pace.Measure(items: 10, bytesRead: 0, bytesTotal: null).TimeLeft.ShouldBeNull();
    }
}
