using NewsBot.Archive;

namespace NewsBot.Tests.Archive;

public class ArchiveNameTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("a")]
    [InlineData("town-news-2024")]
    public void A_name_of_lower_case_letters_digits_and_hyphens_is_accepted(string text) =>
        ArchiveName.Parse(text).Value.ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("Default")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("naïve")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Anything_else_is_refused_with_what_a_name_may_contain(string text) =>
        Should.Throw<FormatException>(() => ArchiveName.Parse(text)).Message.ShouldContain("a-z, 0-9 and '-'");
}
