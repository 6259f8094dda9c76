using AngleSharp.Dom;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Decides which blocks are page furniture. A section whose name says so is, unless it holds more of the page's prose than everything
/// that no name speaks against: then the name is a template's accident ("has-sidebar", "gallery-post") and its inner sections decide.
/// </summary>
internal sealed class PageFurniture
{
    /// <summary>A name that leaves hardly a doubt is believed until nearly nothing else is left.</summary>
    private const double LeastBesideCertain = 0.1;

    /// <summary>The certain ones, and what was asked before: many elements share those around them, and a page can nest them deep.</summary>
    private readonly Dictionary<IElement, bool> certainlyHeld = [];

    private PageFurniture(int blocks) => Blocks = new bool[blocks];

    /// <summary>For each block, whether it is furniture.</summary>
    public bool[] Blocks { get; }

    /// <summary>Whether an element stands in a part of the page that is certainly not the article, such as comments or a sidebar.</summary>
    public bool CertainlyHolds(IElement element)
    {
        if (certainlyHeld.Count == 0)
        {
            return false;
        }

        var isHeld = false;
        var known = element;
        while (known is not null && !certainlyHeld.TryGetValue(known, out isHeld))
        {
            known = known.ParentElement;
        }

        for (var inner = element; inner != known; inner = inner.ParentElement!)
        {
            certainlyHeld[inner] = isHeld;
        }

        return isHeld;
    }

    /// <summary>Judges the sections of a page.</summary>
    public static PageFurniture Of(PageBlocks page)
    {
        var furniture = new PageFurniture(page.Blocks.Count);
        var proseBefore = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            proseBefore[i + 1] = proseBefore[i] + (page.Blocks[i].IsProse ? page.Blocks[i].Text.Length : 0);
        }

        var suspects = new PriorityQueue<List<Section>, double>();
        var unnamed = Open(page.Root);
        while (suspects.TryDequeue(out var alike, out var weight))
        {
            if (unnamed < -weight)
            {
                unnamed += alike.Sum(Open);
            }
            else
            {
                alike.ForEach(furniture.Take);
            }
        }

        return furniture;

        int Prose(Section section) => proseBefore[section.End] - proseBefore[section.First];

        double Weight(Section section) => section.Furniture == Furniture.Certain ? LeastBesideCertain * Prose(section) : Prose(section);

        // Puts the outermost suspects inside a section up for decision, the likeliest to hold the article first; what lies outside them is unnamed.
        int Open(Section around)
        {
            var inner = Outermost(around).ToList();
            suspects.EnqueueRange(inner.GroupBy(Likeness).Select(alike => (alike.ToList(), -alike.Sum(Weight))));
            return Prose(around) - inner.Sum(Prose);
        }
    }

    /// <summary>The slides of a gallery are the article together or not at all.</summary>
    private static (Section? Parent, Furniture Furniture, string Name) Likeness(Section section) =>
        (section.Parent, section.Furniture, section.Element.LocalName + "." + section.Element.ClassName?.Split(' ')[0]);

    private void Take(Section section)
    {
        Array.Fill(Blocks, true, section.First, section.End - section.First);
        var open = new Stack<Section>([section]);
        while (open.TryPop(out var inner))
        {
            if (inner.Furniture == Furniture.Certain)
            {
                certainlyHeld[inner.Element] = true;
                continue;
            }

            inner.Children.ForEach(open.Push);
        }
    }

    private static IEnumerable<Section> Outermost(Section around)
    {
        foreach (var child in around.Children)
        {
            if (child.Furniture != Furniture.None)
            {
                yield return child;
            }
            else
            {
                foreach (var inner in Outermost(child))
                {
                    yield return inner;
                }
            }
        }
    }
}
