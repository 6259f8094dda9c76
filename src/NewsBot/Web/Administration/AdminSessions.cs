using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Web.Administration;

/// <summary>
/// Who is signed in: a cookie that only this process can make, HttpOnly and SameSite=Strict, good for eight hours and no longer than the
/// process. Every form carries a token that belongs to the cookie, so that no other site can send one.
/// </summary>
internal sealed class AdminSessions(TimeProvider clock)
{
    private const string Cookie = "newsbot-admin";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Signs a reader in.</summary>
    public void Begin(HttpContext context)
    {
        var expiry = clock.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var session = $"{expiry}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        context.Response.Cookies.Append(Cookie, $"{session}.{Sign("session", session)}", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = Lifetime,
        });
    }

    /// <summary>Signs a reader out.</summary>
    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/", SameSite = SameSiteMode.Strict });

    /// <summary>Whether the request comes from somebody who signed in.</summary>
    public bool IsSignedIn(HttpContext context) => SessionOf(context) is not null;

    /// <summary>The token that forms of this session carry.</summary>
    public string FormToken(HttpContext context) => SessionOf(context) is { } session
        ? Sign("form", session)
        : throw new InvalidOperationException("Only a session has a token.");

    /// <summary>Whether a form carries the token of its session.</summary>
    public bool IsGenuine(HttpContext context, string? token) =>
        SessionOf(context) is { } session && token is not null && AreEqual(Sign("form", session), token);

    private string? SessionOf(HttpContext context)
    {
        var parts = context.Request.Cookies[Cookie]?.Split('.');
        if (parts is not [var expiry, var id, var signature] || !AreEqual(Sign("session", $"{expiry}.{id}"), signature))
        {
            return null;
        }

        return long.Parse(expiry, CultureInfo.InvariantCulture) >= clock.GetUtcNow().ToUnixTimeSeconds() ? $"{expiry}.{id}" : null;
    }

    private string Sign(string purpose, string session) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{session}")));

    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
