using Microsoft.Playwright;
using NewsBot.Archive;
using NewsBot.Tests.Web;

namespace NewsBot.EndToEnd.Web;

/// <summary>
/// Takes pictures of every page, to be looked at by people: at the width of a phone and of a desk, light and dark, without scripts and on paper. Runs only when
/// asked for: <c>NEWSBOT_PICTURES=FOLDER dotnet NewsBot.EndToEnd.dll -explicit only -class NewsBot.EndToEnd.Web.PicturesOfPages</c>.
/// </summary>
[Collection(nameof(BrowserTests))]
public sealed class PicturesOfPages(Chromium chromium)
{
    private static readonly (string Name, string Path)[] Administration =
    [
        ("overview", "/admin"), ("jobs", "/admin/jobs"), ("job", "/admin/jobs/1"), ("add", "/admin/ingest"), ("feeds", "/admin/feeds"), ("articles", "/admin/articles"),
        ("reextract", "/admin/articles/bridge/reextract?archive=default"), ("questions", "/admin/questions"), ("feedback", "/admin/feedback"), ("audit", "/admin/audit"),
        ("keys", "/admin/keys"), ("settings", "/admin/settings"),
    ];

    private static readonly (string Name, string Path)[] Reading =
    [
        ("first", "/"), ("answer", "/?q=How+much+did+the+council+of+Hollen+approve+for+the+new+bridge"), ("not-in-archive", "/?q=Which+astronaut+walked+on+the+moon+first"),
        ("no-question", "/?q="), ("article", "/articles/bridge?version=1&start=2280&end=2360"), ("changes", "/articles/bridge/changes?from=1&version=2"),
        ("search", "/search?q=bridge"), ("search-nothing", "/search?q=astronaut"), ("not-found", "/nowhere"), ("sign-in", "/admin"),
    ];

    [Fact(Explicit = true)]
    public async Task Pages_of_a_small_archive()
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        web.Store.Feeds.Add(ArchiveName.Default, "https://herald.example/a/rather/long/address/of/a/feed.xml", TimeSpan.FromHours(1), "web");
        web.Store.Jobs.Cancel(web.Store.Jobs.Enqueue(ArchiveName.Default, new JobRequest { Targets = ["https://herald.example/news"] }, "web").Number);
        await web.Web.AskAsync(Stories.AskingForTheBridge);
        await web.Web.AskAsync(Stories.AskingForTheMoon);
        var answer = web.KeepAnswerOf(("bridge", Stories.Approved), ("ramps", BrowsedWeb.Ramps));
        var page = await web.OpenAsync("/", BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height);
        await TakeAsync(page, "", [.. Reading, ("shared", answer + "?said=thanks")]);
        await page.GotoAsync(answer);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check again" }).ClickAsync();
        await TakeHereAsync(page, "checked");
        await page.GotoAsync(answer);
        await page.GetByText("Something is wrong").ClickAsync();
        await TakeHereAsync(page, "judging");
        await TakeAsync(await web.SignInAsync(BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height), "admin-", Administration);
        await TakeAsync(await web.OpenAsync("/", BrowsedWeb.Phone.Width, BrowsedWeb.Phone.Height, scripts: false), "no-script-", Reading);
    }

    [Fact(Explicit = true)]
    public async Task A_citation_beside_its_answer_and_pages_on_paper()
    {
        await using var web = await BrowsedWeb.StartAsync(chromium);
        var page = await web.OpenAsync(web.KeepAnswerOf(("bridge", Stories.Approved), ("ramps", BrowsedWeb.Ramps)), BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.ScreenshotAsync(new() { Path = FileOf("print-answer"), FullPage = true });
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.Locator(".marker").First.ClickAsync();
        await page.Locator(".viewer #quote").WaitForAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = FileOf($"beside-{scheme}") });
        }
    }

    [Fact(Explicit = true)]
    public async Task Pages_of_an_empty_archive()
    {
        await using var web = await BrowsedWeb.StartEmptyAsync(chromium);
        await TakeAsync(await web.SignInAsync(BrowsedWeb.Desktop.Width, BrowsedWeb.Desktop.Height), "empty-", [("first", "/"), ("ask", "/?q=bridge"), ("search", "/search?q=bridge"), ("overview", "/admin"), ("jobs", "/admin/jobs"), ("articles", "/admin/articles")]);
    }

    private static async Task TakeAsync(IPage page, string prefix, IEnumerable<(string Name, string Path)> pages)
    {
        foreach (var (name, path) in pages)
        {
            await page.GotoAsync(path);
            await TakeHereAsync(page, prefix + name);
        }
    }

    private static async Task TakeHereAsync(IPage page, string name)
    {
        foreach (var size in new[] { BrowsedWeb.Phone, BrowsedWeb.Desktop })
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.ScreenshotAsync(new() { Path = FileOf($"{name}-{size.Width}-{scheme}"), FullPage = true });
            }
        }
    }

    private static string FileOf(string name) => Path.Combine(
        Environment.GetEnvironmentVariable("NEWSBOT_PICTURES") ?? throw new InvalidOperationException("Name the folder in NEWSBOT_PICTURES."), name.ToLowerInvariant() + ".png");
}
