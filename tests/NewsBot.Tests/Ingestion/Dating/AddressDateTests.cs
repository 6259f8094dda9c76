using NewsBot.Ingestion.Dating;

namespace NewsBot.Tests.Ingestion.Dating;

public sealed class AddressDateTests
{
    [Theory]
    [InlineData("/2019/11/20/ferry", "2019-11-20")]
    [InlineData("/news/2019-11-20-ferry.html", "2019-11-20")]
    [InlineData("/20191120/ferry", "2019-11-20")]
    [InlineData("/2019/1120/ferry", "2019-11-20")]
    [InlineData("/meldungen/29-10-2021", "2021-10-29")]
    public void The_day_in_an_address_is_read(string path, string day) => AddressDate.Read(path).ToString().ShouldBe(day);

    [Theory]
    [InlineData("/2019/11/ferry")]
    [InlineData("/2019/13/45/ferry")]
    [InlineData("/article/201911201234567")]
    [InlineData("/ferry")]
    public void An_address_without_a_day_has_none(string path) => AddressDate.Read(path).ShouldBeNull();
}
