namespace NewsBot.Retrieval.Dense.Embedding;

/// <summary>How far the vectors of an archive are.</summary>
/// <param name="Model">The configured model; null where it cannot be told.</param>
/// <param name="Articles">Articles that have a vector of it.</param>
/// <param name="AllArticles">Articles of the archive.</param>
/// <param name="Passages">Passages beyond the leads that have one.</param>
/// <param name="AllPassages">Passages beyond the leads.</param>
public sealed record EmbeddingProgress(VectorModel? Model, long Articles, long AllArticles, long Passages, long AllPassages)
{
    /// <summary>The model whose vectors searches use: a former one until every article has a vector of the new one; null for none.</summary>
    public VectorModel? InUse { get; init; }

    /// <summary>Whether there is nothing left to do.</summary>
    public bool IsComplete => Articles >= AllArticles && Passages >= AllPassages;

    /// <inheritdoc/>
    public override string ToString()
    {
        var passages = AllPassages > 0 ? FormattableString.Invariant($", {Passages:N0} of {AllPassages:N0} further passages") : "";
        var former = InUse is not null && Model is not null && InUse != Model ? $"; questions use those of {InUse.Name} until then" : "";
        return FormattableString.Invariant($"{Articles:N0} of {AllArticles:N0} articles{passages} have vectors of {Model?.ToString() ?? "a model that cannot be read"}{former}");
    }
}
