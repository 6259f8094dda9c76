using FsCheck.Xunit;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class StoryKeyBlocksTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Property(MaxTest = 30)]
    public void What_was_added_and_not_removed_is_kept_whatever_the_order_and_in_blocks_of_a_page(int seed)
    {
        using var data = new TemporaryFolder();
        using var database = Database.OpenForWriting(data.Path);
        var random = new Random(seed);
        var kept = new SortedDictionary<long, KeptKeys>();
        for (var transaction = 0; transaction < 40; transaction++)
        {
            database.Write(session =>
            {
                var blocks = new StoryKeyBlocks(session);
                for (var change = random.Next(60); change > 0; change--)
                {
                    var article = random.Next(3) == 0 ? random.Next(1, 400) : kept.Keys.LastOrDefault() + 1;
                    blocks.Remove(article)?.Article.ShouldBe(kept.ContainsKey(article) ? article : -1);
                    kept.Remove(article);
                    if (random.Next(5) > 0)
                    {
                        kept.Add(article, KeysOf(article, random));
                        blocks.Add(kept[article]);
                    }
                }

                blocks.Write();
                return true;
            });
        }

        database.Write(session =>
        {
            ShouldHold(new StoryKeyBlocks(session), kept);
            session.Scalar($"SELECT count(*) FROM story_key_blocks WHERE length(entries) > 4096").ShouldBe(0L);
            return true;
        });
    }

    [Fact]
    public void Articles_that_follow_each_other_share_a_row()
    {
        using var database = Database.OpenForWriting(folder.Path);
        database.Write(session =>
        {
            var blocks = new StoryKeyBlocks(session);
            for (var article = 1; article <= 280; article++)
            {
                blocks.Add(KeysOf(article, new Random(article)));
            }

            blocks.Write();
            return session.Scalar("SELECT count(*) FROM story_key_blocks");
        }).ShouldBe(10L);
    }

    private static void ShouldHold(StoryKeyBlocks blocks, SortedDictionary<long, KeptKeys> kept)
    {
        for (var article = 0; article < 1_500; article++)
        {
            var expected = kept.GetValueOrDefault(article);
            blocks.SketchOf(article).ToArray().ShouldBe(expected?.Sketch ?? []);
            blocks.Find(article)?.Bands.ShouldBe(expected?.Bands);
        }

        var inOrder = new List<long>();
        while (blocks.After(inOrder.LastOrDefault()) is { Count: > 0 } next)
        {
            inOrder.AddRange(next.Select(entry => entry.Article));
        }

        inOrder.ShouldBe(kept.Keys);
    }

    private static KeptKeys KeysOf(long article, Random random)
    {
        var sketch = new byte[StorySketch.Length];
        random.NextBytes(sketch);
        return new KeptKeys(article, random.Next(), [.. Enumerable.Range(0, random.Next(1, StoryBands.Count + 1)).Select(_ => random.NextInt64())], sketch);
    }
}
