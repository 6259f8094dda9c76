using NewsBot.Archive;

namespace NewsBot.Web;

/// <summary>Settings of the pages and the API: section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Web";

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The address under which others reach the pages, e.g. <c>https://news.example.org</c>; unset: the first of <see cref="Urls"/>.</summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>
    /// The archives that everybody who reaches the pages may read. Unset: <c>default</c> while the host listens on loopback only, otherwise none.
    /// </summary>
    public IList<string>? PublicArchives { get; set; }

    /// <summary>
    /// The key that signs links into archives that are not public, base64, at least 32 bytes. Unset: one that is made
    /// once and kept with the archive.
    /// </summary>
    public string? LinkKey { get; set; }

    /// <summary>How long a signed link opens its article.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether every address is one that only this machine reaches.</summary>
    public bool ListensOnLoopbackOnly => Addresses().All(address => BindingAddress.Parse(address).Host is "localhost" or "127.0.0.1" or "[::1]");

    /// <summary>The archives that are public under these settings.</summary>
    public IReadOnlyList<ArchiveName> PublicArchiveNames() => PublicArchives switch
    {
        { } names => [.. names.Select(ArchiveName.Parse)],
        null when ListensOnLoopbackOnly => [ArchiveName.Default],
        null => [],
    };

    /// <summary>The addresses, one by one.</summary>
    public IReadOnlyList<string> Addresses() => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
