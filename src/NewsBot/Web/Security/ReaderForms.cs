using System.Globalization;

namespace NewsBot.Web.Security;

/// <summary>
/// Forms of readers, who have no session and get no cookie: each carries a signature over what it is about, the reader's network and a time, so that
/// another site cannot have a visitor's browser send one, and nobody can send one for others.
/// </summary>
internal sealed class ReaderForms(SigningKey key, TimeProvider clock)
{
    private const int NameLength = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>What the form carries, good for a day.</summary>
    /// <param name="context">The request that shows the form.</param>
    /// <param name="about">What it is about.</param>
    public string TokenFor(HttpContext context, Guid about)
    {
        var expiry = clock.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"{expiry}.{Signature(context, about, expiry)}");
    }

    /// <summary>Whether a form was shown to this reader, about this, within the last day.</summary>
    public bool IsGenuine(HttpContext context, Guid about, string? token) =>
        token?.Split('.') is [var time, var signature]
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var expiry)
        && key.IsSigned(signature, Lines(context, about, expiry))
        && clock.GetUtcNow().ToUnixTimeSeconds() <= expiry;

    /// <summary>A name for the reader that tells two of them apart and holds no address: <c>web: 0f3c…</c>.</summary>
    public string NameOf(HttpContext context) => "web: " + key.Sign("reader", Networks.Of(context).ToString())[..NameLength];

    private string Signature(HttpContext context, Guid about, long expiry) => key.Sign(Lines(context, about, expiry));

    private static string[] Lines(HttpContext context, Guid about, long expiry) =>
        ["form", about.ToString(), Networks.Of(context).ToString(), expiry.ToString(CultureInfo.InvariantCulture)];
}
