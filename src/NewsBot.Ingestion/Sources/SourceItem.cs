using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Sites;

namespace NewsBot.Ingestion.Sources;

/// <summary>
/// One thing that a source gave and that may be an article. Reading it is work for another thread: it is described here and done by the
/// pipeline, in any order.
/// </summary>
/// <param name="Name">What people call the item, unique inside its job: a path, a path with a line number, an address.</param>
/// <param name="Read">
/// Gives the article or the reason why there is none, by what the archive has frozen of its sites; called once, on any thread; never throws on account of
/// the content.
/// </param>
/// <param name="Document">The bytes behind the item, if they are worth keeping.</param>
public sealed record SourceItem(string Name, Func<KnownBoilerplate, ExtractionResult> Read, Document? Document = null)
{
    /// <inheritdoc cref="SourceItem" path="/param[@name='Name']"/>
    /// <remarks>Names are kept with the job, shown and logged, so the login of an address is never part of one.</remarks>
    public string Name { get; init => field = AddressText.WithoutLogin(value); } = AddressText.WithoutLogin(Name);

    /// <summary>How many bytes it holds in memory until it is stored.</summary>
    public long Bytes { get; init; } = Document?.Bytes.Length ?? 0;

    /// <summary>How many items its list has behind it; null where nobody knows yet, as while sitemaps that were named are unread.</summary>
    public int? Behind { get; init; }

    /// <summary>The address whose server says that its article was withdrawn for good, if it does.</summary>
    public string? WithdrawnUrl { get; init; }

    /// <summary>An item that failed before there was anything to read.</summary>
    public static SourceItem Failed(string name, string reason) => new(name, _ => new ExtractionResult.NotAnArticle(reason));
}
