using System.Text;
using System.Text.Json;

namespace NewsBot.Ingestion.Formats;

/// <summary>
/// Articles that lie in a list inside an object, as web services answer: <c>{"status": "ok", "articles": [{…}, {…}]}</c>, or one object further in. The list is the only
/// one of articles there. Whether a file holds such answers its first object tells.
/// </summary>
internal sealed class JsonWrapping
{
    private const int MostObjectsAround = 2;

    private bool isWrapped = true;

    /// <summary>The objects of the list in the next object of the file, each as JSON; null where it wraps none.</summary>
    public IReadOnlyList<byte[]>? Unwrap(byte[] value)
    {
        var articles = isWrapped ? ListIn(value) : null;
        isWrapped = articles is not null;
        return articles;
    }

    private static IReadOnlyList<byte[]>? ListIn(byte[] value)
    {
        try
        {
            using var json = JsonDocument.Parse(value, JsonArticleReader.Tolerant);
            return ListIn(json.RootElement, MostObjectsAround) is { } list ? [.. list.EnumerateArray().Select(article => Encoding.UTF8.GetBytes(article.GetRawText()))] : null;
        }
        catch (JsonException)
        {
            // What is wrong with it is told where it is read as an article.
            return null;
        }
    }

    private static JsonElement? ListIn(JsonElement json, int objects)
    {
        if (objects == 0 || json.ValueKind != JsonValueKind.Object || JsonArticle.IsMeantAsArticle(json))
        {
            return null;
        }

        var lists = json.EnumerateObject().Where(property => IsListOfArticles(property.Value)).Select(property => property.Value).ToList();
        return lists.Count switch
        {
            1 => lists[0],
            0 => json.EnumerateObject().Select(property => ListIn(property.Value, objects - 1)).FirstOrDefault(list => list is not null),
            _ => null,
        };
    }

    private static bool IsListOfArticles(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object) && json.EnumerateArray().Any(JsonArticle.IsMeantAsArticle);
}
