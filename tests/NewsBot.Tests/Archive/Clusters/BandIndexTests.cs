using FsCheck.Xunit;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class BandIndexTests : IDisposable
{
    /// <summary>So few that three hundred articles are put into runs, and runs together, many times.</summary>
    private const int MostWaiting = 4;

    private static readonly byte[] NoSketch = new byte[StorySketch.Length];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Property(MaxTest = 20)]
    public void Whoever_was_added_and_not_removed_is_found_by_each_band_near_its_day_wherever_its_keys_lie(int seed)
    {
        using var data = new TemporaryFolder();
        using var database = Database.OpenForWriting(data.Path);
        var random = new Random(seed);
        var memory = new BandMemory(MostWaiting);
        var kept = new Dictionary<long, long[]>();
        var published = Enumerable.Range(0, 301).Select(_ => random.Next(5) == 0 ? (long?)null : random.Next(60) * 86_400L).ToArray();
        AddArticles(database, 300, published);
        foreach (var article in Enumerable.Range(1, 300).Select(number => (long)number))
        {
            database.Write(session =>
            {
                var index = new BandIndex(session, memory);
                Add(index, kept, article, published[article], SomeBands(random));
                if (random.Next(3) == 0)
                {
                    var gone = kept.Keys.ElementAt(random.Next(kept.Count));
                    index.Remove(gone).ShouldBeTrue();
                    kept.Remove(gone);
                    if (random.Next(2) == 0)
                    {
                        Add(index, kept, gone, published[gone], SomeBands(random));
                    }
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
                    var day = StoryKey.DayOf(random.Next(5) == 0 ? null : random.Next(60) * 86_400L);
                    index.With(band, day).Select(key => key.Article).Order().ShouldBe(kept
                        .Where(article => article.Value.Contains(band) && !StoryOverlap.AreFarApart(day, StoryKey.DayOf(published[article.Key])))
                        .Select(article => article.Key).Order());
                }

                return true;
            });
        }
    }

    [Fact]
    public void Few_keys_are_marked_as_waiting_for_the_last_article_in_the_runs_tells_it_of_the_others()
    {
        using var database = Database.OpenForWriting(folder.Path);
        AddArticles(database, 10);
        database.Write(session =>
        {
            var index = new BandIndex(session, new BandMemory(MostWaiting));
            for (var article = 1; article <= 10; article++)
            {
                index.Add(article, StoryKey.UnknownDay, [article], sketch: NoSketch);
                index.Write();
            }

            index.Remove(2);
            index.Add(2, StoryKey.UnknownDay, [2], sketch: NoSketch);
            index.Write();
            return true;
        });

        database.Read(session => session.Query("SELECT article FROM story_keys_marked", static row => row.GetInt64(0))).ShouldBe([2]);
        database.Write(session => new BandIndex(session, new BandMemory(1_000)).With(2, StoryKey.UnknownDay).Select(key => key.Article).ToList()).ShouldBe([2]);
        database.Write(session => new BandIndex(session, new BandMemory(1_000)).With(10, StoryKey.UnknownDay).Select(key => key.Article).ToList()).ShouldBe([10]);
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

    private static long[] SomeBands(Random random) => [.. Enumerable.Range(0, 8).Select(_ => (long)random.Next(60) * 0x1234_5678_9ABC_DEF)];

    private static void Add(BandIndex index, Dictionary<long, long[]> kept, long article, long? published, long[] bands)
    {
        index.Add(article, StoryKey.DayOf(published), bands.Distinct().ToArray(), sketch: NoSketch);
        kept.Add(article, bands);
    }

    private static void AddArticles(Database database, int count, long?[]? published = null) => database.Write(session =>
    {
        session.Execute("INSERT INTO archives (key, name, created_at) VALUES (1, 'a', '')");
        for (var key = 1; key <= count; key++)
        {
            session.Execute(
                "INSERT INTO articles (key, archive, id, sequence, current_version, characters, passages, published_at) VALUES ($key, 1, $id, $key, 1, 0, 0, $published)",
                ("$key", key),
                ("$id", BitConverter.GetBytes(key)),
                ("$published", published?[key]));
        }

        return true;
    });
}
