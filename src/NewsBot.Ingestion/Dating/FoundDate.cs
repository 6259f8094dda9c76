using NewsBot.Archive;

namespace NewsBot.Ingestion.Dating;

/// <summary>Where a page states a date, from what is meant for machines to what only readers see.</summary>
public enum DateOrigin
{
    /// <summary>The page's address holds year, month and day.</summary>
    Address,

    /// <summary>JSON-LD.</summary>
    StructuredData,

    /// <summary>A meta element.</summary>
    Meta,

    /// <summary>Markup in the text: microdata, <c>time</c>, hAtom.</summary>
    Markup,

    /// <summary>The text that readers see.</summary>
    VisibleText,
}

/// <summary>A date and where it was found.</summary>
/// <param name="Time">The date, no more precise than it was stated.</param>
/// <param name="Origin">Where.</param>
public sealed record FoundDate(NewsTime Time, DateOrigin Origin);
