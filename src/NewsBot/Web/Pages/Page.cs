using NewsBot.Web.Markup;

namespace NewsBot.Web.Pages;

/// <summary>What one page shows between masthead and footer.</summary>
/// <param name="Title">The title of the window; the program's name is added.</param>
/// <param name="Main">The content of the main landmark.</param>
internal sealed record Page(string Title, Html Main)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The scripts of the page, by name; it works without them.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Whether the page takes the width of the window, for tables.</summary>
    public bool IsWide { get; init; }

    /// <summary>The entry of the navigation that this page is, or null.</summary>
    public string? Here { get; init; }
}
