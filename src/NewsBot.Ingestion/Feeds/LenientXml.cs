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

    /// <summary>The root element, or null where there is none.</summary>
    public static XElement? Parse(string text) => ParseStrictly(text.TrimStart()) ?? new LenientMarkup(text).Root();

    private static XElement? ParseStrictly(string text)
    {
        try
        {
            return IsWellFormedAndShallow(text) ? XElement.Load(Reader(text)) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A look through without a tree; it costs a fraction of building one.</summary>
    private static bool IsWellFormedAndShallow(string text)
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

    private static XmlReader Reader(string text) =>
        XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = true });
}
