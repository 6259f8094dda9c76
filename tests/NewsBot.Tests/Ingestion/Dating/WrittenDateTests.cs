using NewsBot.Ingestion.Dating;

namespace NewsBot.Tests.Ingestion.Dating;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("Wednesday, 20th November 2019", "2019-11-20")]
    [InlineData("Nov. 20, 2019 5:53 PM", "2019-11-20")]
    [InlineData("Veröffentlicht am 3. März 2020, 14 Uhr", "2020-03-03")]
    [InlineData("le 15 septembre 2009", "2009-09-15")]
    [InlineData("1er août 2021", "2021-08-01")]
    [InlineData("20 de noviembre de 2019", "2019-11-20")]
    [InlineData("22 ottobre 2010", "2010-10-22")]
    [InlineData("sexta-feira, 22 de outubro de 2010 às 20:13", "2010-10-22")]
    [InlineData("maandag 4 januari 2021", "2021-01-04")]
    [InlineData("30 сентября 2018", "2018-09-30")]
    [InlineData("2019年11月20日", "2019-11-20")]
    [InlineData("20.11.2019, 08:57", "2019-11-20")]
    [InlineData("8.5.12", "2012-05-08")]
    [InlineData("2019-11-20 10:00", "2019-11-20")]
    [InlineData("26/10/2018", "2018-10-26")]
    public void A_date_is_read_as_people_write_it(string text, string day) => WrittenDate.First(text, monthFirst: false).ToString().ShouldBe(day);

    [Theory]
    [InlineData(true, "2020-03-04")]
    [InlineData(false, "2020-04-03")]
    public void Whether_the_month_comes_first_depends_on_the_country(bool monthFirst, string day) =>
        WrittenDate.First("03/04/2020", monthFirst).ToString().ShouldBe(day);

    [Theory]
    [InlineData("20 November")]
    [InlineData("© 2019 Example Post")]
    [InlineData("31 February 2019")]
    [InlineData("Version 1.2.3.4")]
    [InlineData("Room 12 Building 2019")]
    [InlineData("nothing at all")]
    public void What_is_no_whole_date_is_none(string text) => WrittenDate.First(text, monthFirst: false).ShouldBeNull();

    [Fact]
    public void The_first_of_several_dates_counts() => WrittenDate.First("5 May 2019, updated 2019-06-01", monthFirst: false).ToString().ShouldBe("2019-05-05");
}
