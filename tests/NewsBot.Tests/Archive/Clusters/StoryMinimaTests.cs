using System.Numerics;
using FsCheck.Xunit;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class StoryMinimaTests
{
    private const int RunWords = StoryFeatures.ShingleWords;

    private static readonly string[] Words = ["River", "rose", "to", "4.5", "metres", "on", "Monday", "5-15/16", "zwei", "東京", "Été", "…", "(AP)", "a1b2"];

    [Property(MaxTest = 200)]
    public void The_minima_of_a_text_are_those_of_its_runs_however_short_it_is(int seed)
    {
        var random = new Random(seed);
        var text = string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => Words[random.Next(Words.Length)]));

        var words = HashesOf(text);
        var least = new ulong[StoryMinima.Bins];
        Array.Fill(least, StoryMinima.Empty);
        for (var first = 0; first <= Math.Max(0, words.Count - RunWords); first++)
        {
            var run = RunOf([.. words.Skip(first).Take(RunWords)]);
            least[run % StoryMinima.Bins] = Math.Min(least[run % StoryMinima.Bins], run);
        }

        var minima = StoryMinima.Of(text);
        minima.Least.ToArray().ShouldBe(least);
        minima.Runs.ShouldBe(Math.Max(1, words.Count - RunWords + 1));
    }

    private static List<ulong> HashesOf(string text)
    {
        var hashes = new List<ulong>();
        Span<StoryWord> some = stackalloc StoryWord[StoryWordReader.WordsAtOnce];
        var position = 0;
        while (StoryWordReader.Read(text, ref position, some) is > 0 and var count)
        {
            hashes.AddRange(some[..count].ToArray().Select(word => word.Hash));
        }

        return hashes;
    }

    private static ulong RunOf(List<ulong> words) =>
        StoryHash.Mix(words.Select((word, at) => BitOperations.RotateLeft(word, 16 * (words.Count - 1 - at))).Aggregate(0UL, (sum, word) => sum + word));
}
