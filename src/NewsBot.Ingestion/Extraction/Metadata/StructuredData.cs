using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using NewsBot.Ingestion.Extraction.Pages;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// The page's JSON-LD: what its publisher says about it for search engines. All shapes are read: one object, arrays, <c>@graph</c>,
/// several scripts, and the damage that templates leave behind (raw line ends in strings, comments, CDATA marks, trailing commas).
/// A script that stays unreadable is left out; the others count.
/// </summary>
public sealed class StructuredData
{
    /// <summary>Deeper nesting is no metadata.</summary>
    private const int DeepestNesting = 64;

    /// <summary>Real pages have up to a dozen.</summary>
    private const int MostScripts = 40;

    /// <summary>Real ones have some thousand characters; a million is a shop's catalogue.</summary>
    private const int LongestScript = 1_000_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestNesting };

    private static readonly string[] ArticleTypes = ["article", "blogposting", "liveblogposting", "report", "review", "socialmediaposting", "discussionforumposting"];

    private static readonly string[] PageTypes = ["webpage", "aboutpage", "itempage", "recipe", "event", "product"];

    private readonly Dictionary<string, JsonElement> nodeOfId = new(StringComparer.Ordinal);

    private StructuredData(List<JsonElement> nodes)
    {
        foreach (var node in nodes)
        {
            if (TextOf(node, "@id") is { } id)
            {
                nodeOfId.TryAdd(id, node);
            }
        }

        Nodes = nodes;
        Articles = [.. nodes.Where(node => IsOneOf(node, ArticleTypes))];
        Pages = [.. nodes.Where(node => IsOneOf(node, PageTypes))];
        Article = Articles.Count > 0 ? Articles[0] : default;
    }

    /// <summary>Every object of the page's JSON-LD that has a type, in the order of the page.</summary>
    public IReadOnlyList<JsonElement> Nodes { get; }

    /// <summary>The objects that describe articles.</summary>
    public IReadOnlyList<JsonElement> Articles { get; }

    /// <summary>The objects that describe the page as such.</summary>
    public IReadOnlyList<JsonElement> Pages { get; }

    /// <summary>The first object that describes an article; its kind is Undefined where there is none.</summary>
    public JsonElement Article { get; }

    /// <summary>Reads all scripts of the page.</summary>
    public static StructuredData Read(HtmlPage page)
    {
        var nodes = new List<JsonElement>();
        var scripts = page.Document.GetElementsByTagName("script").Where(script => script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true);
        foreach (var script in scripts.Take(MostScripts))
        {
            if (script.TextContent is { Length: <= LongestScript } text && Parse(text) is { } root)
            {
                Collect(root, nodes, DeepestNesting);
            }
        }

        return new StructuredData(nodes);
    }

    /// <summary>The article's text property, or null.</summary>
    public string? Text(string property) => TextOf(Article, property);

    /// <summary>The article's truth value, or null where it states none; publishers write true, "True" and "https://schema.org/True".</summary>
    public bool? Flag(string property)
    {
        if (Article.ValueKind != JsonValueKind.Object || !Article.TryGetProperty(property, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetString()!.EndsWith("true", StringComparison.OrdinalIgnoreCase) ? true
                : value.GetString()!.EndsWith("false", StringComparison.OrdinalIgnoreCase) ? false : null,
            _ => null,
        };
    }

    /// <summary>A property of a node as text: a string, a number, the name of an object, or the first of an array of those.</summary>
    public static string? TextOf(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) ? AsText(value) : null;

    /// <summary>The texts of a property that holds one value or several.</summary>
    public static IEnumerable<string> TextsOf(JsonElement node, string property)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(property, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(AsText).OfType<string>()
            : AsText(value) is { } text ? [text] : [];
    }

    /// <summary>The names of persons or organisations, which may stand elsewhere in the graph and only be referred to by <c>@id</c>.</summary>
    public IEnumerable<string> NamesOf(JsonElement node, string property) => TextsOf(node, property)
        .Select(text => nodeOfId.TryGetValue(text, out var referred) ? TextOf(referred, "name") : text)
        .OfType<string>();

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => TextOf(value, "name") ?? TextOf(value, "@value") ?? TextOf(value, "@id"),
        JsonValueKind.Array => value.EnumerateArray().Select(AsText).FirstOrDefault(text => text is not null),
        _ => null,
    };

    private static bool IsOneOf(JsonElement node, string[] kinds) => TextsOf(node, "@type").Any(type =>
        kinds.Any(kind => type.EndsWith(kind, StringComparison.OrdinalIgnoreCase)));

    private static void Collect(JsonElement value, List<JsonElement> nodes, int depthLeft)
    {
        if (depthLeft == 0)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, nodes, depthLeft - 1);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (value.TryGetProperty("@type", out _))
            {
                nodes.Add(value);
            }

            foreach (var nested in value.EnumerateObject().Where(p => p.Name is "@graph" or "mainEntity" or "mainEntityOfPage"))
            {
                Collect(nested.Value, nodes, depthLeft - 1);
            }
        }
    }

    private static JsonElement? Parse(string script)
    {
        try
        {
            return JsonDocument.Parse(Mended(script), Lenient).RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Undoes the damage that templates do most: wrappers around the JSON, and raw control characters inside strings.</summary>
    private static string Mended(string script)
    {
        var first = script.AsSpan().IndexOfAny('{', '[');
        var last = script.AsSpan().LastIndexOfAny('}', ']');
        if (script.AsSpan().IndexOf("<![CDATA[") is >= 0 and var mark && mark < first)
        {
            first = script.IndexOfAny(['{', '['], mark + "<![CDATA[".Length);
            last = script.LastIndexOf("]]>", StringComparison.Ordinal) is > 0 and var end ? script.LastIndexOfAny(['}', ']'], end - 1) : last;
        }

        if (first < 0 || last <= first)
        {
            return JsonText.WithoutHalves(script);
        }

        var json = new StringBuilder(script, first, last - first + 1, last - first + 1);
        for (var i = 0; i < json.Length; i++)
        {
            if (char.IsControl(json[i]))
            {
                json[i] = ' ';
            }
        }

        return JsonText.WithoutHalves(json.ToString());
    }
}
