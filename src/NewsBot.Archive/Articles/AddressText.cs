using System.Buffers;

namespace NewsBot.Archive;

/// <summary>Addresses as text that people see, in lists, records and logs.</summary>
public static class AddressText
{
    private const string SchemeEnd = "://";

    private const string Hidden = "***";

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"<>");

    /// <summary>
    /// A text in which the login of every address is hidden: "https://ada:secret@host/page" reads "https://***@host/page". A user's name goes too, since
    /// tokens stand in its place. A password with a slash in it makes an address that nobody can read; it is hidden all the same.
    /// </summary>
    public static string WithoutLogin(string text)
    {
        var (shown, done) = (text, 0);
        while (shown.IndexOf(SchemeEnd, done, StringComparison.Ordinal) is >= 0 and var scheme)
        {
            done = scheme + SchemeEnd.Length;
            if (LoginLength(shown.AsSpan(done)) is > 0 and var length)
            {
                shown = string.Concat(shown.AsSpan(0, done), Hidden, shown.AsSpan(done + length));
            }
        }

        return shown;
    }

    /// <summary>How many characters before the '@' are a login, 0 where there is none.</summary>
    private static int LoginLength(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny(Ends);
        address = end < 0 ? address : address[..end];
        var path = address.IndexOfAny('/', '?', '#');
        var authority = path < 0 ? address : address[..path];
        var at = authority.LastIndexOf('@');
        return at < 0 && !IsHostAndPort(authority) ? Math.Max(0, address.LastIndexOf('@')) : Math.Max(0, at);
    }

    private static bool IsHostAndPort(ReadOnlySpan<char> authority)
    {
        var port = authority[(authority.LastIndexOf(']') + 1)..];
        var colon = port.IndexOf(':');
        return colon < 0 || !port[(colon + 1)..].ContainsAnyExceptInRange('0', '9');
    }
}
