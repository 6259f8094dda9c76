using Microsoft.Playwright;
using NewsBot.Archive;
using NewsBot.Tests.Web;

namespace NewsBot.EndToEnd.Web;

/// <summary>Every page against the rules of <c>AccessibilityRules.js</c>, at 320, 390 and 1280 pixels, light and dark.</summary>
[Collection(nameof(BrowserTests))]
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly int[] Widths = [320, 390, 1280];

    private static readonly string[] ReadersPages =
    [
        "/", "/?q=", "/?q=How+much+did+the+council+of+Hollen+approve+for+the+new+bridge", "/?q=Which+astronaut+walked+on+the+moon+first",
        "/articles/bridge?version=1&start=0&end=80", "/articles/bridge/changes?from=1&version=2", "/search", "/search?q=bridge", "/search?q=astronaut", "/search?q=", "/admin", "/nowhere",
    ];

    private static readonly string[] AdministratorsPages =
    [
        "/admin", "/admin/jobs", "/admin/jobs/1", "/admin/ingest", "/admin/feeds", "/admin/articles", "/admin/articles/bridge/reextract?archive=default",
        "/admin/questions", "/admin/feedback", "/admin/audit", "/admin/keys", "/admin/settings",
    ];

    [Fact]
    public async Task Every_page_for_readers_is_accessible_from_320_pixels_to_wide_in_light_and_dark()
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync("/", BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height);

        await ShouldKeepTheRulesAsync(page, [.. ReadersPages, web.KeepAnswerOf(("bridge", Stories.Approved), ("ramps", BrowsedWeb.Ramps)) + "?said=thanks"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check again" }).ClickAsync();
        await ShouldKeepTheRulesHereAsync(page);
    }

    [Fact]
    public async Task Every_page_of_the_administration_is_accessible_from_320_pixels_to_wide_in_light_and_dark()
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        web.Store.Feeds.Add(ArchiveName.Default, "https://herald.example/a/rather/long/address/of/a/feed.xml", TimeSpan.FromHours(1), "web");
        web.Store.Jobs.Cancel(web.Store.Jobs.Enqueue(ArchiveName.Default, new JobRequest { Targets = ["https://herald.example/news"] }, "web").Number);
        await web.Web.AskAsync(Stories.AskingForTheBridge);
        await web.Web.AskAsync(Stories.AskingForTheMoon);

        await ShouldKeepTheRulesAsync(await web.SignInAsync(BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height), AdministratorsPages);
    }

    [Fact]
    public async Task An_empty_archive_is_accessible_for_readers_and_administrators()
    {
        await using var web = await BrowsedWeb.StartEmptyAsync(chromium);

        await ShouldKeepTheRulesAsync(await web.SignInAsync(BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height), [.. AdministratorsPages, "/", "/search?q=bridge", "/?q=bridge"]);
    }

    [Theory]
    [InlineData("/?q=How+much+did+the+council+of+Hollen+approve+for+the+new+bridge")]
    [InlineData("/search?q=bridge")]
    [InlineData("/articles/bridge?version=1&start=0&end=80")]
    public async Task Whatever_holds_the_focus_shows_it(string path)
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync(path, BrowsedWeb.Phone.Width, BrowsedWeb.Phone.Height);
        var focused = new HashSet<string>();
        while (true)
        {
            await page.Keyboard.PressAsync("Tab");
            var (element, outline) = await FocusAsync(page);
            if (element == "body" || !focused.Add(element))
            {
                break;
            }

            outline.ShouldBeGreaterThanOrEqualTo(2, element);
        }

        focused.Count.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task Who_wants_less_motion_gets_none()
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync("/", BrowsedWeb.Phone.Width, BrowsedWeb.Phone.Height);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync("document.getElementById('answer').innerHTML = '<p class=\"progress\">Searching</p><p class=\"claims\"><span class=\"claim\">A sentence.</span></p>'");
        await page.EvaluateAsync("document.getElementById('answer').setAttribute('aria-busy', 'true')");

        (await page.EvaluateAsync<int>("document.getAnimations().length")).ShouldBe(0);
    }

    private static async Task ShouldKeepTheRulesAsync(IPage page, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await ShouldKeepTheRulesHereAsync(page);
        }
    }

    private static async Task ShouldKeepTheRulesHereAsync(IPage page)
    {
        var rules = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Web", "AccessibilityRules.js"));
        await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, BrowsedWeb.Desktop.Height);

                (await page.EvaluateAsync<string[]>(rules)).ShouldBeEmpty($"{page.Url} at {width} pixels, {scheme}");
            }
        }
    }

    private static async Task<(string Element, double Outline)> FocusAsync(IPage page)
    {
        var element = await page.EvaluateAsync<string>("document.activeElement === document.body ? 'body' : [...document.querySelectorAll('*')].indexOf(document.activeElement) + document.activeElement.outerHTML.slice(0, 80)");
        var outline = await page.EvaluateAsync<double>("getComputedStyle(document.activeElement).outlineStyle === 'none' ? 0 : parseFloat(getComputedStyle(document.activeElement).outlineWidth)");
        return (element, outline);
    }
}
