using System.Text;
using Microsoft.Playwright;
using NewsBot.Archive;
using NewsBot.Tests.Web;

namespace NewsBot.EndToEnd.Web;

/// <summary>The administration as an administrator uses it, on a phone and on a desk.</summary>
[Collection(nameof(BrowserTests))]
public sealed class AdministrationInABrowserTests(Chromium chromium)
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title>Ferry timetable changes</title><meta property="article:published_time" content="2024-09-23"></head>
        <body><main><article><h1>Ferry timetable changes</h1><p>The ferry to Hollen leaves at noon from Monday, the harbour office said in a statement.</p>
        <p>Passengers who hold a monthly ticket may use the evening boat as well, and the office expects longer queues on the first days of the week.</p></article></main></body></html>
        """;

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task Who_signs_out_is_out_and_five_wrong_keys_close_the_door(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.SignInAsync(width, height);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/admin/questions");
        for (var i = 0; i < 5; i++)
        {
            await BrowsedWeb.TrySigningInAsync(page, "not the key");
            await page.GetByText("That is not the key.").WaitForAsync();
        }

        await BrowsedWeb.TrySigningInAsync(page, BrowsedWeb.AdminKey);
        await page.GetByText("Too many wrong keys.").WaitForAsync();
    }

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task A_page_that_is_uploaded_is_seen_to_its_end_live_read_anew_and_removed(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.SignInAsync(width, height);

        await page.GotoAsync("/admin/ingest");
        await page.GetByLabel("Files: choose them, or drop them here").SetInputFilesAsync(new FilePayload { Name = "ferry.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(Page) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the files" }).ClickAsync();
        await page.GetByText("reads 1 uploaded file into the archive default").WaitForAsync();
        await page.Locator("tr:has-text('ferry.html'):has-text('Done')").WaitForAsync();

        await page.GotoAsync("/admin/articles");
        await page.Locator("tr:has-text('Ferry timetable')").GetByRole(AriaRole.Link, new() { Name = "Read anew" }).ClickAsync();
        await page.FrameLocator("iframe").Locator("h1").WaitForAsync();
        await page.GetByText("Nothing would change.").WaitForAsync();

        await page.GotoAsync("/admin/articles");
        var row = page.Locator("tr:has-text('Ferry timetable')");
        await row.Locator("summary").ClickAsync();
        await row.GetByLabel("Reason, readable by all").FillAsync("asked for by the harbour");
        await row.GetByRole(AriaRole.Button, new() { Name = "Remove for good" }).ClickAsync();
        await page.GetByText("Removed for good:").WaitForAsync();
        await page.GotoAsync("/admin/audit");
        await page.GetByText("articles.remove").First.WaitForAsync();
    }

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task Feeds_and_keys_are_made_and_taken_back_without_scripts(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.SignInAsync(width, height, scripts: false);

        await page.GotoAsync("/admin/feeds");
        await page.GetByLabel("Address of the feed").FillAsync("https://herald.example/feed.xml");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the feed" }).ClickAsync();
        await page.GetByText("is looked at every 15 minutes").WaitForAsync();
        await page.Locator("tr:has-text('herald.example')").GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await page.GetByText("is looked at no more").WaitForAsync();

        await page.GotoAsync("/admin/keys");
        await page.GetByLabel("Who or what uses it").FillAsync("the newsroom");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        (await page.Locator("code.secret").TextContentAsync()).ShouldNotBeNull().ShouldStartWith("nb_");
        await page.ReloadAsync();
        (await page.Locator("code.secret").CountAsync()).ShouldBe(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await page.GetByText("opens nothing any more").WaitForAsync();
    }

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task Questions_are_logged_with_the_gaps_listed_under_articles_and_deleted_and_judgements_are_read(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        await web.Web.AskAsync(Stories.AskingForTheBridge);
        await web.Web.AskAsync(Stories.AskingForTheMoon);
        var page = await web.SignInAsync(width, height);

        await page.GotoAsync("/admin/questions");
        await page.GetByRole(AriaRole.Button, new() { Name = "List under articles" }).ClickAsync();
        await page.GetByText("is shown under the articles that it cites").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Answer", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Good answer" }).ClickAsync();
        await page.GetByText("Thank you.").WaitForAsync();
        await page.GotoAsync("/admin/feedback");
        await page.Locator($"tr:has-text('{Stories.AskingForTheBridge}'):has-text('good')").WaitForAsync();

        await page.GotoAsync("/admin/questions");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gaps in the archive" }).ClickAsync();
        await page.Locator($"tr:has-text('{Stories.AskingForTheMoon}')").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByText("The question and its answer were deleted.").WaitForAsync();
        (await page.Locator($"tr:has-text('{Stories.AskingForTheMoon}')").CountAsync()).ShouldBe(0);
    }
}
