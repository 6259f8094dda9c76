using Microsoft.Playwright;
using NewsBot.Archive;
using NewsBot.Tests.Web;

namespace NewsBot.EndToEnd.Web;

/// <summary>Searching and reading, on a phone and on a desk.</summary>
[Collection(nameof(BrowserTests))]
public sealed class ReadingInABrowserTests(Chromium chromium)
{
    private const int Ferries = 25;

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task A_search_is_paged_drawn_over_time_and_narrowed_by_a_click(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium, [.. Enumerable.Range(0, Ferries).Select(Ferry)]);
        var page = await web.OpenAsync("/search", width, height);

        await page.GetByLabel("Words to look for").FillAsync("ferry harbour");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByText("Page 1 of 3").WaitForAsync();
        (await page.Locator(".timeline svg rect").CountAsync()).ShouldBeGreaterThan(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await page.GetByText("Page 2 of 3").WaitForAsync();
        (await page.Locator(".results > li").CountAsync()).ShouldBe(10);
        await page.Locator(".facets").GetByRole(AriaRole.Link, new() { Name = "Evening Courier" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Remove all limits" }).WaitForAsync();
        (await page.Locator(".results .byline").AllTextContentsAsync()).ShouldAllBe(byline => byline.Contains("Evening Courier", StringComparison.Ordinal));
        await page.Locator(".results a").First.ClickAsync();
        await page.Locator("article.archived").WaitForAsync();
    }

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task What_changed_between_two_versions_is_shown_word_by_word(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync("/articles/bridge?version=1", width, height);

        await page.GetByText("version 1 of 2: a later one exists").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What changed" }).ClickAsync();

        await Assertions.Expect(page.Locator(".body del")).ToHaveTextAsync("345");
        await Assertions.Expect(page.Locator(".body ins")).ToHaveTextAsync("355");
    }

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task A_citation_is_copied_with_its_quote(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync(QuoteAddress(web), width, height);

        await page.GetByText("Cite this article").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();

        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldContain(Stories.Approved);
    }

    private static string QuoteAddress(BrowsedWeb web)
    {
        var start = web.Store.Find(ArchiveName.Default, "bridge")!.Text.IndexOf(Stories.Approved, StringComparison.Ordinal);
        return FormattableString.Invariant($"/articles/bridge?start={start}&end={start + Stories.Approved.Length}");
    }

    private static Story Ferry(int number)
    {
        var story = Stories.Of($"ferry-{number}", $"Ferry {number} leaves the harbour", $"The ferry number {number} left the harbour of Eastmoor with {number + 40} passengers. Captain {(char)('A' + number)}. Lund spoke of calm weather on route {number * 3}.");
        var content = story.Content with
        {
            Source = number % 2 == 0 ? "Evening Courier" : "Harbor Herald",
            Published = NewsTime.OfDay(new DateOnly(2023, 1 + (number % 12), 3)),
            Url = FormattableString.Invariant($"https://herald.example/ferry/{number}"),
        };
        return story with { Content = content };
    }
}
