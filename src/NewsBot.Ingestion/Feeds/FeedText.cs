using System.Net;
using System.Text;
using System.Xml.Linq;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Feeds;

/// <summary>The texts of feeds, which may be plain, HTML in escaped form, or XHTML elements.</summary>
public static class FeedText
{
    /// <summary>An element's content as HTML.</summary>
    public static string? Html(XElement element)
    {
        var type = ((string?)element.Attribute("type"))?.Trim().ToLowerInvariant();
        var mode = ((string?)element.Attribute("mode"))?.Trim().ToLowerInvariant();
        if (mode == "base64" || IsBinary(type))
        {
            return Decoded(element.Value, type);
        }

        return element.HasElements ? Inner(element)
            : type is "text" or "text/plain" ? WebUtility.HtmlEncode(element.Value)
            : element.Value;
    }

    /// <summary>An element's content as plain text, white space collapsed.</summary>
    public static string Plain(XElement element)
    {
        var type = ((string?)element.Attribute("type"))?.Trim().ToLowerInvariant();
        var html = Html(element) ?? "";
        var isPlain = type is "text" or "text/plain" || (!html.Contains('<', StringComparison.Ordinal) && !html.Contains('&', StringComparison.Ordinal));
        return Collapsed(isPlain && !element.HasElements ? element.Value : TextOf(html));
    }

    /// <summary>The text of an HTML fragment, a blank line between its blocks; empty where it was built to be expensive.</summary>
    public static string TextOf(string html)
    {
        if (PageLimits.WhyRefused(html) is not null)
        {
            return "";
        }

        using var page = HtmlPage.Parse("<body>" + html, url: null);
        var document = page.Document;
        var text = new StringBuilder();
        foreach (var node in document.Body!.ChildNodes)
        {
            Append(text, node);
        }

        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, AngleSharp.Dom.INode node)
    {
        switch (node)
        {
            case AngleSharp.Dom.IText words:
                text.Append(Spaced(words.Data, text));
                break;
            case AngleSharp.Dom.IElement { LocalName: "script" or "style" or "iframe" or "noscript" or "template" }:
                break;
            case AngleSharp.Dom.IElement element:
                var isBlock = element.LocalName is "p" or "div" or "ul" or "ol" or "li" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "tr" or "table" or "section" or "article" or "figure" or "pre" or "br";
                Break(text, isBlock);
                foreach (var child in element.ChildNodes)
                {
                    Append(text, child);
                }

                Break(text, isBlock);
                break;
            default:
                break;
        }
    }

    private static string Spaced(string words, StringBuilder before)
    {
        var collapsed = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var lead = words.Length > 0 && char.IsWhiteSpace(words[0]) && before.Length > 0 && !char.IsWhiteSpace(before[^1]) ? " " : "";
        var trail = collapsed.Length > 0 && char.IsWhiteSpace(words[^1]) ? " " : "";
        return lead + collapsed + trail;
    }

    private static void Break(StringBuilder text, bool isBlock)
    {
        if (!isBlock || text.Length == 0)
        {
            return;
        }

        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }

        text.Append("\n\n");
    }

    private static string Inner(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node is XText words ? WebUtility.HtmlEncode(words.Value) : WithoutNamespaces(node));
        }

        return text.ToString().Trim();
    }

    private static string WithoutNamespaces(XNode node)
    {
        if (node is not XElement element)
        {
            return "";
        }

        var copy = new XElement(element);
        foreach (var part in copy.DescendantsAndSelf())
        {
            part.Name = part.Name.LocalName;
            part.Attributes().Where(attribute => attribute.IsNamespaceDeclaration || attribute.Name.NamespaceName.Length > 0).Remove();
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }

    private static bool IsBinary(string? type) =>
        type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal)
        && !type.Contains("xml", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal);

    private static string? Decoded(string base64, string? type)
    {
        var bytes = new byte[base64.Length];
        var isText = Convert.TryFromBase64String(base64.Trim(), bytes, out var length);
        var text = isText ? Encoding.UTF8.GetString(bytes, 0, length) : null;
        return type is "text/plain" && text is not null ? WebUtility.HtmlEncode(text) : text;
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
