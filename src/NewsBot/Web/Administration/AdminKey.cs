using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace NewsBot.Web.Administration;

/// <summary>
/// The key of the administration. Only its SHA-256 is kept (<c>Web:AdminKeyHash</c>); the key itself is random and long, made for example
/// by <c>openssl rand -hex 32</c>, so that a fast hash is enough.
/// </summary>
internal sealed class AdminKey(IOptions<WebOptions> options)
{
    private readonly byte[]? _hash = options.Value.AdminKeyHash is { } hash ? Convert.FromHexString(hash) : null;

    /// <summary>Whether there is a key at all; without one nobody signs in.</summary>
    public bool IsSet => _hash is not null;

    /// <summary>Whether a text is the key; takes the same time whatever the text.</summary>
    public bool Is(string text) => _hash is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), _hash);
}
