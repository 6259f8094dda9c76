using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsBot.Answering;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Tests.Web;

namespace NewsBot.EndToEnd.Web;

[Collection(nameof(BrowserTests))]
public class AskingInABrowserTests(Chromium chromium)
{
    private const string Later = "The council of Hollen will pay 40 million crowns for the ramps of the new bridge, the mayor said.";


    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    private static readonly ViewportSize Desktop = new() { Width = 1280, Height = 800 };

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task Without_scripts_a_question_is_answered_and_its_citation_opens_at_the_quote(int width, int height)
    {
        await using var web = await StartAsync();
        var page = await chromium.OpenAsync(On(web, new ViewportSize { Width = width, Height = height }, scripts: false));

        await page.GotoAsync("/");
        await page.GetByLabel("Your question").FillAsync(Stories.AskingForTheBridge);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        var quote = await page.Locator("#source-1 blockquote").TextContentAsync();
        await page.Locator(".marker[data-citation='1']").First.ClickAsync();

        await page.Locator("mark").WaitForAsync();
        (await page.Locator("mark").TextContentAsync()).ShouldBe(quote);
        await ShouldBeInViewAsync(page.Locator("mark"), height);
    }

    [Fact]
    public async Task With_scripts_the_answer_appears_without_a_reload_and_the_address_can_be_shared()
    {
        await using var web = await StartAsync();
        var page = await chromium.OpenAsync(On(web, Phone));
        await page.GotoAsync("/");
        await page.EvaluateAsync("window.isStillTheSamePage = true");

        await page.GetByLabel("Your question").FillAsync(Stories.AskingForTheBridge);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".sources").WaitForAsync();

