using NewsBot.Archive;
using NewsBot.Web.Administration;

namespace NewsBot.Web;

/// <summary>Settings of the pages and the API: section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Web";

    // Twice as many as a person types, and few enough that a paid model's bill stays small.
    private const int UsualQuestionsPerMinute = 30;

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The address under which others reach the pages, e.g. <c>https://news.example.org</c>; unset: the first of <see cref="Urls"/>.</summary>
    public string? PublicBaseUrl { get; set => field = UnsetIfEmpty(value); }

    /// <summary>
    /// The SHA-256 of the administration key, as 64 hexadecimal digits: <c>printf %s KEY | sha256sum</c>. Unset: nobody can sign in, and the
    /// host starts on loopback only.
    /// </summary>
    public string? AdminKeyHash { get; set => field = UnsetIfEmpty(value); }

    /// <summary>
    /// The archives that everybody who reaches the pages may read. Unset: <c>default</c> while the host listens on loopback only, otherwise none. An
    /// empty name stands for none, since behind a proxy on this machine others reach what listens on loopback.
    /// </summary>
    public IList<string>? PublicArchives { get; set; }

    /// <summary>
    /// The key that signs links into archives that are not public, base64, at least 32 bytes. Unset: one that is made
    /// once and kept with the archive.
    /// </summary>
    public string? LinkKey { get; set => field = UnsetIfEmpty(value); }

    /// <summary>How long a signed link opens its article.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How many questions, searches and checks one reader may make a minute, 1 to 6,000; 0: any number. Unset: any number while the host
    /// listens on loopback only and no <see cref="PublicBaseUrl"/> says that others reach it, as behind a proxy; otherwise 30.
    /// </summary>
    public int? QuestionsPerMinute { get; set; }

    /// <summary>Megabytes of files that one upload in the administration may have, 1 to 100,000. Default 500.</summary>
    public int UploadMegabytes { get; set; } = 500;

    /// <summary>
    /// Addresses or networks (CIDR) of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, so that limits count readers and
    /// not the proxy. Unset: none.
    /// </summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>Whether the API serves only those who have a key. Off: public archives are open to all, within <see cref="QuestionsPerMinute"/>.</summary>
    public bool RequireApiKey { get; set; }

    /// <summary>Signing in to the administration with an identity provider.</summary>
    public OpenIdOptions OpenIdConnect { get; set; } = new();

    /// <summary>The limit under these settings, or null for none.</summary>
    public int? QuestionLimit => QuestionsPerMinute switch
    {
        0 => null,
        null => ListensOnLoopbackOnly && PublicBaseUrl is null ? null : UsualQuestionsPerMinute,
        var limit => limit,
    };

    /// <summary>Whether every address is one that only this machine reaches.</summary>
    public bool ListensOnLoopbackOnly => Addresses().All(address => BindingAddress.Parse(address).Host is "localhost" or "127.0.0.1" or "[::1]");

    /// <summary>The archives that are public under these settings.</summary>
    public IReadOnlyList<ArchiveName> PublicArchiveNames() => PublicArchives switch
    {
        { } names => [.. names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(ArchiveName.Parse)],
        null when ListensOnLoopbackOnly => [ArchiveName.Default],
        null => [],
    };

    /// <summary>The addresses, one by one.</summary>
    public IReadOnlyList<string> Addresses() => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Containers hand on variables that are set to nothing.
    private static string? UnsetIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
