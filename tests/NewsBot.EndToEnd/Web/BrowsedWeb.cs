using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsBot.Answering;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Tests.Web;

namespace NewsBot.EndToEnd.Web;

/// <summary>The pages over a small archive, opened in a browser: the set-up of all browser tests.</summary>
internal sealed class BrowsedWeb(RunningWeb web, Chromium chromium) : IAsyncDisposable
{
    /// <summary>A sentence of the second article.</summary>
    public const string Ramps = "The council of Hollen will pay 40 million crowns for the ramps of the new bridge, the mayor said.";

    /// <summary>The key of the administration.</summary>
    public const string AdminKey = "a key of the tests";

    private const int Debates = 40;

    /// <summary>A phone held upright.</summary>
    public static ViewportSize Phone { get; } = new() { Width = 390, Height = 844 };

    /// <summary>A window on a desk.</summary>
    public static ViewportSize Desktop { get; } = new() { Width = 1280, Height = 800 };

    /// <summary>Width and height of both, for theories.</summary>
    public static TheoryData<int, int> Sizes { get; } = new() { { Phone.Width, Phone.Height }, { Desktop.Width, Desktop.Height } };

    /// <summary>The running pages.</summary>
    public RunningWeb Web => web;

    /// <summary>The store behind them.</summary>
    public ArchiveStore Store => web.Services.GetRequiredService<ArchiveStore>();

    /// <summary>Starts the pages on an article of two versions, another one, and stories of a test's own.</summary>
    public static async Task<BrowsedWeb> StartAsync(Chromium chromium, params Story[] more)
    {
        var debate = string.Concat(Enumerable.Repeat("The debate went on for hours, and the coffee ran out.\n\n", Debates));
        Story[] stories =
        [
            Stories.Of("bridge", "Council approves bridge", debate + Stories.BridgeText.Replace("355", "345", StringComparison.Ordinal)),
            Stories.Of("bridge", "Council approves bridge", debate + Stories.BridgeText),
            Stories.Of("ramps", "Ramps of the new bridge", Ramps + "\n\n" + debate),
            .. more,
        ];
        return new BrowsedWeb(await RunningWeb.StartAsync(stories, Settings(), services => services.AddIngestWorker()), chromium);
    }

    /// <summary>Starts the pages on an archive without articles.</summary>
    public static async Task<BrowsedWeb> StartEmptyAsync(Chromium chromium) => new(await RunningWeb.StartAsync([], Settings()), chromium);

    /// <summary>Opens a page in a window of a size.</summary>
    public async Task<IPage> OpenAsync(string path, int width, int height, bool scripts = true)
    {
        var page = await chromium.OpenAsync(new BrowserNewContextOptions
        {
            BaseURL = web.Client.BaseAddress!.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Opens the administration and signs in.</summary>
    public async Task<IPage> SignInAsync(int width, int height, bool scripts = true)
    {
        var page = await OpenAsync("/admin", width, height, scripts);
        await TrySigningInAsync(page, AdminKey);
        await page.GetByText("Sign out").WaitForAsync();
        return page;
    }

    /// <summary>Sends the form of the door.</summary>
    public static async Task TrySigningInAsync(IPage page, string key)
    {
        await page.GetByLabel("Administration key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Keeps an answer with one sentence from each of some articles, whatever an answerer would choose; the address that shows it.</summary>
    public string KeepAnswerOf(params (string Article, string Sentence)[] sentences)
    {
        var answer = new StoredAnswer
        {
            Id = Guid.NewGuid(),
            At = new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero),
            Question = Stories.AskingForTheBridge,
            Searched = Stories.AskingForTheBridge,
            AsOf = "2024-10-01",
            Answered = true,
            Claims = [.. sentences.Select((sentence, i) => new StoredClaim(sentence.Sentence, [i + 1], Verdict.Supported.JsonName()))],
            Citations = [.. sentences.Select((sentence, i) => CitationOf(Store.Find(ArchiveName.Default, sentence.Article)!, i + 1, sentence.Sentence))],
        };
        web.Services.GetRequiredService<IAnswerStore>().Save(ArchiveName.Default, answer);
        return $"/answers/{answer.Id}";
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private static Dictionary<string, string?> Settings() => new() { ["Web:AdminKeyHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AdminKey))) };

    private static StoredCitation CitationOf(Article article, int number, string sentence)
    {
        var start = article.Text.IndexOf(sentence, StringComparison.Ordinal);
        return new StoredCitation(number, article.Id, article.Version, start, start + sentence.Length, sentence);
    }
}
