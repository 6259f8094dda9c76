using System.Globalization;
using System.Text;
using NewsBot.Ingestion.Feeds;

namespace NewsBot.Tests.Ingestion.Feeds;

/// <summary>Feeds that leave their elements open, or nest them without end, are read entry by entry, each part once.</summary>
public sealed class UnfinishedFeedTests
{
    private const int Many = 100_000;

    [Theory]
    [InlineData("<rss><channel>", "<item><title>Story {0}</title><link>https://example.org/{0}</link>")]
    [InlineData("<rss><channel>", "<rss:item><rss:title>Story {0}</rss:title><link>https://example.org/{0}</link>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry><title>Story {0}</title><link href='https://example.org/{0}'/>")]
    public void An_entry_that_is_not_ended_ends_where_the_next_one_begins(string head, string entry)
    {
        var feed = Read(head + Repeated(entry, 500));

        feed.Entries.Select(found => found.Link).ShouldBe(Enumerable.Range(0, 500).Select(number => $"https://example.org/{number}"));
        feed.Entries.ShouldAllBe(found => found.Title.StartsWith("Story "));
    }

    [Fact]
    public void Pages_of_a_sitemap_that_are_not_ended_are_all_listed()
    {
        var sitemap = Sitemap.Read("<urlset>" + Repeated("<url><loc>https://example.org/{0}</loc>", 500));

        sitemap!.Pages.Count.ShouldBe(500);
    }

    [Fact]
    public void No_text_is_read_twice_however_many_entries_are_left_open()
    {
        var text = "<rss><channel>" + Repeated("<item><title>T{0}<description>Words of story {0}", Many);

        var feed = Read(text);

        feed.Entries.Count.ShouldBe(Many);
        feed.Entries.Sum(entry => entry.Title.Length + (entry.Summary?.Length ?? 0)).ShouldBeLessThan(2 * text.Length);
    }

    [Fact]
    public void An_entry_inside_an_entry_belongs_to_the_outer_one()
    {
        var feed = Read("<rss><channel><item><title>Outer</title><item><title>Inner</title></item></item><item><title>Next</title></item></channel></rss>");

        feed.Entries.Select(entry => entry.Title).ShouldBe(["Outer", "Next"]);
    }

    [Theory]
    [InlineData("<b>", "</b>")]
    [InlineData("<item><title>T", "</title></item>")]
    [InlineData("<channel><description>D", "</description></channel>")]
    public void Well_formed_elements_nested_without_end_do_not_exhaust_the_stack(string start, string end)
    {
        var feed = Read("<rss><channel><item><title>Ferry</title><description>" + Repeated(start, Many) + Repeated(end, Many) + "</description></item></channel></rss>");

        feed.Entries[0].Title.ShouldBe("Ferry");
    }

    private static Feed Read(string text) => FeedReader.Read(text, "https://example.org/feed").ShouldNotBeNull();

    private static string Repeated(string format, int count)
    {
        var parsed = CompositeFormat.Parse(format);
        var text = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, parsed, number);
        }

        return text.ToString();
    }
}
