using System.Text.Json.Serialization;
using NewsBot.Archive;

namespace NewsBot.Web.Api.Keys;

/// <summary>What a key allows.</summary>
internal static class ApiScopes
{
    /// <summary>Asking, searching, reading and checking.</summary>
    public const string Read = "read";

    /// <summary>Adding articles by jobs, and looking after those.</summary>
    public const string Ingest = "ingest";

    /// <summary>Saying whether an answer was good.</summary>
    public const string Feedback = "feedback";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Read, Ingest, Feedback];
}

/// <summary>A key of the API as it is kept: the secret itself is shown once and known to its owner only.</summary>
internal sealed record ApiKey
{
    /// <summary>The part of the key that names it, eight hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>What its owner is called.</summary>
    public required string Name { get; init; }

    /// <summary>The SHA-256 of the whole key, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What it allows: of <see cref="ApiScopes.All"/>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The archives it opens, public or not; none: the public ones.</summary>
    public required IReadOnlyList<string> Archives { get; init; }

    /// <summary>How many requests a minute it may make.</summary>
    public required int PerMinute { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it opens an archive that is not public.</summary>
    public bool Opens(ArchiveName archive) => Archives.Contains(archive.Value);
}

/// <summary>How keys are kept.</summary>
[JsonSerializable(typeof(List<ApiKey>))]
internal sealed partial class ApiKeyJson : JsonSerializerContext;
