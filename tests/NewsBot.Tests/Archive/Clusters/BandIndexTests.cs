using FsCheck.Xunit;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class BandIndexTests : IDisposable
{
    /// <summary>So few that three hundred articles are put into runs, and runs together, many times.</summary>
    private const int MostWaiting = 4;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Property(MaxTest = 20)]
    public void Whoever_was_added_and_not_removed_is_found_by_each_band_wherever_its_keys_lie(int seed)
    {
        using var data = new TemporaryFolder();
        using var database = Database.OpenForWriting(data.Path);
        var random = new Random(seed);
        var memory = new BandMemory(MostWaiting);
        var kept = new Dictionary<long, long[]>();
        AddArticles(database, 300);
        foreach (var article in Enumerable.Range(1, 300).Select(number => (long)number))
        {
            database.Write(session =>
            {
                var index = new BandIndex(session, memory);
                Add(index, kept, article, [.. Enumerable.Range(0, 8).Select(_ => (long)random.Next(60) * 0x1234_5678_9ABC_DEF)]);
                if (random.Next(3) == 0)
                {
                    var gone = kept.Keys.ElementAt(random.Next(kept.Count));
                    index.Remove(gone).ShouldBeTrue();
                    kept.Remove(gone);
                }

                index.Write();
                return true;
            });
        }

        // A process that opens the archive later finds the same.
        foreach (var seen in new[] { memory, new BandMemory(MostWaiting) })
        {
            database.Write(session =>
            {
                var index = new BandIndex(session, seen);
                foreach (var band in Enumerable.Range(0, 60).Select(number => number * 0x1234_5678_9ABC_DEF))
                {
                    index.With(band).Select(key => key.Article).Order().ShouldBe(kept.Where(article => article.Value.Contains(band)).Select(article => article.Key).Order());
                }

                return true;
            });
        }
    }

    [Fact]
    public void Keys_that_an_older_program_left_waiting_are_found_and_become_runs()
    {
        using var database = Database.OpenForWriting(folder.Path);
        AddArticles(database, 30);
        database.Write(session =>
        {
            var index = new BandIndex(session, new BandMemory(1_000));
            for (var article = 1; article <= 30; article++)
            {
                index.Add(article, day: 0, [article % 7], sketch: []);
            }

            return true;
        });

        database.Write(session => new BandIndex(session, new BandMemory(MostWaiting)).With(3).Select(key => key.Article).Order().ToList()).ShouldBe([3, 10, 17, 24]);
        database.Read(session => session.Scalar("SELECT count(*) FROM story_keys WHERE is_waiting = 1")).ShouldBe(2L);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(0L, 1 << 23)]
    [InlineData(-1L, (1 << 23) - 1)]
    [InlineData(86_400L, (1 << 23) + 1)]
    public void The_day_of_a_key_is_the_day_in_utc(long? seconds, int day)
    {
        StoryKey.DayOf(seconds).ShouldBe(day);
        StoryKey.Of(band: 1, article: 123_456_789_012, day).ShouldSatisfyAllConditions(key => key.Day.ShouldBe(day), key => key.Article.ShouldBe(123_456_789_012));
    }

    private static void Add(BandIndex index, Dictionary<long, long[]> kept, long article, long[] bands)
    {
        index.Add(article, day: 0, bands.Distinct().ToArray(), sketch: [1]);
        kept.Add(article, bands);
    }

    private static void AddArticles(Database database, int count) => database.Write(session =>
    {
        session.Execute("INSERT INTO archives (key, name, created_at) VALUES (1, 'a', '')");
        for (var key = 1; key <= count; key++)
        {
            session.Execute(
                "INSERT INTO articles (key, archive, id, sequence, current_version, characters, passages) VALUES ($key, 1, $id, $key, 1, 0, 0)",
                ("$key", key),
                ("$id", BitConverter.GetBytes(key)));
        }

        return true;
    });
}
