namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Finds the section of a page that is the article. Text speaks for a section and link lists speak against it: of all sections, the one
/// with the most text less its clutter wins (a maximum subtree, after Pasternack and Roth's maximum subsequence segmentation); inside it
/// the search descends as long as one part holds nearly everything. Linear in the size of the page.
/// </summary>
internal sealed class MainContent
{
    /// <summary>A part that holds this share of the text stands for the whole.</summary>
    private const double NearlyEverything = 0.8;

    /// <summary>A section that its publisher calls the body stands for the whole even if it holds less, because what else has text is then furniture.</summary>
    private const double EnoughForNamedBody = 0.5;

    /// <summary>What each block of links or labels counts against its section beyond its length: many short ones are a menu.</summary>
    private const int CostOfClutter = 20;

    private static readonly HashSet<string> PartsOfText = new(StringComparer.Ordinal) { "p", "li", "ul", "ol", "dl", "dd", "dt", "blockquote", "tr", "tbody", "pre", "h1", "h2", "h3", "h4", "h5", "h6" };

    private readonly PageBlocks page;
    private readonly double[] valueBefore;
    private readonly int[] proseBefore;

    private MainContent(PageBlocks page, bool[] isFurniture)
    {
        this.page = page;
        valueBefore = new double[page.Blocks.Count + 1];
        proseBefore = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            valueBefore[i + 1] = valueBefore[i] + (isFurniture[i] ? 0 : ValueOf(block));
            proseBefore[i + 1] = proseBefore[i] + (!isFurniture[i] && block.IsProse ? block.Text.Length : 0);
        }
    }

    /// <summary>The article's sections, in reading order: usually one, several where the publisher cut the body in parts.</summary>
    public static IReadOnlyList<Section> Find(PageBlocks page, bool[] isFurniture)
    {
        var content = new MainContent(page, isFurniture);
        var best = content.BestBelow(page.Root);
        return content.NamedBodies(best) is { Count: > 0 } named ? named : [Whole(content.Descend(best))];
    }

    /// <summary>A single paragraph, list or quotation is part of an article; what holds it is the article, however many links stand beside it.</summary>
    private static Section Whole(Section section)
    {
        while (section.Parent is { } parent && PartsOfText.Contains(section.Element.LocalName))
        {
            section = parent;
        }

        return section;
    }

    private static double ValueOf(TextBlock block) => block switch
    {
        { IsProse: true } => block.Text.Length - block.LinkLength,
        { LinkLength: 0 } => 0,
        _ => -(block.LinkLength + CostOfClutter),
    };

    private double Value(Section section) => valueBefore[section.End] - valueBefore[section.First];

    private int Prose(Section section) => proseBefore[section.End] - proseBefore[section.First];

    private Section BestBelow(Section root)
    {
        var best = root;
        foreach (var section in Below(root))
        {
            // The inner of two equals is the tighter fit.
            var isTighter = Value(section) >= Value(best) && section.First >= best.First && section.End <= best.End;
            best = isTighter || Value(section) > Value(best) ? section : best;
        }

        return best;
    }

    /// <summary>The outermost sections inside that their publisher calls the body, if together they hold enough of the text.</summary>
    private List<Section> NamedBodies(Section within)
    {
        var found = new List<Section>();
        foreach (var section in Below(within))
        {
            if (Prose(section) > 0 && BodyNames.Matches(section.Element) && (found.Count == 0 || found[^1].End <= section.First))
            {
                found.Add(section);
            }
        }

        return found.Sum(Prose) > EnoughForNamedBody * Prose(within) ? found : [];
    }

    private Section Descend(Section section)
    {
        while (section.Children.Find(child => Prose(child) > NearlyEverything * Prose(section) && child.Element.LocalName != "p") is { } heart)
        {
            section = heart;
        }

        return section;
    }

    /// <summary>The section and all sections inside it, in reading order.</summary>
    private static IEnumerable<Section> Below(Section root)
    {
        var open = new Stack<Section>([root]);
        while (open.TryPop(out var section))
        {
            yield return section;
            for (var i = section.Children.Count - 1; i >= 0; i--)
            {
                open.Push(section.Children[i]);
            }
        }
    }
}
