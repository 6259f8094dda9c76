namespace NewsBot.Ingestion.WebArchives;

/// <summary>One record of a WARC or ARC file.</summary>
/// <param name="Type">WARC's record type in lower case; ARC's records are <c>response</c>.</param>
/// <param name="Url">The address of what was archived, if stated.</param>
/// <param name="Date">When it was archived, if stated.</param>
/// <param name="ContentType">The media type of the block.</param>
/// <param name="Block">The block's bytes.</param>
internal sealed record WebArchiveRecord(string Type, string? Url, DateTimeOffset? Date, string? ContentType, byte[] Block);
