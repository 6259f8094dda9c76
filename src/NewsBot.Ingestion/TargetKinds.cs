using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion;

/// <summary>The names of the kinds that <c>ingest --kind</c> knows.</summary>
public static class TargetKinds
{
    /// <summary>To be told from the target itself.</summary>
    public const string Auto = "auto";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, "page", "feed", "sitemap", "warc", "json"];

    /// <summary>The kind of a name.</summary>
    /// <exception cref="ArgumentException">There is no such kind; the message lists those there are.</exception>
    public static DocumentKind Parse(string name) => name switch
    {
        Auto => DocumentKind.Auto,
        "page" => DocumentKind.Page,
        "feed" => DocumentKind.Feed,
        "sitemap" => DocumentKind.Sitemap,
        "warc" => DocumentKind.Warc,
        "json" => DocumentKind.Json,
        _ => throw new ArgumentException($"'{name}' is no kind; use one of {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>Whether a target is meant as an address, be it of a kind that is not fetched, so that it is refused as one.</summary>
    public static bool IsMeantAsAddress(string target) => target.Contains("://", StringComparison.Ordinal) && !Path.Exists(target);

    /// <summary>Whether a target is an address that can be fetched rather than a path.</summary>
    public static bool IsAddress(string target) =>
        target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
