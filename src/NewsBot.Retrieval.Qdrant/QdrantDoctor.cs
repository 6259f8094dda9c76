using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsBot.Retrieval.Qdrant.Content;
using NewsBot.Retrieval.Qdrant.Layout;
using NewsBot.Retrieval.Qdrant.Wire;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="IsSound">Whether it is as it should be.</param>
/// <param name="Detail">What was found, and where it is not sound what mends it.</param>
public sealed record QdrantFinding(string Name, bool IsSound, string Detail);

/// <summary>
/// Looks at a server as NewsBot needs it: does it answer, is it new enough, is the key accepted, are the collections sound, and does a
/// whole round of writing, ranking with the time prior and deleting work, on collections of its own that are gone afterwards.
/// </summary>
public static class QdrantDoctor
{
    /// <summary>The oldest server that has everything used here: metadata of collections and fusion by ranks with a k of one's own came with 1.16.</summary>
    public static Version OldestVersion { get; } = new(1, 16, 0);

    private const string TrialArchive = "doctor";

    /// <summary>Looks at everything, in order; stops where the rest could not work.</summary>
    public static async IAsyncEnumerable<QdrantFinding> ExamineAsync(
        QdrantOptions options, TimeProvider clock, ILogger logger, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var validation = new QdrantOptionsValidator().Validate(null, options);
        yield return new QdrantFinding("settings", !validation.Failed, validation.Failed ? string.Join(" ", validation.Failures) : $"endpoint {options.Endpoint}, prefix {options.CollectionPrefix}");
        if (validation.Failed)
        {
            yield break;
        }

        using var calls = new QdrantCalls(options, clock, logger);
        foreach (var examine in new Func<QdrantCalls, QdrantOptions, CancellationToken, Task<QdrantFinding>>[] { ServerAsync, KeyAsync, CollectionsAsync, RoundAsync })
        {
            var finding = await Guarded(() => examine(calls, options, cancellationToken));
            yield return finding;
            if (!finding.IsSound)
            {
                yield break;
            }
        }
    }

    private static async Task<QdrantFinding> Guarded(Func<Task<QdrantFinding>> examine)
    {
        try
        {
            return await examine();
        }
        catch (Exception exception) when (exception is IndexUnavailableException or QdrantRefusedException)
        {
            return new QdrantFinding("server", IsSound: false, exception.Message);
        }
    }

    private static async Task<QdrantFinding> ServerAsync(QdrantCalls calls, QdrantOptions options, CancellationToken cancellationToken)
    {
        var reply = await calls.HealthAsync(cancellationToken);
        var isKnown = Version.TryParse(reply.Version.Split('-')[0], out var version);
        return isKnown && version >= OldestVersion
            ? new QdrantFinding("server", IsSound: true, $"{reply.Title} {reply.Version}")
            : new QdrantFinding("server", IsSound: false, $"version {reply.Version} is too old: NewsBot needs Qdrant {OldestVersion} or newer. Update the server.");
    }

    private static async Task<QdrantFinding> KeyAsync(QdrantCalls calls, QdrantOptions options, CancellationToken cancellationToken)
    {
        var names = await calls.CollectionNamesAsync(cancellationToken);
        return new QdrantFinding("key", IsSound: true, string.Create(CultureInfo.InvariantCulture, $"{(options.ApiKey is { Length: > 0 } ? "accepted" : "none set, none needed")}; {names.Count} collections on the server"));
    }

    private static async Task<QdrantFinding> CollectionsAsync(QdrantCalls calls, QdrantOptions options, CancellationToken cancellationToken)
    {
        var names = new CollectionNames(options.CollectionPrefix, model: null);
        var findings = new List<string>();
        var details = new List<string>();
        foreach (var alias in new[] { names.Articles, names.Passages })
        {
            if (await calls.FindCollectionAsync(alias, cancellationToken) is not { } info)
            {
                details.Add($"'{alias}' is not there yet; the first ingest makes it");
                continue;
            }

            findings.AddRange(CollectionFindings.Of(alias, info));
            findings.AddRange(CollectionFindings.MissingIndexes(alias, info).Select(index => $"'{alias}' lacks the index on {index.FieldName}: the next ingest makes it"));
            details.Add(string.Create(CultureInfo.InvariantCulture, $"'{alias}' holds {info.PointsCount} points, {info.Config.Params.ShardNumber} shards, status {info.Status}"));
        }

        return new QdrantFinding("collections", findings.Count == 0, string.Join("; ", findings.Count == 0 ? details : findings));
    }

    /// <summary>Makes collections of its own, writes, ranks and deletes.</summary>
    private static async Task<QdrantFinding> RoundAsync(QdrantCalls calls, QdrantOptions options, CancellationToken cancellationToken)
    {
        var name = $"{options.CollectionPrefix}-doctor-{Guid.NewGuid():N}";
        var clock = Stopwatch.StartNew();
        await calls.CreateCollectionAsync(new CollectionDesign(options, model: null).Creation(name, "doctor"), cancellationToken);
        try
        {
            foreach (var index in CollectionDesign.Indexes(name))
            {
                await calls.CreateIndexAsync(index, cancellationToken);
            }

            var isSound = await TrialPoints.RanksAsync(calls, name, Archive.ArchiveName.Parse(TrialArchive), cancellationToken);
            return new QdrantFinding("trial", isSound, isSound
                ? string.Create(CultureInfo.InvariantCulture, $"wrote, ranked with the time prior and deleted in {clock.ElapsedMilliseconds} ms")
                : "the server ranks otherwise than it should: is it a Qdrant of a version that NewsBot knows?");
        }
        finally
        {
            await calls.DeleteCollectionAsync(name, CancellationToken.None);
        }
    }
}
