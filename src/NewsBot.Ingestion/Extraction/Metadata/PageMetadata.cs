using NewsBot.Ingestion.Extraction.Body;
using NewsBot.Ingestion.Extraction.Pages;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>What a page says about its article, read from the whole tree before anything is removed. Unknown values are null.</summary>
public sealed record PageMetadata
{
    /// <summary>The headline without the site's name; empty if the page has none.</summary>
    public required string Title { get; init; }

    /// <summary>The authors' names in the order of the byline.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The publication's name as the page states it.</summary>
    public required string? Source { get; init; }

    /// <summary>The section in which the publication files the article.</summary>
    public required string? Section { get; init; }

    /// <summary>The publication's tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The canonical address.</summary>
    public required string? Url { get; init; }

    /// <summary>The language that the page states, as a lower-case primary tag.</summary>
    public required string? Language { get; init; }

    /// <summary>Reads all of it.</summary>
    internal static PageMetadata Read(HtmlPage page, StructuredData data, PageBlocks blocks, PageFurniture furniture)
    {
        var source = SourceReader.Read(page, data);
        var title = TitleReader.Read(page, data, source);
        return new PageMetadata
        {
            Title = title,
            Authors = AuthorReader.Read(page, data, blocks, furniture, title, source),
            Source = source,
            Section = TopicReader.Section(page, data, title),
            Tags = TopicReader.Tags(page, data),
            Url = AddressReader.Read(page, data),
            Language = LanguageReader.Stated(page, data),
        };
    }
}
