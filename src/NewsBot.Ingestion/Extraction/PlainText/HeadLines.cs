using NewsBot.Archive;
using NewsBot.Ingestion.Dating;
using NewsBot.Ingestion.Extraction.Metadata;
using NewsBot.Ingestion.Extraction.Syndication;

namespace NewsBot.Ingestion.Extraction.PlainText;

/// <summary>
/// What stands at the head of an article that is kept as a text file: a title line, then lines such as "By …", "Source: …",
/// "Published: …" and "URL: …", then the text. Lines that are none of these begin the text; nothing is lost.
/// </summary>
internal sealed record HeadLines
{
    /// <summary>A first line longer than this, or one that ends with a full stop, is a paragraph and no title.</summary>
    private const int LongestTitle = 200;

    /// <summary>A head line's value is a name, a date or an address; longer lines are sentences.</summary>
    private const int LongestValue = 500;

    /// <summary>A line that is only a date, in words at most "Wednesday, 20th September 2023".</summary>
    private const int LongestDateLine = 32;

    /// <summary>The title line, or empty.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The names of the "By" line.</summary>
    public IReadOnlyList<string> Authors { get; private init; } = [];

    /// <summary>The "Source" line.</summary>
    public string? Source { get; private init; }

    /// <summary>The "Published" (or "Date") line.</summary>
    public NewsTime? Published { get; private init; }

    /// <summary>The "Modified" (or "Updated") line.</summary>
    public NewsTime? Modified { get; private init; }

    /// <summary>The "URL" line.</summary>
    public string? Url { get; private init; }

    /// <summary>The "Language" line.</summary>
    public string? Language { get; private init; }

    /// <summary>The "Syndicated from" line.</summary>
    public string? SyndicatedFrom { get; private init; }

    /// <summary>The lines of the text, from the first line that belongs to it.</summary>
    public IReadOnlyList<string> Body { get; private init; } = [];

    /// <summary>Reads the head and leaves the rest.</summary>
    public static HeadLines Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0).ToList();
        var head = new HeadLines();
        var next = 0;
        if (lines.Count > 1 && lines[0].Length <= LongestTitle && lines[1].Length == 0 && !lines[0].EndsWith('.') && head.With(lines[0]) is null)
        {
            head = head with { Title = lines[0].TrimStart('#').Trim() };
            next = 1;
        }

        for (; next < lines.Count; next++)
        {
            if (lines[next].Length == 0)
            {
                continue;
            }

            if (head.With(lines[next]) is not { } richer)
            {
                break;
            }

            head = richer;
        }

        return head with { Body = lines[next..] };
    }

    /// <summary>The article that this head and a text make.</summary>
    public ArticleContent ToArticle(string text, string? url, string extractor) => WellFormedMetadata.Of(new ArticleContent
    {
        Title = Title,
        Text = text,
        Url = Url ?? (url is null ? null : CanonicalUrl.Clean(url)),
        Authors = Authors,
        Source = Source,
        Published = Published,
        Modified = Modified,
        Language = Language,
        SyndicatedFrom = SyndicatedFrom ?? Credited(text),
        Extractor = extractor,
    });

    private string? Credited(string text) =>
        SyndicationReader.Credited(text.Split("\n\n", 3), Authors) is { } agency && !SyndicationReader.IsItself(agency, Source, address: null) ? agency : null;

    /// <summary>The head with what the line states, or null if the line belongs to the text.</summary>
    private HeadLines? With(string line)
    {
        if (line.StartsWith("By ", StringComparison.Ordinal) && Byline.Names([line]) is { Count: > 0 } names)
        {
            return this with { Authors = names };
        }

        if (line.Length <= LongestDateLine && WrittenDate.First(line, monthFirst: false) is { } day)
        {
            return this with { Published = Published ?? day };
        }

        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var value = colon < 0 ? "" : line[(colon + 2)..].Trim();
        return colon < 0 || value.Length > LongestValue ? null : line[..colon].ToLowerInvariant() switch
        {
            "title" or "headline" => this with { Title = value },
            "by" or "author" or "authors" => this with { Authors = Byline.Names([value]) },
            "source" or "publication" => this with { Source = value },
            "published" or "date" when StatedTime.Read(value) is { } published => this with { Published = published },
            "modified" or "updated" when StatedTime.Read(value) is { } modified => this with { Modified = modified },
            "url" or "link" => this with { Url = CanonicalUrl.Clean(value) },
            "syndicated from" or "originally published by" => this with { SyndicatedFrom = value },
            "language" => this with { Language = value.ToLowerInvariant() },
            _ => null,
        };
    }
}
