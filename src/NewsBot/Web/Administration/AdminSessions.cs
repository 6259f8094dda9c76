using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Web.Administration;

/// <summary>An administrator who is signed in.</summary>
internal sealed class AdminSession
{
    /// <summary>Who it is: "key" for who knows the key, otherwise the name that the identity provider gave.</summary>
    public required string Who { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>What every form of this session carries, so that no other site can send one.</summary>
    public required string FormToken { get; init; }

    /// <summary>What came of the last form, to be shown once; null for nothing.</summary>
    public string? Notice { get; set; }

    /// <summary>The notice, which is gone afterwards.</summary>
    public string? TakeNotice()
    {
        var notice = Notice;
        Notice = null;
        return notice;
    }
}

/// <summary>
/// Who is signed in: a random cookie, HttpOnly and SameSite=Strict, that is good for eight hours, until signing out, and no longer than the process.
/// Only hashes of the cookies are held.
/// </summary>
internal sealed class AdminSessions(TimeProvider clock)
{
    private const string Cookie = "newsbot-admin";
    private const int SecretBytes = 32;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<string, AdminSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Signs somebody in.</summary>
    public void Begin(HttpContext context, string who)
    {
        foreach (var old in _sessions.Where(session => session.Value.Expires < clock.GetUtcNow()))
        {
            _sessions.TryRemove(old.Key, out _);
        }

        var secret = Secret();
        _sessions[KeyOf(secret)] = new AdminSession { Who = who, Expires = clock.GetUtcNow() + Lifetime, FormToken = Secret() };
        context.Response.Cookies.Append(Cookie, secret, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = Lifetime,
        });
    }

    /// <summary>Signs somebody out; their cookie is worth nothing from now on.</summary>
    public void End(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } secret)
        {
            _sessions.TryRemove(KeyOf(secret), out _);
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/", SameSite = SameSiteMode.Strict });
    }

    /// <summary>The session that a request belongs to, or null.</summary>
    public AdminSession? Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } secret && _sessions.GetValueOrDefault(KeyOf(secret)) is { } session && session.Expires >= clock.GetUtcNow()
            ? session
            : null;

    /// <summary>Whether the request comes from somebody who signed in.</summary>
    public bool IsSignedIn(HttpContext context) => Of(context) is not null;

    /// <summary>Whether a form carries the token of its session.</summary>
    public static bool IsGenuine(AdminSession session, string? token) => token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(session.FormToken), Encoding.UTF8.GetBytes(token));

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    private static string KeyOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
