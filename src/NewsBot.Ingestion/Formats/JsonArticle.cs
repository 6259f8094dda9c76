using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Archive;
using NewsBot.Ingestion.Dating;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Feeds;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Reads one JSON object as an article: <c>headline|title</c>, <c>content|text|body</c> (or <c>paragraphs</c>, a list), and, if
/// known, <c>id</c>, <c>url</c>, <c>authors</c>, <c>publish_date|published</c>, <c>modified</c>, <c>source</c>, <c>language</c>; also under the names that
/// schema.org and the interfaces of well-known systems give them. The lines of an export hold some more: see <see cref="ArchiveExport"/>.
/// </summary>
internal static partial class JsonArticle
{
    /// <summary>The name and version of this way of reading.</summary>
    public const string Version = "json/1";

    private static readonly string[] BodyNames = ["content", "text", "body", "articleBody", "content_text", "content_html"];

    /// <summary>The article, or what is wrong with the object.</summary>
    public static ExtractionResult Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Wrong($"it is a JSON {json.ValueKind.ToString().ToLowerInvariant()}, not an object; give each article as an object with 'title' and 'text'");
        }

        if (json.TryGetProperty("removed", out var removed) && removed.ValueKind == JsonValueKind.Object)
        {
            return ExportedJson.Removed(removed);
        }

        var storedAt = ExportedJson.Instant(json, "stored_at");
        var text = Body(json) is { } body && storedAt is null ? WithoutMarkup(body) : Body(json);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Wrong("the object has no text; give it as 'content', 'text' or 'body'");
        }

        var published = Text(json, "publish_date", "published", "published_at", "publishedAt", "datePublished", "date_published", "pubDate", "date");
        var modified = Text(json, "modified", "updated", "updated_at", "updatedAt", "dateModified", "date_modified");
        return Time(published) is var publishedAt && publishedAt is null && !string.IsNullOrWhiteSpace(published)
            ? Wrong($"'{Shortened(published)}' is no date; write it as YYYY-MM-DD or 2024-03-05T09:30:00+01:00, or leave it out")
            : new ExtractionResult.Extracted(new ArticleContent
            {
                Title = Text(json, "headline", "title") ?? "",
                Text = ArticleText.Normalise(text).Trim('\n'),
                ExternalId = Text(json, "id"),
                Url = Text(json, "url", "link", "permalink"),
                Authors = Authors(json),
                Source = Named(json, "source", "publisher", "publication"),
                Published = publishedAt,
                Modified = Time(modified),
                Language = Language(Text(json, "language", "lang", "inLanguage")),
                SyndicatedFrom = Text(json, "syndicated_from"),
                Section = Text(json, "section", "articleSection"),
                Tags = Tags(json),
                AuthorNote = Text(json, "author_note"),
                IsTruncated = json.TryGetProperty("truncated", out var truncated) && truncated.ValueKind == JsonValueKind.True,
                Extractor = Text(json, "extractor") ?? Version,
            })
            {
                StoredAt = storedAt,
                // Other writers number their versions too; only an export also says when each was stored.
                Version = storedAt is null ? null : ExportedJson.Number(json, "version"),
                Document = ExportedJson.Document(json),
            };
    }

    /// <summary>Whether an object is meant as an article: it has a property for a text, whatever that holds.</summary>
    public static bool IsMeantAsArticle(JsonElement json) => json.TryGetProperty("paragraphs", out _) || BodyNames.Any(name => json.TryGetProperty(name, out _));

    private static string? Body(JsonElement json) => Text(json, BodyNames) ?? Paragraphs(json);

    private static ExtractionResult.NotAnArticle Wrong(string reason) => new(reason);

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string? Text(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var value) && AsText(value) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),

        // WordPress gives titles and texts as HTML in an object.
        JsonValueKind.Object when value.TryGetProperty("rendered", out var html) && html.ValueKind == JsonValueKind.String => FeedText.TextOf(html.GetString()!),
        _ => null,
    };

    /// <summary>What others write may be HTML; what an export holds is text, whatever it looks like.</summary>
    private static string WithoutMarkup(string text) => StartOfBlock().IsMatch(text) ? FeedText.TextOf(text) : text;

    [GeneratedRegex(@"^\s*<(?:p|div|article|section|figure|blockquote|h[1-6])[\s>]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StartOfBlock();

    private static string? Named(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var value) && AuthorName(value) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string? Paragraphs(JsonElement json) =>
        json.TryGetProperty("paragraphs", out var list) && list.ValueKind == JsonValueKind.Array
            ? string.Join("\n\n", list.EnumerateArray().Select(AsText).Where(paragraph => !string.IsNullOrWhiteSpace(paragraph)))
            : null;

    private static IReadOnlyList<string> Authors(JsonElement json)
    {
        var value = json.TryGetProperty("authors", out var authors) ? authors : json.TryGetProperty("author", out var author) ? author : default;
        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select(AuthorName).Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!.Trim())],
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            _ => AuthorName(value) is { } name && !string.IsNullOrWhiteSpace(name) ? [name.Trim()] : [],
        };
    }

    private static IReadOnlyList<string> Tags(JsonElement json) =>
        json.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
            ? [.. tags.EnumerateArray().Select(AsText).Where(tag => !string.IsNullOrWhiteSpace(tag)).Select(tag => tag!.Trim())]
            : [];

    private static string? AuthorName(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? Text(value, "name") : AsText(value);

    private static NewsTime? Time(string? text) =>
        text is null ? null
        : NewsTime.TryParse(text, out var time) ? time
        : StatedTime.Read(text) ?? (DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? NewsTime.OfInstant(instant) : null);

    private static string? Language(string? tag) => tag?.Split('-', '_')[0].Trim().ToLowerInvariant() is { Length: 2 or 3 } primary ? primary : null;
}
