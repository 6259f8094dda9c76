using Microsoft.Playwright;

namespace NewsBot.EndToEnd.Web;

/// <summary>
/// Debian's Chromium, driven by Playwright, one process for all browser tests. Where it is not installed the tests are skipped with a
/// reason, except under CI=true, where they fail: a build that claims to have tried a browser has tried one.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Why browser tests are skipped.</summary>
    public const string AbsenceReason = "needs Chromium (apt-get install chromium, or set NEWSBOT_CHROMIUM to its path)";

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowserContext? _profile;

    private static string ExecutablePath => Environment.GetEnvironmentVariable("NEWSBOT_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    /// <summary>Opens a page of its own profile and closes the one before; skips the test where there is no browser.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(_browser is null, AbsenceReason);
        if (_profile is not null)
        {
            await _profile.CloseAsync();
        }

        _profile = await _browser!.NewContextAsync(options);
        _profile.SetDefaultTimeout(15_000);
        return await _profile.NewPageAsync();
    }

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(ExecutablePath))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = ExecutablePath, Args = Arguments });
        }
        else if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"CI has no browser at {ExecutablePath}: {AbsenceReason}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>The browser tests share one browser and run one after the other.</summary>
[CollectionDefinition(nameof(BrowserTests))]
public sealed class BrowserTests : ICollectionFixture<Chromium>;
