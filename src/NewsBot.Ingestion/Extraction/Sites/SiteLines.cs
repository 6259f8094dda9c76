using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Ingestion.Extraction.Sites;

/// <summary>The lines that recur on one site, ready to be looked up.</summary>
internal sealed class SiteLines
{
    /// <summary>A site without a list.</summary>
    public static readonly SiteLines None = new(0, FrozenSet<string>.Empty);

    private readonly int revision;
    private readonly FrozenSet<string> lines;

    private SiteLines(int revision, FrozenSet<string> lines)
    {
        this.revision = revision;
        this.lines = lines;
    }

    /// <summary>The lines of a frozen list.</summary>
    public static SiteLines Of(SiteBoilerplate list) => new(list.Revision, list.Lines.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The paragraphs that are none of the lines; a paragraph that only holds one of them stays whole.</summary>
    public IReadOnlyList<string> RemoveFrom(IReadOnlyList<string> paragraphs) =>
        lines.Count == 0 ? paragraphs : [.. paragraphs.Where(paragraph => !lines.Contains(ArticleText.Normalise(paragraph)))];

    /// <summary>The name of an extractor that was given this list: "html/2", or "html/2 boilerplate/3" with the list's third revision.</summary>
    public string NameOf(string extractor) => revision == 0 ? extractor : string.Create(CultureInfo.InvariantCulture, $"{extractor} boilerplate/{revision}");
}
