using Microsoft.Extensions.Logging;
using NewsBot.Retrieval.Qdrant.Wire;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Layout;

/// <summary>The collections as they were found or made.</summary>
/// <param name="Aliases">The names to ask by.</param>
/// <param name="Incarnation">Which making of them this is.</param>
/// <param name="HasDense">Whether they hold vectors of the configured model.</param>
internal sealed record ReadyCollections(CollectionPair Aliases, string Incarnation, bool HasDense);

/// <summary>Makes the collections where they are missing, adds indexes that are missing, and explains what it cannot mend.</summary>
internal sealed partial class CollectionSetup(QdrantCalls calls, CollectionNames names, CollectionDesign design, ILogger logger)
{
    public CollectionPair Aliases { get; } = new(names.Articles, names.Passages);

    /// <exception cref="IndexUnavailableException">The collections cannot be used as they are; the message names the command that mends them.</exception>
    public async Task<ReadyCollections> EnsureAsync(CancellationToken cancellationToken)
    {
        var articles = await calls.FindCollectionAsync(names.Articles, cancellationToken);
        var passages = await calls.FindCollectionAsync(names.Passages, cancellationToken);
        if (articles is null || passages is null)
        {
            await MakeAsync(await NextNumberAsync(cancellationToken), cancellationToken);
            articles = await RequireAsync(names.Articles, cancellationToken);
            passages = await RequireAsync(names.Passages, cancellationToken);
        }

        await MendIndexesAsync(names.Articles, articles, cancellationToken);
        await MendIndexesAsync(names.Passages, passages, cancellationToken);
        Refuse([.. CollectionFindings.Of(names.Articles, articles), .. CollectionFindings.Of(names.Passages, passages)]);
        return new ReadyCollections(Aliases, CollectionFindings.MetadataOf(articles, CollectionDesign.Incarnation) ?? names.Articles, HasDense(articles));
    }

    /// <summary>A pair of collections beside those in use, to be filled: one that an earlier run left unfinished, else a new one. The aliases stay where they are.</summary>
    public async Task<(CollectionPair Pair, string Incarnation)> BesideAsync(CancellationToken cancellationToken)
    {
        foreach (var number in (await UnusedAsync(cancellationToken)).Select(names.NumberOf).Distinct().OrderDescending())
        {
            var begun = names.Numbered(number);
            if (await calls.FindCollectionAsync(begun.Articles, cancellationToken) is { } articles
                && await calls.FindCollectionAsync(begun.Passages, cancellationToken) is { } passages
                && CollectionFindings.MetadataOf(articles, CollectionDesign.Incarnation) is { } incarnation
                && IsOfThisDesign(begun.Articles, articles)
                && IsOfThisDesign(begun.Passages, passages))
            {
                return (begun, incarnation);
            }
        }

        var pair = names.Numbered(await NextNumberAsync(cancellationToken));
        return (pair, await MakeAsync(pair, cancellationToken));
    }

    /// <summary>Points the aliases to a pair, both at once.</summary>
    public Task SwitchAsync(CollectionPair pair, CancellationToken cancellationToken) =>
        calls.PointAliasesAsync([(names.Articles, pair.Articles), (names.Passages, pair.Passages)], cancellationToken);

    /// <summary>Our collections that no alias points to.</summary>
    public async Task<IReadOnlyList<string>> UnusedAsync(CancellationToken cancellationToken)
    {
        var used = (await calls.AliasesAsync(cancellationToken)).Values.ToHashSet();
        return [.. (await calls.CollectionNamesAsync(cancellationToken)).Where(name => names.NumberOf(name) > 0 && !used.Contains(name))];
    }

    private bool IsOfThisDesign(string name, CollectionInfo info) =>
        !CollectionFindings.Of(name, info).Any()
        && !CollectionFindings.MissingIndexes(name, info).Any()
        && CollectionFindings.OfModel(name, info, design.DenseModel) is null;

    private async Task MakeAsync(int number, CancellationToken cancellationToken)
    {
        var pair = names.Numbered(number);
        await MakeAsync(pair, cancellationToken);
        await SwitchAsync(pair, cancellationToken);
        LogMade(logger, pair.Articles, pair.Passages);
    }

    private async Task<string> MakeAsync(CollectionPair pair, CancellationToken cancellationToken)
    {
        var incarnation = Guid.NewGuid().ToString();
        foreach (var name in new[] { pair.Articles, pair.Passages })
        {
            await calls.CreateCollectionAsync(design.Creation(name, incarnation), cancellationToken);
            foreach (var index in CollectionDesign.Indexes(name))
            {
                await calls.CreateIndexAsync(index, cancellationToken);
            }
        }

        return incarnation;
    }

    private async Task<int> NextNumberAsync(CancellationToken cancellationToken) =>
        (await calls.CollectionNamesAsync(cancellationToken)).Select(names.NumberOf).DefaultIfEmpty().Max() + 1;

    private async Task<CollectionInfo> RequireAsync(string name, CancellationToken cancellationToken) =>
        await calls.FindCollectionAsync(name, cancellationToken)
        ?? throw new IndexUnavailableException($"The collection '{name}' was made and is gone again: another program deletes collections of this server. Choose another Qdrant:CollectionPrefix.");

    private async Task MendIndexesAsync(string name, CollectionInfo info, CancellationToken cancellationToken)
    {
        foreach (var index in CollectionFindings.MissingIndexes(name, info))
        {
            LogMended(logger, name, index.FieldName);
            await calls.CreateIndexAsync(index, cancellationToken);
        }
    }

    private bool HasDense(CollectionInfo articles)
    {
        if (CollectionFindings.OfModel(names.Articles, articles, design.DenseModel) is { } finding)
        {
            LogOtherModel(logger, finding);
            return false;
        }

        return design.DenseModel is not null;
    }

    private void Refuse(IReadOnlyList<string> findings)
    {
        if (findings.Count > 0)
        {
            throw new IndexUnavailableException($"Qdrant at {calls.Endpoint} cannot be used as it is: {string.Join("; ", findings)}.");
        }
    }

    [LoggerMessage(EventId = 8010, Level = LogLevel.Information, Message = "Made the collections {Articles} and {Passages}")]
    private static partial void LogMade(ILogger logger, string articles, string passages);

    [LoggerMessage(EventId = 8011, Level = LogLevel.Warning, Message = "Collection {Collection} lacked the index on {Field}; it is made now")]
    private static partial void LogMended(ILogger logger, string collection, string field);

    [LoggerMessage(EventId = 8012, Level = LogLevel.Warning, Message = "Searching goes on by words alone: {Finding}")]
    private static partial void LogOtherModel(ILogger logger, string finding);
}
