using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class StorySketchTests
{
    private const int Pairs = 400;

    [Theory]
    [InlineData(200, 200, .5, "half of both is common, which is what is asked for")]
    [InlineData(200, 500, .34, "the longer one was written on, and holds .85 of the shorter one")]
    [InlineData(40, 40, .5, "two short ones")]
    public void Of_texts_with_just_so_much_in_common_that_they_may_be_one_story_nearly_none_is_passed_over(int runsA, int runsB, double common, string why)
    {
        var passedOver = Enumerable.Range(0, Pairs).Count(seed => !MayBeSame(seed, runsA, runsB, common));

        passedOver.ShouldBeLessThan(Pairs / 20, why);
    }

    [Theory]
    [InlineData(200, 200, .15)]
    [InlineData(150, 250, .1)]
    public void Texts_that_share_a_paragraph_only_are_told_apart_without_being_read(int runsA, int runsB, double common)
    {
        var compared = Enumerable.Range(0, Pairs).Count(seed => MayBeSame(seed, runsA, runsB, common));

        compared.ShouldBeLessThan(Pairs / 20);
    }

    /// <summary>Compares two texts of words that stand nowhere else, of which so much is common.</summary>
    private static bool MayBeSame(int seed, int runsA, int runsB, double common)
    {
        var shared = (int)Math.Ceiling(common * (runsA + runsB) / (1 + common));
        var first = string.Join(' ', Enumerable.Range(0, shared).Select(word => $"s{seed}x{word}"));
        return StorySketch.MayBeSame(Sketch($"{first} {Rest("a", runsA)}"), Sketch($"{first} {Rest("b", runsB)}"));

        string Rest(string of, int runs) => string.Join(' ', Enumerable.Range(0, runs - shared).Select(word => $"{of}{seed}x{word}"));
    }

    private static byte[] Sketch(string text) => StorySketch.Of(StoryMinima.Of(text));
}
