using NewsBot.Archive;
using NewsBot.Discord.Rendering;
using NewsBot.Terminal;

namespace NewsBot.Tests.Discord;

/// <summary>What the card of a running job says of its pace is what the terminal and the web page say.</summary>
public sealed class JobCardTests
{
    [Theory]
    [InlineData("en-US", "time left not known yet")]
    [InlineData("de", "Restzeit noch nicht bekannt")]
    public void A_job_whose_end_nobody_knows_says_so(string locale, string words) =>
        TextOf(locale, new JobProgress { ItemsPerSecond = 3, At = DateTimeOffset.UnixEpoch }).ShouldContain(words);

    [Fact]
    public void Terminal_and_Discord_use_the_same_words() =>
        TextOf("en-US", new JobProgress { ItemsPerSecond = 3, At = DateTimeOffset.UnixEpoch }).ShouldContain(JobText.Left(null));

    [Fact]
    public void A_job_whose_end_is_known_says_when() =>
        TextOf("en-US", new JobProgress { ItemsPerSecond = 3, TimeLeft = TimeSpan.FromSeconds(80), At = DateTimeOffset.UnixEpoch }).ShouldContain("3.0 items per second · about 1 min 20 s left");

    private static string TextOf(string locale, JobProgress progress)
    {
        var job = new Job
        {
            Number = 1,
            Archive = ArchiveName.Default,
            State = JobState.Running,
            Priority = 0,
            Request = new JobRequest { Targets = ["https://news.example.org/sitemap.xml"] },
            RequestedBy = "guild 4",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Attempts = 1,
            Counts = default,
            Progress = progress,
        };
        return string.Join('\n', new JobLayout(ReplyTexts.For(locale), TimeProvider.System).Card(new Reply.JobCard(job, null)).Pieces.Select(piece => $"{piece}"));
    }
}
