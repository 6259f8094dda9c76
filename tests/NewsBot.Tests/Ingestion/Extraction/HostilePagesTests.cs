using System.Text;
using NewsBot.Fakes;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>Pages that were built to be expensive are refused before they are parsed; damaged ones never throw.</summary>
public sealed class HostilePagesTests
{
    public static TheoryData<string, string> Bombs() => new()
    {
        { "nested elements", string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep" },
        { "nested formatting", string.Concat(Enumerable.Repeat("<a><b><i><p>x", 20_000)) },
        { "nested tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 50_000)) + "x" },
        { "a million attributes", "<div " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=1 ")) + ">text</div>" },
        { "one line without end", new string('x', 11_000_000) },
        { "scripts galore", string.Concat(Enumerable.Repeat("<script>x</script>", 60_000)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_page_that_no_publisher_builds_is_refused_with_a_reason(string what, string html) =>
        HtmlExtractor.Extract(Pages.Of(html)).Reason().Length.ShouldBeGreaterThan(20, what);

    [Fact]
    public void Json_that_nests_without_end_is_left_out() =>
        HtmlExtractor.Extract(Pages.Of("<script type='application/ld+json'>" + new string('[', 500_000) + "</script><body>" + Story())).ShouldBeOfType<ExtractionResult.Extracted>();

    /// <summary>A fixed number of real layouts with bytes cut, doubled and changed at places a fixed seed chooses.</summary>
    [Fact]
    public void A_damaged_page_gives_an_article_or_a_reason_and_never_throws()
    {
        var random = new Random(20261125);
        var pages = Directory.GetFiles(Path.Combine(SharedData.ProjectRoot()!, "src", "NewsBot", "Sample", "html")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        for (var i = 0; i < 400; i++)
        {
            var damaged = Damage(pages[i % pages.Count], random);
            Should.NotThrow(() => HtmlExtractor.Extract(Pages.Of(damaged, "https://example.org/2024/01/02/x")));
        }
    }

    private static byte[] Damage(byte[] page, Random random)
    {
        var bytes = page.ToList();
        for (var change = 0; change < 12; change++)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 400), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(length, bytes.Count - 1));
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.ASCII.GetBytes("<\"'>&{}[]=!--"[random.Next(12)..]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Story() => string.Concat(Enumerable.Repeat("<p>A sentence that is long enough to be running text in any article of the harbour paper.</p>", 3));
}
