using NewsBot.Ingestion.Dating;

namespace NewsBot.Tests.Ingestion.Dating;

public sealed class StatedTimeTests
{
    [Theory]
    [InlineData("2019-11-20T10:00:00-05:00", "2019-11-20T10:00:00-05:00")]
    [InlineData("2019-11-20T10:00:00.123Z", "2019-11-20T10:00:00Z")]
    [InlineData("2019-11-20T10:00:00+0100", "2019-11-20T10:00:00+01:00")]
    [InlineData("2019-11-20", "2019-11-20")]
    [InlineData("20191120", "2019-11-20")]
    [InlineData("Wed, 20 Nov 2019 10:00:00 GMT", "2019-11-20T10:00:00Z")]
    [InlineData("1574244000", "2019-11-20T10:00:00Z")]
    [InlineData("November 20, 2019", "2019-11-20")]
    public void Times_for_machines_keep_their_offset(string text, string time) => StatedTime.Read(text).ToString().ShouldBe(time);

    [Fact]
    public void A_time_of_day_without_an_offset_leaves_only_the_day() => StatedTime.Read("2019-11-20T23:30:00").ToString().ShouldBe("2019-11-20");

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2019-13-45")]
    public void What_is_no_time_is_none(string text) => StatedTime.Read(text).ShouldBeNull();
}
