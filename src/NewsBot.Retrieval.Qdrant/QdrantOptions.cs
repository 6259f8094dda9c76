using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace NewsBot.Retrieval.Qdrant;

/// <summary>Settings of section <c>Qdrant</c>. Retrieval moves to a Qdrant node or cluster as soon as <see cref="Endpoint"/> is set.</summary>
public sealed class QdrantOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Qdrant";

    /// <summary>The address of Qdrant's gRPC port, e.g. <c>http://127.0.0.1:6334</c>; https for TLS. Unset: the embedded index is used.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The key that the server demands, if it does.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A PEM file with the certificate, or the authority of it, that the server shows over https, where the system does not know it. Default: what the system trusts.</summary>
    public string? TrustedCertificate { get; set; }

    /// <summary>How the names of all collections and aliases begin: 1 to 64 of a-z, 0-9, '-' and '_'. Default "newsbot".</summary>
    public string CollectionPrefix { get; set; } = "newsbot";

    /// <summary>Shards of a new collection, 1 to 256. Default 1; docs/SCALING.md says when more help.</summary>
    public int ShardNumber { get; set; } = 1;

    /// <summary>Copies of each shard, 1 to 16. Default 1; 2 survive the loss of a node.</summary>
    public int ReplicationFactor { get; set; } = 1;

    /// <summary>How many copies must acknowledge a write, 1 to <see cref="ReplicationFactor"/>. Default 1.</summary>
    public int WriteConsistencyFactor { get; set; } = 1;

    /// <summary>Keep the sparse index on disk instead of in memory: a quarter of the memory at no loss in quality. Default false.</summary>
    public bool SparseOnDisk { get; set; }

    /// <summary>Seconds until a call is given up, 1 to 300. Default 10; writes get three times as long.</summary>
    public double DeadlineSeconds { get; set; } = 10;

    /// <summary>How often a call is tried again while the server is away or busy, 0 to 10. Default 3.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Points of one write, 1 to 1000. Default 256: larger ones were not faster.</summary>
    public int BatchSize { get; set; } = 256;

    /// <summary>Writes under way at once, 1 to 16. Default 4.</summary>
    public int ParallelWrites { get; set; } = 4;

    /// <summary>How words and meaning are put together where a generator is configured. Default scores; ranks was measured to hurt.</summary>
    public QdrantFusion Fusion { get; set; } = QdrantFusion.Scores;

    /// <summary>
    /// Whether the embedded index is kept in step beside Qdrant and serves while the server is away. Default true; it costs the disk of a second
    /// index (about half of the articles' text) and its share of each ingest.
    /// </summary>
    public bool Standby { get; set; } = true;

    /// <summary>Seconds that a search may take before the index that stands by serves instead, 0.1 to 300. Default 3.</summary>
    public double StandbyAfterSeconds { get; set; } = 3;

    /// <summary>Candidates that are scored anew with the time prior, 10 to 5000. Default 200: more changed no figure.</summary>
    public int CandidateLimit { get; set; } = 200;
}

/// <summary>How a list by words and a list by meaning become one.</summary>
public enum QdrantFusion
{
    /// <summary>By their scores: a share of the best lexical score and the cosine.</summary>
    Scores,

    /// <summary>By their ranks, on the server (reciprocal rank fusion).</summary>
    Ranks,
}

/// <summary>Names the setting that is wrong and says what it may be.</summary>
internal sealed partial class QdrantOptionsValidator : IValidateOptions<QdrantOptions>
{
    public ValidateOptionsResult Validate(string? name, QdrantOptions options)
    {
        var failures = new[]
        {
            EndpointFailure(options),
            CertificateFailure(options),
            Prefix().IsMatch(options.CollectionPrefix) ? null : $"Qdrant:CollectionPrefix is '{options.CollectionPrefix}'; use 1 to 64 of the characters a-z, 0-9, '-' and '_'.",
            Outside(nameof(options.ShardNumber), options.ShardNumber, 1, 256),
            Outside(nameof(options.ReplicationFactor), options.ReplicationFactor, 1, 16),
            Outside(nameof(options.WriteConsistencyFactor), options.WriteConsistencyFactor, 1, Math.Max(1, options.ReplicationFactor)),
            Outside(nameof(options.DeadlineSeconds), options.DeadlineSeconds, 1, 300),
            Outside(nameof(options.StandbyAfterSeconds), options.StandbyAfterSeconds, .1, 300),
            Outside(nameof(options.Retries), options.Retries, 0, 10),
            Outside(nameof(options.BatchSize), options.BatchSize, 1, 1_000),
            Outside(nameof(options.ParallelWrites), options.ParallelWrites, 1, 16),
            Outside(nameof(options.CandidateLimit), options.CandidateLimit, 10, 5_000),
        }.OfType<string>().ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? EndpointFailure(QdrantOptions options)
    {
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            return $"Qdrant:Endpoint is '{options.Endpoint}'; set it to the address of the gRPC port, e.g. http://127.0.0.1:6334 or https://my-cluster.example:6334.";
        }

        // A name without a dot is a service of the same private network, as in a compose file.
        var staysPrivate = endpoint.IsLoopback || !endpoint.Host.Contains('.', StringComparison.Ordinal);
        return options.ApiKey is { Length: > 0 } && endpoint.Scheme == "http" && !staysPrivate
            ? $"Qdrant:ApiKey would go to {endpoint.Host} unencrypted; use https in Qdrant:Endpoint."
            : null;
    }

    private static string? CertificateFailure(QdrantOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.TrustedCertificate))
        {
            return null;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(options.TrustedCertificate);
            return null;
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"Qdrant:TrustedCertificate '{options.TrustedCertificate}' cannot be read ({failure.Message.TrimEnd('.')}): set it to a PEM file with the server's certificate or its authority's.";
        }
    }

    private static string? Outside(string setting, double value, double least, double most) => value < least || value > most
        ? string.Create(CultureInfo.InvariantCulture, $"Qdrant:{setting} is {value}; set it to a number from {least} to {most}.")
        : null;

    [GeneratedRegex("^[a-z0-9_-]{1,64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
