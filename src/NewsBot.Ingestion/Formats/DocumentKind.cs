namespace NewsBot.Ingestion.Formats;

/// <summary>What a target or a document is.</summary>
public enum DocumentKind
{
    /// <summary>To be told from name, media type and first bytes.</summary>
    Auto,

    /// <summary>A web page.</summary>
    Page,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>JSON or JSONL articles.</summary>
    Json,

    /// <summary>RSS, RDF, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A sitemap or an index of sitemaps.</summary>
    Sitemap,

    /// <summary>A WARC or ARC web archive.</summary>
    Warc,

    /// <summary>A zip file, or a WACZ web archive in one.</summary>
    Zip,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>Nothing that ingest can read.</summary>
    Unknown,
}
