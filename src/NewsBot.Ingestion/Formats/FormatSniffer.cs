using System.Buffers;
using System.Text;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction.Decoding;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Tells what a document is: by its first bytes where they are telling, else by the media type, else by the name's ending. Names and
/// labels lie more often than bytes do.
/// </summary>
public static class FormatSniffer
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int HeadLength = 4_096;

    /// <summary>A text that merely begins with a tag has fewer.</summary>
    private const int FewestEndTags = 5;

    private static readonly SearchValues<char> AfterElementName = SearchValues.Create(" \t\r\n/>");

    /// <summary>The kind of a document.</summary>
    /// <param name="head">Its first bytes, at most <see cref="HeadLength"/> of them.</param>
    /// <param name="name">Its name, with an ending or without.</param>
    /// <param name="contentType">Its media type as stated, if any.</param>
    public static DocumentKind Sniff(ReadOnlySpan<byte> head, string name, string? contentType)
    {
        var byBytes = ByBytes(head);
        var byLabel = ByMediaType(contentType) ?? ByEnding(name);
        return byBytes ?? byLabel switch
        {
            DocumentKind.Pdf or DocumentKind.Zip or DocumentKind.Warc => DocumentKind.Unknown,
            DocumentKind.Page or DocumentKind.Text or DocumentKind.Markdown when !LooksLikeText(head) => DocumentKind.Unknown,
            null or DocumentKind.Text when ListsAddresses(head) => DocumentKind.Sitemap,
            null => !LooksLikeText(head) ? DocumentKind.Unknown : IsMarkup(head) ? DocumentKind.Page : DocumentKind.Text,
            var label => label.Value,
        };
    }

    /// <summary>The kind of a document whose bytes are all there.</summary>
    public static DocumentKind Sniff(Document document) =>
        Sniff(document.Bytes.AsSpan(0, Math.Min(document.Bytes.Length, HeadLength)), document.Name, document.ContentType);

    /// <summary>Whether the bytes are compressed with gzip.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>Whether the bytes are compressed with Zstandard.</summary>
    public static bool IsZstandard(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]);

    private static DocumentKind? ByBytes(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return DocumentKind.Pdf;
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return DocumentKind.Zip;
        }

        if (head.StartsWith("WARC/"u8) || head.StartsWith("filedesc://"u8))
        {
            return DocumentKind.Warc;
        }

        return ByMarkup(Encoding.Latin1.GetString(head));
    }

    /// <summary>A text of nothing but addresses, one a line, is the plain form of a sitemap (sitemaps.org); a line that is cut at the end of the head may be anything.</summary>
    private static bool ListsAddresses(ReadOnlySpan<byte> head)
    {
        var isCut = head.Length == HeadLength;
        var lines = Encoding.Latin1.GetString(isCut ? head[..(head.LastIndexOf((byte)'\n') + 1)] : JsonLayout.WithoutMark(head))
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Any(TargetKinds.IsAddress) && lines.All(line => line.StartsWith('#') || (TargetKinds.IsAddress(line) && !line.Contains(' ', StringComparison.Ordinal)));
    }

    /// <summary>A page whose first element says nothing, because a program wrote its warnings above it.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> head) => head.TrimStart(" \t\r\n"u8).StartsWith("<"u8) && head.Count("</"u8) >= FewestEndTags;

    private static DocumentKind? ByMarkup(string head)
    {
        var text = head.Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('{') || text.StartsWith('['))
        {
            var isObjects = text[0] == '{' || text.TrimStart('[', ' ', '\r', '\n', '\t').StartsWith('{');
            return text.Contains("jsonfeed.org/version", StringComparison.Ordinal) ? DocumentKind.Feed
                : isObjects ? DocumentKind.Json
                : null;
        }

        return text.StartsWith('<') ? ByFirstElement(text) : null;
    }

    private static DocumentKind? ByFirstElement(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var rest = text.AsSpan(at + 1);
            if (rest.StartsWith("!--"))
            {
                var end = text.IndexOf("-->", at, StringComparison.Ordinal);
                if (end < 0)
                {
                    return null;
                }

                at = end;
            }
            else if (rest.Length > 0 && char.IsAsciiLetter(rest[0]))
            {
                var length = rest.IndexOfAny(AfterElementName);
                return ByElement((length < 0 ? rest : rest[..length]).ToString());
            }
        }

        return null;
    }

    private static DocumentKind? ByElement(string element)
    {
        var local = element[(element.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
        return local switch
        {
            "rss" or "rdf" or "feed" or "channel" => DocumentKind.Feed,
            "urlset" or "sitemapindex" => DocumentKind.Sitemap,
            "html" or "head" or "body" or "article" or "div" or "title" or "meta" => DocumentKind.Page,
            _ => null,
        };
    }

    private static DocumentKind? ByMediaType(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => DocumentKind.Page,
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" => DocumentKind.Feed,
        "application/json" or "application/x-ndjson" or "application/jsonl" or "application/x-jsonlines" => DocumentKind.Json,
        "application/pdf" => DocumentKind.Pdf,
        "application/zip" or "application/wacz" => DocumentKind.Zip,
        "application/warc" => DocumentKind.Warc,
        "text/markdown" => DocumentKind.Markdown,
        "text/plain" => DocumentKind.Text,
        null or "" or "application/octet-stream" or "text/xml" or "application/xml" or "application/gzip" or "application/x-gzip" => null,
        "text/css" or "text/javascript" or "text/csv" or "text/calendar" or "text/vcard" => DocumentKind.Unknown,
        var other => other.StartsWith("text/", StringComparison.Ordinal) ? null : DocumentKind.Unknown,
    };

    private static DocumentKind? ByEnding(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" or ".shtml" => DocumentKind.Page,
        ".txt" or ".text" => DocumentKind.Text,
        ".md" or ".markdown" => DocumentKind.Markdown,
        ".json" or ".jsonl" or ".ndjson" => DocumentKind.Json,
        ".rss" or ".atom" or ".rdf" => DocumentKind.Feed,
        ".xml" => DocumentKind.Feed,
        ".pdf" => DocumentKind.Pdf,
        ".zip" or ".wacz" => DocumentKind.Zip,
        ".warc" or ".arc" => DocumentKind.Warc,
        ".css" or ".js" or ".mjs" or ".map" or ".csv" or ".tsv" or ".ics" or ".vcf" or ".log" or ".ini" or ".yml" or ".yaml" or ".toml" or ".svg" or ".tmp" or ".bak" => DocumentKind.Unknown,
        _ => null,
    };

    /// <summary>Pictures and programs are full of control bytes; texts of every encoding but UTF-16 have next to none.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || Utf16Text.Of(head) is not null)
        {
            return true;
        }

        var controls = 0;
        foreach (var b in head)
        {
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) ? 1 : 0;
        }

        return head.Length > 0 && controls <= head.Length / 100;
    }
}
