using Microsoft.Playwright;
using NewsBot.Tests.Web;

namespace NewsBot.EndToEnd.Web;

/// <summary>Asking, checking and judging an answer, on a phone and on a desk, with scripts and without.</summary>
[Collection(nameof(BrowserTests))]
public sealed class AskingInABrowserTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task Without_scripts_a_question_is_answered_and_its_citation_opens_at_the_quote(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync("/", width, height, scripts: false);

        await page.GetByLabel("Your question").FillAsync(Stories.AskingForTheBridge);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        var quote = await page.Locator("#source-1 blockquote").TextContentAsync();
        await page.Locator(".marker[data-citation='1']").First.ClickAsync();

        await page.Locator("mark").WaitForAsync();
        (await page.Locator("mark").TextContentAsync()).ShouldBe(quote);
        await page.Locator("mark").ShouldBeInViewAsync(height);
    }

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task With_scripts_the_answer_streams_in_without_a_reload_and_its_link_shows_it_again(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync("/", width, height);
        await page.EvaluateAsync("window.isStillTheSamePage = true");

        await page.GetByLabel("Your question").FillAsync(Stories.AskingForTheBridge);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".sources").WaitForAsync();

        (await page.EvaluateAsync<bool>("window.isStillTheSamePage === true")).ShouldBeTrue();
        page.Url.ShouldContain("/?q=How+much+did+the+council");
        (await page.TitleAsync()).ShouldBe(Stories.AskingForTheBridge + " – NewsBot");
        var answered = await page.Locator(".claims").TextContentAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Link to this answer" }).ClickAsync();
        await page.Locator("h1.shared-question").WaitForAsync();
        (await page.Locator(".claims").TextContentAsync()).ShouldBe(answered);
    }

    [Fact]
    public async Task On_a_desk_a_citation_opens_beside_the_answer_and_arrows_lead_to_the_next_and_back()
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var (width, height) = (BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height);
        var page = await web.OpenAsync(web.KeepAnswerOf(("bridge", Stories.Approved), ("ramps", BrowsedWeb.Ramps)), width, height);

        await page.Locator(".marker").First.ClickAsync();
        var quote = page.Locator(".viewer #quote");
        await Assertions.Expect(quote).ToHaveTextAsync(Stories.Approved);
        await quote.ShouldBeInViewAsync(height);

        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".viewer-place")).ToHaveTextAsync("Source 2 of 2");
        await Assertions.Expect(quote).ToHaveTextAsync(BrowsedWeb.Ramps);
        await quote.ShouldBeInViewAsync(height);

        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(quote).ToHaveTextAsync(Stories.Approved);

        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(".viewer").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("marker");
    }

    [Fact]
    public async Task On_a_phone_a_citation_opens_in_place_of_the_answer()
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync(web.KeepAnswerOf(("ramps", BrowsedWeb.Ramps)), BrowsedWeb.Phone.Width, BrowsedWeb.Phone.Height);

        await page.Locator(".marker").First.ClickAsync();

        await page.WaitForURLAsync("**/articles/ramps?**");
        await page.Locator("mark").ShouldBeInViewAsync(BrowsedWeb.Phone.Height);
    }

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task Everything_can_be_done_with_the_keyboard(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync("/", width, height);

        await page.Keyboard.PressAsync("Tab");
        await page.ShouldHoldFocusAsync(".skip");
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldHoldFocusAsync("main");
        await page.Keyboard.PressAsync("Tab");
        await page.ShouldHoldFocusAsync("#q");
        await page.Keyboard.TypeAsync(Stories.AskingForTheBridge);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".sources").WaitForAsync();
        await page.TabToAsync(".marker");
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("mark").WaitForAsync();
        await page.Locator("mark").ShouldBeInViewAsync(height);
    }

    [Theory]
    [MemberData(nameof(BrowsedWeb.Sizes), MemberType = typeof(BrowsedWeb))]
    public async Task An_answer_is_checked_again_and_judged_by_plain_forms(int width, int height)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var address = web.KeepAnswerOf(("bridge", Stories.Approved));
        var page = await web.OpenAsync(address, width, height, scripts: false);

        await page.GetByRole(AriaRole.Button, new() { Name = "Check again" }).ClickAsync();
        await Assertions.Expect(page.Locator("#standing")).ToHaveTextAsync("Still supported");
        await page.GetByRole(AriaRole.Link, new() { Name = "The answer as it was given" }).ClickAsync();
        await page.GetByText("Something is wrong").ClickAsync();
        await page.GetByLabel("It is out of date").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await page.GetByText("Thank you.").WaitForAsync();

        var said = web.Store.Readers.FeedbackOn(Archive.ArchiveName.Default).ShouldHaveSingleItem();
        (said.IsGood, said.Kind).ShouldBe((false, "out_of_date"));
    }

    [Fact]
    public async Task Hostile_text_of_articles_and_questions_runs_nothing()
    {
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> @everyone [a](javascript:alert(3)) safe\u202Etxt";
        await using var web = await BrowsedWeb.StartAsync(chromium, Stories.Of("hostile", hostile, hostile + " is what the wily marmoset said.", url: "javascript:alert(4)"));
        var page = await web.OpenAsync("/", BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height);
        var happenings = page.NoteHappenings();

        await page.GetByLabel("Your question").FillAsync(hostile);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".answer").WaitForAsync();
        await page.GotoAsync(web.KeepAnswerOf(("hostile", hostile)));
        await page.Locator(".marker").First.ClickAsync();
        await page.Locator(".viewer #quote").WaitForAsync();
        await page.GotoAsync("/articles/hostile?start=0&end=20");

        happenings.ShouldBeEmpty();
        (await page.Locator("img, a[href^='javascript']").CountAsync()).ShouldBe(0);
    }
}
