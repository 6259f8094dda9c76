using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace NewsBot.Ingestion.Feeds;

/// <summary>
/// Reads XML. What is well-formed is read by the platform's parser, without document types or external entities; what is not is read as
/// far as it makes sense: stray ampersands and angle brackets are text, missing end tags are supplied, unknown prefixes and
/// unfinished sections are borne. Nothing is ever fetched or expanded.
/// </summary>
internal static class LenientXml
{
    private const int DeepestNesting = 200;

    /// <summary>Feeds have three or four at an element; what follows so many is left out.</summary>
    private const int MostAttributes = 100;

    /// <summary>The root element, or null where there is none.</summary>
    public static XElement? Parse(string text) => ParseStrictly(text) ?? new Reading(text).Root();

    private static XElement? ParseStrictly(string text)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = true };
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private sealed class Reading(string text)
    {
        private readonly Stack<(XElement Element, string Name)> open = new();
        private readonly int lastSectionEnd = text.LastIndexOf("]]>", StringComparison.Ordinal);
        private XElement? root;
        private int at;

        public XElement? Root()
        {
            while (at < text.Length)
            {
                var tag = text.IndexOf('<', at);
                if (tag < 0)
                {
                    AddText(WebUtility.HtmlDecode(text[at..]));
                    break;
                }

                AddText(WebUtility.HtmlDecode(text[at..tag]));
                at = tag;
                ReadMarkup();
            }

            return root;
        }

        private void ReadMarkup()
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<!--"))
            {
                SkipTo("-->");
            }
            else if (rest.StartsWith("<![CDATA["))
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
            else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2]))
            {
                ReadEndTag();
            }
            else if (rest.Length > 1 && IsNameStart(rest[1]))
            {
                ReadStartTag();
            }
            else
            {
                AddText("<");
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
            var start = at + "<![CDATA[".Length;
            var end = start > lastSectionEnd ? -1 : text.IndexOf("]]>", start, StringComparison.Ordinal);
            if (end >= 0)
            {
                AddText(text[start..end]);
                at = end + "]]>".Length;
                return;
            }

            var name = open.Count > 0 ? open.Peek().Name : "";
            var close = name.Length == 0 ? -1 : text.IndexOf("</" + name, start, StringComparison.OrdinalIgnoreCase);
            end = close < 0 ? text.Length : close;
            AddText(text[start..end].TrimEnd(']', ' ', '\n'));
            at = end;
        }

        private void ReadEndTag()
        {
            var end = text.IndexOf('>', at);
            end = end < 0 ? text.Length : end;
            var name = text[(at + 2)..end].Trim();
            at = Math.Min(end + 1, text.Length);
            if (open.Any(element => element.Name == name))
            {
                while (open.Pop().Name != name)
                {
                }
            }
        }

        private void ReadStartTag()
        {
            var start = at + 1;
            var nameEnd = start;
            while (nameEnd < text.Length && IsNameCharacter(text[nameEnd]))
            {
                nameEnd++;
            }

            var name = text[start..nameEnd];
            at = nameEnd;
            var attributes = ReadAttributes(out var isEmpty);
            var element = Element(name, attributes);
            if (open.Count > 0)
            {
                open.Peek().Element.Add(element);
            }
            else
            {
                root ??= element;
            }

            if (!isEmpty && open.Count < DeepestNesting)
            {
                open.Push((element, name));
            }
        }

        private Dictionary<string, string> ReadAttributes(out bool isEmpty)
        {
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            isEmpty = false;
            while (at < text.Length)
            {
                var c = text[at];
                if (c == '>')
                {
                    at++;
                    break;
                }

                if (c == '<')
                {
                    break;
                }

                if (IsNameStart(c))
                {
                    ReadAttribute(attributes);
                    continue;
                }

                isEmpty = c == '/' && at + 1 < text.Length && text[at + 1] == '>';
                at++;
            }

            return attributes;
        }

        private void ReadAttribute(Dictionary<string, string> attributes)
        {
            var start = at;
            while (at < text.Length && IsNameCharacter(text[at]))
            {
                at++;
            }

            var name = text[start..at];
            SkipWhiteSpace();
            if (at >= text.Length || text[at] != '=')
            {
                Keep(attributes, name, "");
                return;
            }

            at++;
            SkipWhiteSpace();
            var quote = at < text.Length && text[at] is '"' or '\'' ? text[at] : '\0';
            var valueStart = quote == '\0' ? at : at + 1;
            var end = quote == '\0' ? text.AsSpan(at).IndexOfAny(" \t\n>") : text.AsSpan(valueStart).IndexOf(quote);
            var valueEnd = end < 0 ? text.Length : valueStart + end;
            Keep(attributes, name, WebUtility.HtmlDecode(text[valueStart..valueEnd]));
            at = Math.Min(quote == '\0' ? valueEnd : valueEnd + 1, text.Length);
        }

        private static void Keep(Dictionary<string, string> attributes, string name, string value)
        {
            if (attributes.Count < MostAttributes)
            {
                attributes.TryAdd(name, value);
            }
        }

        private void SkipWhiteSpace()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        private XElement Element(string name, Dictionary<string, string> attributes)
        {
            var declared = attributes.Where(attribute => attribute.Key == "xmlns" || attribute.Key.StartsWith("xmlns:", StringComparison.Ordinal))
                .ToDictionary(attribute => attribute.Key == "xmlns" ? "" : attribute.Key[6..], attribute => attribute.Value, StringComparer.Ordinal);
            var element = new XElement(Qualified(name, declared, isAttribute: false));
            element.AddAnnotation(declared);
            foreach (var (key, value) in attributes.Where(attribute => !attribute.Key.StartsWith("xmlns", StringComparison.Ordinal)))
            {
                element.SetAttributeValue(Qualified(key, declared, isAttribute: true), value);
            }

            return element;
        }

        private XName Qualified(string name, Dictionary<string, string> declared, bool isAttribute)
        {
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            var (prefix, local) = colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
            local = XmlConvert.EncodeLocalName(local.Length == 0 ? "_" : local)!;
            return prefix switch
            {
                "" when isAttribute => XName.Get(local),
                "xml" => XNamespace.Xml + local,
                _ => XName.Get(local, Declared(prefix, declared) ?? (prefix.Length == 0 ? "" : FeedNames.UndeclaredPrefix + prefix)),
            };
        }

        private string? Declared(string prefix, Dictionary<string, string> here)
        {
            if (here.TryGetValue(prefix, out var space))
            {
                return space;
            }

            foreach (var (element, _) in open)
            {
                if (element.Annotation<Dictionary<string, string>>()!.TryGetValue(prefix, out space))
                {
                    return space;
                }
            }

            return null;
        }

        private void AddText(string value)
        {
            if (open.Count > 0 && value.Length > 0)
            {
                open.Peek().Element.Add(new XText(value));
            }
        }

        private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c > 127 && char.IsLetter(c));

        private static bool IsNameCharacter(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c is '-' or '.' or ':';
    }
}