        (await page.EvaluateAsync<bool>("window.isStillTheSamePage === true")).ShouldBeTrue();
        page.Url.ShouldContain("/?q=How+much+did+the+council");
        (await page.TitleAsync()).ShouldBe(Stories.AskingForTheBridge + " – NewsBot");
    }

    [Fact]
    public async Task On_a_wide_screen_a_citation_opens_beside_the_answer_and_arrows_lead_to_the_next()
    {
        await using var web = await StartAsync();
        var page = await chromium.OpenAsync(On(web, Desktop));
        await page.GotoAsync(KeepAnswerOf(web, ("bridge", Stories.Approved), ("ramps", Later)));

        await page.Locator(".marker").First.ClickAsync();
        var quote = page.Locator(".viewer #quote");
        await Assertions.Expect(quote).ToHaveTextAsync(Stories.Approved);
        await ShouldBeInViewAsync(quote, Desktop.Height);

        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".viewer-place")).ToHaveTextAsync("Source 2 of 2");
        await Assertions.Expect(quote).ToHaveTextAsync(Later);
        await ShouldBeInViewAsync(quote, Desktop.Height);

        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(".viewer").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("marker");
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard()
    {
        await using var web = await StartAsync();
        var page = await chromium.OpenAsync(On(web, Phone));
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await ShouldHoldFocusAsync(page, ".skip");
        await page.Keyboard.PressAsync("Enter");
        await ShouldHoldFocusAsync(page, "main");
        await page.Keyboard.PressAsync("Tab");
        await ShouldHoldFocusAsync(page, "#q");
        await page.Keyboard.TypeAsync(Stories.AskingForTheBridge);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".sources").WaitForAsync();
        await TabToAsync(page, ".marker");
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("mark").WaitForAsync();
        await ShouldBeInViewAsync(page.Locator("mark"), Phone.Height);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=How+much+did+the+council+of+Hollen+approve+for+the+new+bridge")]
    [InlineData("/?q=Which+astronaut+walked+on+the+moon+first")]
    [InlineData("/?q=")]
    [InlineData("/articles/bridge?version=1&start=0&end=80")]
    [InlineData("/articles/bridge/changes?from=1&version=2")]
    [InlineData("/search?q=bridge")]
    [InlineData("/search?q=")]
    [InlineData("/admin")]
    [InlineData("/nowhere")]
    public async Task Every_page_is_accessible_from_320_pixels_to_wide_in_light_and_dark(string path)
    {
        var rules = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Web", "AccessibilityRules.js"));
        await using var web = await StartAsync();
        var page = await chromium.OpenAsync(On(web, Desktop));
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

    [Fact]
    public async Task Hostile_text_of_articles_and_questions_runs_nothing()
    {
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> @everyone [a](javascript:alert(3)) safe\u202Etxt";
        await using var web = await RunningWeb.WithAsync(
            Stories.Of("hostile", hostile, hostile + " is what the wily marmoset said.", url: "javascript:alert(4)"));
        var page = await chromium.OpenAsync(On(web, Desktop));
        var happenings = new List<string>();
        page.Dialog += (_, dialog) => happenings.Add("dialog " + dialog.Message);
        page.PageError += (_, error) => happenings.Add("error " + error);
        page.Console += (_, message) => happenings.Add("console " + message.Text);

        await page.GotoAsync("/");
        await page.GetByLabel("Your question").FillAsync(hostile);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".answer").WaitForAsync();
        await page.GotoAsync(KeepAnswerOf(web, ("hostile", hostile)));
        await page.Locator(".marker").First.ClickAsync();
        await page.Locator(".viewer #quote").WaitForAsync();
        await page.GotoAsync("/articles/hostile?start=0&end=20");

        happenings.ShouldBeEmpty();
        (await page.Locator("img, a[href^='javascript']").CountAsync()).ShouldBe(0);
    }

    private static Task<RunningWeb> StartAsync()
    {
        var debate = string.Concat(Enumerable.Repeat("The debate went on for hours, and the coffee ran out.\n\n", 40));
        return RunningWeb.WithAsync(
            Stories.Of("bridge", "Council approves bridge", debate + Stories.BridgeText.Replace("355", "345", StringComparison.Ordinal)),
            Stories.Of("bridge", "Council approves bridge", debate + Stories.BridgeText),
            Stories.Of("ramps", "Ramps of the new bridge", Later + "\n\n" + debate));
    }

    /// <summary>Keeps an answer with one sentence from each of some articles, whatever an answerer would choose; the address that shows it.</summary>
    private static string KeepAnswerOf(RunningWeb web, params (string Article, string Sentence)[] sentences)
    {
        var archive = web.Services.GetRequiredService<IArchiveReader>();
        var answer = new StoredAnswer
        {
            Id = Guid.NewGuid(),
            At = new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero),
            Question = Stories.AskingForTheBridge,
            Searched = Stories.AskingForTheBridge,
            AsOf = "2024-10-01",
            Answered = true,
            Claims = [.. sentences.Select((sentence, i) => new StoredClaim(sentence.Sentence, [i + 1], Verdict.Supported.JsonName()))],
            Citations = [.. sentences.Select((sentence, i) => CitationOf(archive.Find(ArchiveName.Default, sentence.Article)!, i + 1, sentence.Sentence))],
        };
        web.Services.GetRequiredService<IAnswerStore>().Save(ArchiveName.Default, answer);
        return $"/answers/{answer.Id}";
    }

    private static StoredCitation CitationOf(Article article, int number, string sentence)
    {
        var start = article.Text.IndexOf(sentence, StringComparison.Ordinal);
        return new StoredCitation(number, article.Id, article.Version, start, start + sentence.Length, sentence);
    }

    private static BrowserNewContextOptions On(RunningWeb web, ViewportSize size, bool scripts = true) =>
        new() { BaseURL = web.Client.BaseAddress!.ToString(), ViewportSize = size, JavaScriptEnabled = scripts };

    // Not Playwright's own expectation: it wants the window in the foreground, which a headless one may not be.
    private static async Task ShouldHoldFocusAsync(IPage page, string selector) =>
        await page.WaitForFunctionAsync("selector => document.activeElement.matches(selector)", selector);

    private static async Task TabToAsync(IPage page, string selector)
    {
        const int farthest = 40;
        for (var i = 0; i < farthest; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by {farthest} presses of Tab.");
    }

    private static async Task ShouldBeInViewAsync(ILocator part, int height)
    {
        await Assertions.Expect(part).ToBeInViewportAsync();
        var box = await part.BoundingBoxAsync();
        box.ShouldNotBeNull();
        box.Y.ShouldBeInRange(0, height - box.Height);
    }
}
