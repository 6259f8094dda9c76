using FsCheck.Xunit;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class StorySketchTests
{
    private static readonly string[] Words = ["River", "rose", "to", "4.5", "metres", "on", "Monday", "5-15/16", "zwei", "東京", "Été", "…", "(AP)", "a1b2"];

    [Property(MaxTest = 200)]
    public void The_minima_of_a_text_are_those_of_its_runs_however_short_it_is(int seed)
    {
        var random = new Random(seed);
        var text = string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => Words[random.Next(Words.Length)]));

        var words = StoryWords.Read(text).Words;
        var minima = new ulong[StorySketch.Bins];
        Array.Fill(minima, ulong.MaxValue);
        for (var first = 0; first <= Math.Max(0, words.Count - StoryFeatures.ShingleWords); first++)
        {
            var shingle = words.Skip(first).Take(StoryFeatures.ShingleWords).Aggregate(0UL, (hash, word) => StoryWords.Mix((hash * 31) + word));
            minima[shingle % StorySketch.Bins] = Math.Min(minima[shingle % StorySketch.Bins], shingle);
        }

        StorySketch.MinimaOf(text).ShouldBe(minima);
    }
}
