using FsCheck.Xunit;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class StoryKeySortTests
{
    [Property(MaxTest = 100)]
    public void Keys_are_in_the_order_of_their_bands_then_of_their_days(int seed)
    {
        var random = new Random(seed);
        var keys = Enumerable.Range(0, random.Next(3_000))
            .Select(_ => StoryKey.Of(random.Next(4) == 0 ? random.Next(-3, 3) : random.NextInt64(long.MinValue, long.MaxValue), random.Next(1, 50), random.Next(100)))
            .ToArray();

        var sorted = keys.ToArray();
        StoryKeySort.Sort(sorted);
        sorted.ShouldBe(keys.Order());
    }
}
