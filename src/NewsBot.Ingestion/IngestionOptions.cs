using System.ComponentModel.DataAnnotations;

namespace NewsBot.Ingestion;

/// <summary>Settings of section <c>Ingestion</c>.</summary>
public sealed class IngestionOptions
{
    /// <summary>The section's name.</summary>
    public const string SectionName = "Ingestion";

    private const long Megabyte = 1024 * 1024;

    /// <summary>Networks (CIDR) that may be fetched from although they are not public, e.g. <c>10.1.0.0/16</c> or <c>127.0.0.1/32</c>.</summary>
    public IList<string> AllowedNetworks { get; init; } = [];

    /// <summary>What NewsBot calls itself to web servers.</summary>
    [Required]
    public string UserAgent { get; set; } = "NewsBot/0.1 (news archive bot)";

    /// <summary>The largest single document (page, text, feed, PDF), in bytes.</summary>
    [Range(1_000, 1_000 * Megabyte)]
    public long MaximumDocumentBytes { get; set; } = 20 * Megabyte;

    /// <summary>The largest download of any kind (WARC, zip, JSONL), in bytes.</summary>
    [Range(1_000, long.MaxValue)]
    public long MaximumDownloadBytes { get; set; } = 2_000 * Megabyte;

    /// <summary>How many times larger than packed something may become before it is taken for a bomb. Text packs up to about 30 times.</summary>
    [Range(2, 10_000)]
    public int MaximumUnpackingRatio { get; set; } = 200;

    /// <summary>Seconds for one fetch, from the look-up of the address to the last byte.</summary>
    [Range(1, 3_600)]
    public int FetchTimeoutSeconds { get; set; } = 30;

    /// <summary>Redirects that are followed, each checked like the first address.</summary>
    [Range(0, 50)]
    public int MaximumRedirects { get; set; } = 8;

    /// <summary>How often a fetch that failed for a passing reason is tried again.</summary>
    [Range(0, 10)]
    public int FetchRetries { get; set; } = 2;

    /// <summary>Milliseconds between two fetches from one host, unless its robots.txt asks for more.</summary>
    [Range(0, 600_000)]
    public int HostDelayMilliseconds { get; set; } = 500;

    /// <summary>Whether the bytes of pages are kept, compressed, so that a better extractor can read them again.</summary>
    public bool KeepDocuments { get; set; } = true;

    /// <summary>How many jobs run at once while the host runs.</summary>
    [Range(1, 16)]
    public int Workers { get; set; } = 2;

    /// <summary>How many jobs of one chat server run at once, so that one server cannot keep all workers.</summary>
    [Range(1, 16)]
    public int JobsPerGuild { get; set; } = 1;

    /// <summary>The most items of one feed or sitemap that are fetched.</summary>
    [Range(1, 10_000_000)]
    public int MaximumLinks { get; set; } = 50_000;

    /// <summary>Whether copies are looked for; only what measures their cost leaves it.</summary>
    internal bool FindsCopies { get; init; } = true;
}
