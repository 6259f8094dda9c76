using System.Net;
using System.Text.Json;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    /// <summary>The feed, or null if the text is none.</summary>
    public static Feed? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(JsonText.WithoutHalves(text), new JsonDocumentOptions { AllowTrailingCommas = true });
            var root = json.RootElement;
            var isFeed = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array;
            return !isFeed ? null : new Feed
            {
                Title = Text(root, "title"),
                Link = Text(root, "home_page_url"),
                Language = Primary(Text(root, "language")),
                Entries = [.. root.GetProperty("items").EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(Entry)],
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FeedEntry Entry(JsonElement item) => new()
    {
        Id = Text(item, "id"),
        Title = Text(item, "title") ?? "",
        Link = Text(item, "url") ?? Text(item, "external_url"),
        Published = FeedDate.Read(Text(item, "date_published")),
        Updated = FeedDate.Read(Text(item, "date_modified")),
        Authors = Authors(item),
        Content = Text(item, "content_html") ?? (Text(item, "content_text") is { } plain ? WebUtility.HtmlEncode(plain).Replace("\n\n", "<p>", StringComparison.Ordinal) : null),
        Summary = Text(item, "summary"),
        Language = Primary(Text(item, "language")),
    };

    private static IReadOnlyList<string> Authors(JsonElement item)
    {
        var list = item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array ? authors.EnumerateArray().ToList()
            : item.TryGetProperty("author", out var author) ? [author]
            : [];
        return [.. list.Where(entry => entry.ValueKind == JsonValueKind.Object).Select(entry => Text(entry, "name")).OfType<string>()];
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } is { Length: > 0 } text ? text : null;

    private static string? Primary(string? tag) => tag?.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } primary ? primary : null;
}
