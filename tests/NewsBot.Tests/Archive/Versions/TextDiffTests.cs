using FsCheck.Xunit;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Versions;

public class TextDiffTests
{
    [Fact]
    public void A_changed_word_stands_between_what_stayed() =>
        TextDiff.Between("The wing will have 64 beds.", "The wing will have 46 beds.").ShouldBe(
        [
            new DiffPart(DiffKind.Same, "The wing will have "),
            new DiffPart(DiffKind.Removed, "64 "),
            new DiffPart(DiffKind.Added, "46 "),
            new DiffPart(DiffKind.Same, "beds."),
        ]);

    [Property(MaxTest = 300)]
    public void The_parts_give_both_texts_back(byte[] first, byte[] second)
    {
        var (older, newer) = (Text(first), Text(second));

        var parts = TextDiff.Between(older, newer);

        string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)).ShouldBe(older);
        string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)).ShouldBe(newer);
        parts.Zip(parts.Skip(1)).ShouldAllBe(pair => pair.First.Kind != pair.Second.Kind);
    }

    [Fact]
    public void Long_texts_with_nothing_in_common_are_different_as_a_whole()
    {
        var (older, newer) = (string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i} ")), string.Concat(Enumerable.Range(0, 20_000).Select(i => $"b{i} ")));

        TextDiff.Between(older, newer).ShouldBe([new DiffPart(DiffKind.Removed, older), new DiffPart(DiffKind.Added, newer)]);
    }

    private static string Text(byte[] bytes) => string.Concat(bytes.Select(b => (b % 7) switch { 0 => " ", 1 => "\n\n", var word => "w" + word + " " }));
}
