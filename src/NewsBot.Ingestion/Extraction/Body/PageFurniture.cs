namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Decides which blocks are page furniture. A section whose name says so is, unless it holds more of the page's prose than everything
/// that no name speaks against: then the name is a template's accident ("has-sidebar", "gallery-post") and its inner sections decide.
/// </summary>
internal static class PageFurniture
{
    /// <summary>A name that leaves hardly a doubt is believed until nearly nothing else is left.</summary>
    private const double LeastBesideCertain = 0.1;

    /// <summary>For each block, whether it is furniture.</summary>
    public static bool[] Mark(PageBlocks page)
    {
        var proseBefore = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            proseBefore[i + 1] = proseBefore[i] + (page.Blocks[i].IsProse ? page.Blocks[i].Text.Length : 0);
        }

        var suspects = new PriorityQueue<Section, double>();
        var unnamed = Open(page.Root);
        var marks = new bool[page.Blocks.Count];
        while (suspects.TryDequeue(out var section, out _))
        {
            if (unnamed < Weight(section))
            {
                unnamed += Open(section);
            }
            else
            {
                Array.Fill(marks, true, section.First, section.End - section.First);
            }
        }

        return marks;

        int Prose(Section section) => proseBefore[section.End] - proseBefore[section.First];

        double Weight(Section section) => section.Furniture == Furniture.Certain ? LeastBesideCertain * Prose(section) : Prose(section);

        // Puts the outermost suspects inside a section up for decision, the likeliest to hold the article first; what lies outside them is unnamed.
        int Open(Section around)
        {
            var inner = Outermost(around).ToList();
            suspects.EnqueueRange(inner.Select(section => (section, -Weight(section))));
            return Prose(around) - inner.Sum(Prose);
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
