using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Web.Security;

/// <summary>
/// Signs what goes out and comes back: links into private archives and forms of readers. The key is <c>Web:LinkKey</c>, or one that is made once and kept
/// with the archive, so that what was signed stays good over a restart.
/// </summary>
internal sealed class SigningKey(IOptions<WebOptions> options, ArchiveStore store)
{
    private const string Setting = "web.link-key";

    private readonly Lazy<byte[]> _key = new(() => Convert.FromBase64String(options.Value.LinkKey ?? Kept(store)));

    /// <summary>The HMAC-SHA256 of what is signed, as lower-case hexadecimal digits.</summary>
    /// <param name="lines">What is signed; the first says what for, so that no signature serves another purpose. None holds a line break.</param>
    public string Sign(params ReadOnlySpan<string> lines) => Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    /// <summary>Whether a signature is that of the lines; takes the same time whatever it is.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="lines">What was signed.</param>
    public bool IsSigned(string? signature, params ReadOnlySpan<string> lines) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(lines)), Encoding.UTF8.GetBytes(signature));

    private static string Kept(ArchiveStore store)
    {
        if (store.FindSetting(Setting) is { } kept)
        {
            return kept;
        }

        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(WebOptionsValidation.ShortestLinkKey));
        store.SaveSetting(Setting, made);
        return made;
    }
}
