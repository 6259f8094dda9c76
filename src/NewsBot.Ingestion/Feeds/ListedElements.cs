using System.Xml.Linq;

namespace NewsBot.Ingestion.Feeds;

/// <summary>
/// The elements that a document lists, as a feed its entries. Each is read when it ends and is never put into the document's tree, since the tree of a hundred
/// thousand takes many times the memory of their text.
/// </summary>
/// <param name="isListed">Whether an element is one of them, by its parent and its name. What stands inside one is not asked about.</param>
/// <param name="read">Reads one of them; above it stand its ancestors with the addresses that they are the base of (<c>xml:base</c>), and nothing else.</param>
internal sealed class ListedElements(Func<XElement, XName, bool> isListed, Action<XElement> read)
{
    private (XElement Parent, XElement Copy)? last;

    /// <summary>Whether an element with this name, inside this parent, is one of the list.</summary>
    public bool Holds(XElement parent, XName name) => isListed(parent, name);

    /// <summary>Reads an element that has ended and stands in no tree.</summary>
    public void Read(XElement element, XElement parent)
    {
        last = last?.Parent == parent ? last : (parent, CopyOf(parent));
        last.Value.Copy.Add(element);
        read(element);
        element.Remove();
    }

    private static XElement CopyOf(XElement ancestor)
    {
        var copy = new XElement(ancestor.Name, ancestor.Attribute(FeedNames.XmlBase));
        if (ancestor.Parent is { } parent)
        {
            CopyOf(parent).Add(copy);
        }

        return copy;
    }
}
