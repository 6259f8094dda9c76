using System.Net;
using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Web;

/// <summary>Checks the section <c>Web</c> at start; each message names the setting and the remedy.</summary>
internal sealed class WebOptionsValidation : IValidateOptions<WebOptions>
{
    /// <summary>The shortest key that signs links, in bytes: as long as the SHA-256 that it keys.</summary>
    public const int ShortestLinkKey = 32;

    private const int AdminKeyHashLength = 64;

    private const int MostQuestionsPerMinute = 6_000;

    private const int MostUploadMegabytes = 100_000;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(WebOptions options)
    {
        if (options.Addresses().Count == 0 || !options.Addresses().All(IsAddress))
        {
            yield return $"Web:Urls is '{options.Urls}': give one or more addresses such as http://127.0.0.1:5080, separated by ';'. "
                + "For https put a reverse proxy in front (docs/DEPLOYMENT.md).";
        }
        else if (!options.ListensOnLoopbackOnly && options.AdminKeyHash is null)
        {
            yield return $"Web:Urls is '{options.Urls}', which others can reach, but there is no administration key. Make one (openssl rand -hex 32) and set "
                + "Web:AdminKeyHash to what 'printf %s KEY | sha256sum' prints, or listen on http://127.0.0.1:5080.";
        }

        if (options.AdminKeyHash is { } hash && !(hash.Length == AdminKeyHashLength && hash.All(char.IsAsciiHexDigit)))
        {
            yield return $"Web:AdminKeyHash is no SHA-256: set it to the {AdminKeyHashLength} hexadecimal digits that 'printf %s KEY | sha256sum' "
                + "prints, never to the key itself.";
        }

        if (options.PublicBaseUrl is { } address && !IsPublicAddress(address))
        {
            yield return $"Web:PublicBaseUrl is '{address}': give an http or https address without a path, such as https://news.example.org, or leave it out.";
        }

        foreach (var archive in options.PublicArchives?.Where(text => !string.IsNullOrWhiteSpace(text) && !ArchiveName.TryParse(text, out _)) ?? [])
        {
            yield return $"Web:PublicArchives holds '{archive}': an archive's name is 1 to {ArchiveName.MaximumLength} of a-z, 0-9 and '-'.";
        }

        if (options.LinkKey is { } key && !IsLinkKey(key))
        {
            yield return $"Web:LinkKey is no key: give at least {ShortestLinkKey} random bytes in base64 (openssl rand -base64 32), or leave it out.";
        }

        if (options.QuestionsPerMinute is < 0 or > MostQuestionsPerMinute)
        {
            yield return $"Web:QuestionsPerMinute is {options.QuestionsPerMinute}: give 1 to {MostQuestionsPerMinute}, or 0 for no limit.";
        }

        if (options.UploadMegabytes is < 1 or > MostUploadMegabytes)
        {
            yield return $"Web:UploadMegabytes is {options.UploadMegabytes}: give 1 to {MostUploadMegabytes}.";
        }

        foreach (var proxy in options.TrustedProxies.Where(text => !IPNetwork.TryParse(text, out _) && !IPAddress.TryParse(text, out _)))
        {
            yield return $"Web:TrustedProxies holds '{proxy}': give an address such as 172.18.0.2 or a network such as 172.18.0.0/16.";
        }

        foreach (var problem in options.OpenIdConnect.Problems())
        {
            yield return problem;
        }

        if (options.LinkLifetime <= TimeSpan.Zero)
        {
            yield return $"Web:LinkLifetime is {options.LinkLifetime}: give a time above zero, e.g. 30.00:00:00 for 30 days.";
        }
    }

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text) is { Scheme: "http", Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsPublicAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "" };

    private static bool IsLinkKey(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= ShortestLinkKey;
    }
}
