using System.Text;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Articles;

/// <summary>The normal form of text: what an archive keeps is well-formed, and stays as it is otherwise.</summary>
public sealed class ArticleTextTests
{
    [Theory]
    [InlineData("Plain text stays.\n\n\tIndented  too.", "Plain text stays.\n\n\tIndented  too.")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("Zu\u0308rich", "Z\u00FCrich")]
    [InlineData("a\u0000b\u0007c\uFEFFd\uFFFEe", "abcde")]
    [InlineData("हिन्दी में समाचार, tiếng Việt, ภาษาไทย", "हिन्दी में समाचार, tiếng Việt, ภาษาไทย")]
    public void Text_is_brought_into_its_normal_form(string text, string normal) => ArticleText.Normalise(text).ShouldBe(normal);

    [Fact]
    public void Halves_of_pairs_go_and_whole_pairs_stay() =>
        ArticleText.Normalise("whole \uD83D\uDE00, halves \uD83D and \uDE00").ShouldBe("whole \uD83D\uDE00, halves  and ");

    [Fact]
    public void Of_a_million_marks_on_a_letter_as_many_stay_as_unicode_lets_streams_have()
    {
        var text = "e" + new StringBuilder().Insert(0, "\u0327\u0301", 500_000) + " is a letter.";

        var normal = ArticleText.Normalise(text);

        normal.Length.ShouldBeLessThan(50);
        normal.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        normal.ShouldEndWith(" is a letter.");
        ArticleText.Normalise(normal).ShouldBe(normal);
    }
}
