using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class PublisherNameTests
{
    [Theory]
    [InlineData("Associated Press", "The Associated Press")]
    [InlineData("Associated Press", "AP News")]
    [InlineData("Associated Press", "Associated Press Television")]
    [InlineData("AP", "Associated Press")]
    [InlineData("Coastline Press", "Coastline Press Agency")]
    [InlineData("Xinhua", "Xinhua News Agency")]
    [InlineData("dpa", "Deutsche Presse-Agentur")]
    [InlineData("PTI", "Press Trust of India")]
    [InlineData("REUTERS", "Reuters.com")]
    public void One_house_is_known_under_each_of_its_names(string one, string other)
    {
        PublisherName.AreSame(one, other).ShouldBeTrue();
        PublisherName.AreSame(other, one).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Times", "Times of India")]
    [InlineData("The", "The Herald")]
    [InlineData("News", "News Tribune")]
    [InlineData("Associated Press", "Australian Associated Press")]
    [InlineData("Press", "Press Association")]
    [InlineData("A", "Associated Press")]
    [InlineData("", "Herald")]
    public void Names_that_only_begin_or_end_alike_are_two_houses(string one, string other)
    {
        PublisherName.AreSame(one, other).ShouldBeFalse();
        PublisherName.AreSame(other, one).ShouldBeFalse();
    }
}
