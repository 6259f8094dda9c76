using Microsoft.Playwright;

namespace NewsBot.EndToEnd.Web;

/// <summary>What a test sees in the window.</summary>
internal static class Looking
{
    private const int FarthestTab = 60;

    /// <summary>Fails unless a part stands whole inside the window.</summary>
    public static async Task ShouldBeInViewAsync(this ILocator part, int height)
    {
        await Assertions.Expect(part).ToBeInViewportAsync();
        var box = await part.BoundingBoxAsync();
        box.ShouldNotBeNull();
        box.Y.ShouldBeInRange(0, height - box.Height);
    }

    /// <summary>Waits until an element holds the focus. Not Playwright's own expectation: it wants the window in the foreground, which a headless one may not be.</summary>
    public static async Task ShouldHoldFocusAsync(this IPage page, string selector) =>
        await page.WaitForFunctionAsync("selector => document.activeElement.matches(selector)", selector);

    /// <summary>Presses Tab until an element holds the focus.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var i = 0; i < FarthestTab; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by {FarthestTab} presses of Tab.");
    }

    /// <summary>What happens in the page that nobody asked for: dialogs, faults, messages.</summary>
    public static List<string> NoteHappenings(this IPage page)
    {
        var happenings = new List<string>();
        page.Dialog += (_, dialog) => happenings.Add("dialog " + dialog.Message);
        page.PageError += (_, error) => happenings.Add("error " + error);
        page.Console += (_, message) => happenings.Add("console " + message.Text);
        return happenings;
    }
}
