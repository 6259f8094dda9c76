using System.Globalization;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Ingestion.Formats;

/// <summary>What the lines of an export hold beside the article itself; nothing of it need be there. See <see cref="ArchiveExport"/>.</summary>
internal static class ExportedJson
{
    /// <summary>What is left of a removed article.</summary>
    public static ExtractionResult Removed(JsonElement json) =>
        Text(json, "article") is { } article && Guid.TryParse(article, out var id) && Instant(json, "at") is { } at
            ? new ExtractionResult.Removed(new Tombstone(id, Text(json, "id") ?? id.ToString(), at, Text(json, "reason") ?? "") { LastVersion = Number(json, "version") ?? 1 })
            : new ExtractionResult.NotAnArticle("the line tells of a removed article without naming it; export the archive again");

    /// <summary>The bytes that a version was read from; null where the export left them out.</summary>
    public static Document? Document(JsonElement json) =>
        json.TryGetProperty("document", out var document) && document.ValueKind == JsonValueKind.Object
        && document.TryGetProperty("bytes", out var bytes) && bytes.ValueKind == JsonValueKind.String && bytes.TryGetBytesFromBase64(out var content)
            ? new Document
            {
                Bytes = content,
                Url = Text(document, "url"),
                ContentType = Text(document, "content_type"),
                FetchedAt = Instant(document, "fetched_at") ?? default,
                Name = Text(json, "title") ?? "",
            }
            : null;

    /// <summary>An instant by its name.</summary>
    public static DateTimeOffset? Instant(JsonElement json, string name) =>
        Text(json, name) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>A number from 1 by its name.</summary>
    public static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
