using System.Net;
using System.Xml.Linq;

namespace NewsBot.Ingestion.Feeds;

/// <summary>
/// Reads markup that is not well-formed, once from front to back: stray ampersands and angle brackets are text, missing end tags are supplied, unknown
/// prefixes and unfinished sections are borne.
/// </summary>
internal sealed class LenientMarkup(string text, ListedElements listed)
{
    private const string SectionStart = "<![CDATA[";
    private const string SectionEnd = "]]>";

    private readonly OpenElements open = new(listed);

    /// <summary>Known from the start, so that sections that never end are not each searched to the end of the file.</summary>
    private readonly int lastSectionEnd = text.LastIndexOf(SectionEnd, StringComparison.Ordinal);

    private int at;

    /// <summary>The root element without what is listed in it, or null where there is none.</summary>
    public XElement? Root()
    {
        while (at < text.Length)
        {
            var tag = text.IndexOf('<', at);
            var end = tag < 0 ? text.Length : tag;
            open.AddText(WebUtility.HtmlDecode(text[at..end]));
            at = end;
            if (tag >= 0)
            {
                ReadMarkup();
            }
        }

        open.CloseAll();
        return open.Root;
    }

    private void ReadMarkup()
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            SkipTo("-->");
        }
        else if (rest.StartsWith(SectionStart))
        {
            ReadCharacterData();
        }
        else if (rest.StartsWith("<?"))
        {
            SkipTo("?>");
        }
        else if (rest.StartsWith("<!"))
        {
            SkipDeclaration();
        }
        else if (rest.Length > 2 && rest[1] == '/' && StartTag.IsNameStart(rest[2]))
        {
            ReadEndTag();
        }
        else if (rest.Length > 1 && StartTag.IsNameStart(rest[1]))
        {
            (var tag, at) = StartTag.Read(text, at);
            open.Open(tag);
        }
        else
        {
            open.AddText("<");
            at++;
        }
    }

    private void SkipTo(string end)
    {
        var found = text.IndexOf(end, at + 2, StringComparison.Ordinal);
        at = found < 0 ? text.Length : found + end.Length;
    }

    /// <summary>A document type may hold declarations in brackets; they are passed over with it.</summary>
    private void SkipDeclaration()
    {
        var end = text.IndexOf('>', at);
        var bracket = end < 0 ? -1 : text.IndexOf('[', at, end - at);
        if (bracket >= 0)
        {
            var close = text.IndexOf(']', bracket);
            end = close < 0 ? -1 : text.IndexOf('>', close);
        }

        at = end < 0 ? text.Length : end + 1;
    }

    /// <summary>A section that never ends is taken to end where its element does.</summary>
    private void ReadCharacterData()
    {
        var start = at + SectionStart.Length;
        var end = start > lastSectionEnd ? -1 : text.IndexOf(SectionEnd, start, StringComparison.Ordinal);
        if (end >= 0)
        {
            open.AddText(text[start..end]);
            at = end + SectionEnd.Length;
            return;
        }

        var close = open.InnermostName is { } name ? text.IndexOf("</" + name, start, StringComparison.OrdinalIgnoreCase) : -1;
        at = close < 0 ? text.Length : close;
        open.AddText(text[start..at].TrimEnd(']', ' ', '\n'));
    }

    private void ReadEndTag()
    {
        var end = text.IndexOf('>', at);
        end = end < 0 ? text.Length : end;
        open.Close(text[(at + 2)..end].Trim());
        at = Math.Min(end + 1, text.Length);
    }
}
