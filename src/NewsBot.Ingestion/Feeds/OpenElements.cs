using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace NewsBot.Ingestion.Feeds;

/// <summary>
/// The tree of a document that is not well-formed, as it grows: the elements that have begun and not ended yet. The next entry of a list ends the
/// one before it, so a feed that forgets its end tags still has all its entries.
/// </summary>
internal sealed class OpenElements(ListedElements listed)
{
    /// <summary>What feeds and sitemaps list. None of them ever holds another of its kind.</summary>
    private static readonly FrozenSet<string> Entries = FrozenSet.ToFrozenSet(["item", "entry", "url", "sitemap"], StringComparer.OrdinalIgnoreCase);

    private readonly Stack<Element> open = new();
    private Element? listedOne;

    /// <summary>The first element, or null before it.</summary>
    public XElement? Root { get; private set; }

    /// <summary>The innermost open element's name as written, or null where none is open.</summary>
    public string? InnermostName => open.TryPeek(out var innermost) ? innermost.Name : null;

    /// <summary>Begins an element; what is nested too deep stands beside its parent's other content.</summary>
    public void Open(StartTag tag)
    {
        if (Entries.Contains(LocalName(tag.Name)))
        {
            Close(tag.Name);
        }

        var element = ElementOf(tag);
        if (open.TryPeek(out var parent))
        {
            Place(element, parent);
        }

        Root ??= element.Node;
        open.Push(element);
        if (tag.IsEmpty || open.Count > LenientXml.DeepestNesting)
        {
            Pop();
        }
    }

    /// <summary>Ends the innermost element of a name and all that is open inside it; nothing where there is none.</summary>
    public void Close(string name)
    {
        if (open.Any(element => element.Name == name))
        {
            while (Pop().Name != name)
            {
            }
        }
    }

    /// <summary>Ends all elements, as the end of the document does.</summary>
    public void CloseAll()
    {
        while (open.Count > 0)
        {
            Pop();
        }
    }

    /// <summary>Adds text to the innermost element; outside all of them it is left out.</summary>
    public void AddText(string text)
    {
        if (text.Length > 0 && open.TryPeek(out var innermost))
        {
            innermost.Node.Add(new XText(text));
        }
    }

    private void Place(Element element, Element parent)
    {
        if (listedOne is null && listed.Holds(parent.Node, element.Node.Name))
        {
            listedOne = element;
        }
        else
        {
            parent.Node.Add(element.Node);
        }
    }

    private Element Pop()
    {
        var ended = open.Pop();
        if (ended == listedOne)
        {
            listedOne = null;
            listed.Read(ended.Node, open.Peek().Node);
        }

        return ended;
    }

    private static string LocalName(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private Element ElementOf(StartTag tag)
    {
        var spaces = tag.Attributes.Where(attribute => attribute.Key == "xmlns" || attribute.Key.StartsWith("xmlns:", StringComparison.Ordinal))
            .ToDictionary(attribute => attribute.Key == "xmlns" ? "" : attribute.Key["xmlns:".Length..], attribute => attribute.Value, StringComparer.Ordinal);
        var node = new XElement(Qualified(tag.Name, spaces, isAttribute: false));
        foreach (var (name, value) in tag.Attributes.Where(attribute => !attribute.Key.StartsWith("xmlns", StringComparison.Ordinal)))
        {
            node.SetAttributeValue(Qualified(name, spaces, isAttribute: true), value);
        }

        return new Element(tag.Name, node, spaces);
    }

    private XName Qualified(string name, Dictionary<string, string> spaces, bool isAttribute)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (prefix, local) = colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
        local = XmlConvert.EncodeLocalName(local.Length == 0 ? "_" : local)!;
        return prefix switch
        {
            "" when isAttribute => XName.Get(local),
            "xml" => XNamespace.Xml + local,
            _ => XName.Get(local, SpaceOf(prefix, spaces) ?? (prefix.Length == 0 ? "" : FeedNames.UndeclaredPrefix + prefix)),
        };
    }

    private string? SpaceOf(string prefix, Dictionary<string, string> here) =>
        here.TryGetValue(prefix, out var space) ? space
        : open.Select(element => element.Spaces.GetValueOrDefault(prefix)).FirstOrDefault(outer => outer is not null);

    /// <summary>An open element: its name as written, its node, and the prefixes that it declares.</summary>
    private sealed record Element(string Name, XElement Node, IReadOnlyDictionary<string, string> Spaces);
}
