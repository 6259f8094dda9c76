using System.Globalization;
using System.Text;
using NewsBot.Archive;

namespace NewsBot.Discord.Rendering;

/// <summary>
/// Makes text of articles and people harmless in Discord's Markdown: shown as it reads, never formatting, mentioning, linking or turning
/// the direction of what follows. Control characters and direction overrides are left out; everything else stays in its order.
/// </summary>
public static class DiscordMarkdown
{
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>Escapes text for any place of a message, also the beginning of a line.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        var atLineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsInvisibleControl(c))
            {
                continue;
            }

            if (NeedsBackslash(text, i, atLineStart))
            {
                result.Append('\\');
            }

            result.Append(c);
            if (c == '@')
            {
                // A backslash does not stop "@everyone" from showing as a mention; an invisible space after the sign does.
                result.Append(ZeroWidthSpace);
            }

            atLineStart = c == '\n' || (atLineStart && (c == ' ' || c == '\t' || char.IsAsciiDigit(c)));
        }

        return result.ToString();
    }

    /// <summary>Text without control characters and direction overrides, for places that know no Markdown: labels, choices, fields.</summary>
    public static string WithoutControls(string text) => text.Any(IsInvisibleControl) ? new string([.. text.Where(c => !IsInvisibleControl(c))]) : text;

    /// <summary>Escapes text and puts it on one line.</summary>
    public static string EscapeLine(string text) => Escape(OnOneLine(text));

    /// <summary>A block quote: every line begins with the quotation bar.</summary>
    public static string Quote(string text) => "> " + Escape(text.Trim()).Replace("\n", "\n> ", StringComparison.Ordinal);

    /// <summary>
    /// A link with a text, without a preview. Backslashes show inside a link's text, and an address or emoji in it would undo the link: the
    /// text is then shown beside the address.
    /// </summary>
    public static string Link(string text, string url)
    {
        var line = OnOneLine(text);
        return SafeUrl(url) is not { } safe ? Escape(line)
            : CanBeLinkText(line) ? $"[{line}](<{safe}>)"
            : $"{Escape(line)} [↗](<{safe}>)";
    }

    /// <summary>A day or moment that Discord shows in the reader's own way.</summary>
    public static string Day(NewsTime time) => Timestamp(MomentOf(time), 'D');

    /// <summary>A moment as the distance from the reader's now: "2 years ago".</summary>
    public static string Ago(NewsTime time) => Timestamp(MomentOf(time), 'R');

    /// <summary>A moment as the distance from the reader's now.</summary>
    public static string Ago(DateTimeOffset moment) => Timestamp(moment, 'R');

    /// <summary>At most so many characters, ended with "…" at a word where it is cut.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        var space = text.LastIndexOf(' ', end);
        end = space > length / 2 ? space : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return text[..end].TrimEnd() + "…";
    }

    // Where only the day is known, noon UTC shows as that day nearly everywhere; midnight would be the day before in all of America.
    private static DateTimeOffset MomentOf(NewsTime time) =>
        time.Precision == TimePrecision.Day ? time.Instant.AddHours(12) : time.Instant;

    private static string Timestamp(DateTimeOffset moment, char style) =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{moment.ToUnixTimeSeconds()}:{style}>");

    private static bool NeedsBackslash(string text, int i, bool atLineStart) => text[i] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '[' or ']' => true,
        '>' or '#' or '-' or '+' => atLineStart,
        '.' or ')' => atLineStart && i > 0 && char.IsAsciiDigit(text[i - 1]),
        '/' => i > 0 && (text[i - 1] == ':' || IsInvite(text, i)),
        _ => false,
    };

    // Invitations become cards even without "https://".
    private static bool IsInvite(string text, int slash) =>
        text.AsSpan(0, slash).EndsWith("discord.gg", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan(0, slash).EndsWith("discord.com", StringComparison.OrdinalIgnoreCase);

    private static bool IsInvisibleControl(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';

    /// <summary>Text on one line, without control characters and direction overrides.</summary>
    public static string OnOneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (isSpace ? result.Length > 0 && result[^1] != ' ' : !IsInvisibleControl(c))
            {
                result.Append(isSpace ? ' ' : c);
            }
        }

        return result.ToString().TrimEnd();
    }

    private static bool CanBeLinkText(string line) =>
        line.Length > 0
        && !line.Contains("://", StringComparison.Ordinal)
        && line.IndexOfAny(['\\', '*', '_', '~', '`', '|', '<', '>', '[', ']', '@', '#']) < 0
        && !line.EnumerateRunes().Any(IsEmojiLike);

    private static bool IsEmojiLike(Rune rune) =>
        rune.Value >= 0x1F000 || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    private static string? SafeUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
                .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            : null;
}
