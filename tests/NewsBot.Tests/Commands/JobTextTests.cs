using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Terminal;

namespace NewsBot.Tests.Commands;

public sealed class JobTextTests
{
    [Fact]
    public void A_step_tells_the_part_done_the_items_the_pace_and_what_is_left() =>
        JobText.Step(new IngestProgress(1, new OutcomeCounts(1_190, 0, 7, 0, 3), 42, 100) { ItemsPerSecond = 300, TimeLeft = TimeSpan.FromSeconds(200) })
            .ShouldBe("42 %, 1,200 items, 3 failed, 300/s, 3 min 20 s left");

    [Fact]
    public void A_slow_step_whose_end_nobody_knows_says_so() =>
        JobText.Step(new IngestProgress(1, new OutcomeCounts(1, 0, 0, 0, 0), 0, null) { ItemsPerSecond = .5 })
            .ShouldBe("1 item, 0.5/s, time left not known yet");

    [Fact]
    public void A_job_behind_others_says_that_it_waits() =>
        JobText.Step(new IngestProgress(1, default, 0, null) { IsWaiting = true }).ShouldBe("waits for its turn among the host's jobs");
}
