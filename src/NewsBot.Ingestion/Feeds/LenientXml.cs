using System.Xml;
using System.Xml.Linq;

namespace NewsBot.Ingestion.Feeds;

/// <summary>
/// Reads XML. What is well-formed is read by the platform's parser, without document types or external entities; what is not, or is nested deeper than
/// any feed, is read by <see cref="LenientMarkup"/> as far as it makes sense. Nothing is ever fetched or expanded.
/// </summary>
internal static class LenientXml
{
    /// <summary>
    /// Elements are nested no deeper. Feeds with XHTML in them have some twenty levels; the platform's trees walk up to their root with every element and
    /// down again by recursion, so that a file of nothing but start tags would take the square of its length and then the stack.
    /// </summary>
    public const int DeepestNesting = 200;

    /// <summary>The root element without what is listed in it, or null where there is none.</summary>
    /// <param name="text">The document.</param>
    /// <param name="listed">Told of each listed element, in the order of the document.</param>
    public static XElement? Parse(string text, ListedElements listed) =>
        IsWellFormedAndShallow(text.TrimStart()) ? Root(text.TrimStart(), listed) : new LenientMarkup(text, listed).Root();

    /// <summary>A look through without a tree; it costs a fraction of building one.</summary>
    private static bool IsWellFormedAndShallow(string text)
    {
        try
        {
            using var reader = Reader(text);
            while (reader.Read())
            {
                if (reader.Depth > DeepestNesting)
                {
                    return false;
                }
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static XElement? Root(string text, ListedElements listed)
    {
        using var reader = Reader(text);
        XElement? root = null;
        XElement? open = null;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && open is not null && listed.Holds(open, NameOf(reader)))
            {
                // This reads up to the node behind the element.
                listed.Read((XElement)XNode.ReadFrom(reader), open);
                continue;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var element = Begun(reader);
                    root ??= element;
                    open?.Add(element);
                    open = isEmpty ? open : element;
                    break;
                case XmlNodeType.EndElement:
                    open = open!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open?.Add(new XText(reader.Value));
                    break;
                default:
                    break;
            }

            reader.Read();
        }

        return root;
    }

    private static XElement Begun(XmlReader reader)
    {
        var element = new XElement(NameOf(reader));
        while (reader.MoveToNextAttribute())
        {
            element.Add(new XAttribute(reader.Prefix.Length == 0 ? XName.Get(reader.LocalName) : NameOf(reader), reader.Value));
        }

        return element;
    }

    private static XName NameOf(XmlReader reader) => XName.Get(reader.LocalName, reader.NamespaceURI);

    private static XmlReader Reader(string text) =>
        XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = true });
}
