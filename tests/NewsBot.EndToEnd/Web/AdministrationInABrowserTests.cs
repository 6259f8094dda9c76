using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Tests.Web;

namespace NewsBot.EndToEnd.Web;

/// <summary>The administration as an administrator uses it, in a browser.</summary>
[Collection(nameof(BrowserTests))]
public sealed class AdministrationInABrowserTests(Chromium chromium)
{
    private const string Key = "a key of the tests";

    private static readonly string[] Pages =
    [
        "/admin", "/admin/jobs", "/admin/jobs/1", "/admin/ingest", "/admin/feeds", "/admin/articles", "/admin/articles/bridge/reextract?archive=default",
        "/admin/questions", "/admin/feedback", "/admin/audit", "/admin/keys", "/admin/settings",
    ];

    [Fact]
    public async Task Every_page_of_the_administration_is_accessible_from_320_pixels_to_wide_in_light_and_dark()
    {
        var rules = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Web", "AccessibilityRules.js"));
        await using var web = await StartAsync();
        var page = await SignInAsync(web);
        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (var width in new[] { 320, 390, 1280 })
                {
                    await page.SetViewportSizeAsync(width, 800);

                    (await page.EvaluateAsync<string[]>(rules)).ShouldBeEmpty($"{path} at {width} pixels, {scheme}");
                }
            }
        }
    }

    [Fact]
    public async Task A_file_that_is_chosen_is_uploaded_and_its_job_is_seen_to_its_end_without_a_reload()
    {
        await using var web = await StartAsync();
        var page = await SignInAsync(web);
        var text = Encoding.UTF8.GetBytes("Ferry timetable changes\n\nThe ferry to Hollen leaves at noon from Monday, the harbour office said in a statement.\n");

        await page.GotoAsync("/admin/ingest");
        await page.GetByLabel("Files: choose them, or drop them here").SetInputFilesAsync(new FilePayload { Name = "ferry.txt", MimeType = "text/plain", Buffer = text });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the files" }).ClickAsync();

        await page.GetByText("reads 1 uploaded files into the archive default").WaitForAsync();
        await page.Locator("tr:has-text('ferry.txt'):has-text('Done')").WaitForAsync();
    }

    private static Task<RunningWeb> StartAsync() => RunningWeb.StartAsync(
        [Stories.Bridge],
        new Dictionary<string, string?> { ["Web:AdminKeyHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key))) },
        services => services.AddIngestWorker());

    private async Task<IPage> SignInAsync(RunningWeb web)
    {
        var page = await chromium.OpenAsync(new BrowserNewContextOptions { BaseURL = web.Client.BaseAddress!.ToString(), ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        var store = web.Services.GetRequiredService<ArchiveStore>();
        store.Feeds.Add(ArchiveName.Default, "https://herald.example/a/rather/long/address/of/a/feed.xml", TimeSpan.FromHours(1), "web");
        store.Jobs.Cancel(store.Jobs.Enqueue(ArchiveName.Default, new JobRequest { Targets = ["https://herald.example/news"] }, "web").Number);
        await web.AskAsync(Stories.AskingForTheBridge);
        await web.AskAsync(Stories.AskingForTheMoon);
        await page.GotoAsync("/admin");
        await page.GetByLabel("Administration key").FillAsync(Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByText("Sign out").WaitForAsync();
        return page;
    }
}
