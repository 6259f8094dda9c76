using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Qdrant.Content;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Layout;

/// <summary>What is wrong with a collection, and the command that mends it.</summary>
internal static class CollectionFindings
{
    /// <summary>What makes a collection unusable; empty for a sound one.</summary>
    public static IEnumerable<string> Of(string name, CollectionInfo info)
    {
        var sparse = info.Config.Params.SparseVectorsConfig?.Map;
        if (sparse is null || !sparse.TryGetValue(VectorNames.Sparse, out var parameters))
        {
            yield return $"the collection '{name}' has no sparse vector '{VectorNames.Sparse}': run 'reindex'";
        }
        else if (parameters.Modifier == Modifier.Idf)
        {
            yield return $"the collection '{name}' weighs terms by all archives together (modifier idf): run 'reindex'";
        }

        if (MetadataOf(info, CollectionDesign.Format) is { } format && format != CollectionDesign.FormatVersion)
        {
            yield return $"the collection '{name}' was written by another version of the text analysis: run 'reindex'";
        }
    }

    /// <summary>Why the vectors of a collection do not fit the configured model, or null where they do or none is configured.</summary>
    public static string? OfModel(string name, CollectionInfo info, VectorModel? model)
    {
        if (model is null)
        {
            return null;
        }

        if (info.Config.Params.VectorsConfig?.ParamsMap?.Map.TryGetValue(VectorNames.Dense, out var dense) != true || dense is null)
        {
            return $"the collection '{name}' has no vectors of an embedding model, '{model.Name}' is configured: run 'reindex'";
        }

        if (dense.Size != (ulong)model.Dimensions)
        {
            return $"the collection '{name}' holds vectors of {dense.Size} dimensions, '{model.Name}' makes {model.Dimensions}: run 'reindex', or configure the model that made them";
        }

        return MetadataOf(info, CollectionDesign.Model) is { } made && made != model.Name
            ? $"the collection '{name}' holds vectors of '{made}', '{model.Name}' is configured: run 'reindex', or configure the model that made them"
            : null;
    }

    /// <summary>The fields that filters need and that have no index of their type.</summary>
    public static IEnumerable<CreateFieldIndexCollection> MissingIndexes(string name, CollectionInfo info) =>
        CollectionDesign.Indexes(name).Where(index => !info.PayloadSchema.TryGetValue(index.FieldName, out var present) || present.DataType != TypeOf(index.FieldType));

    public static string? MetadataOf(CollectionInfo info, string key) =>
        info.Config.Metadata.TryGetValue(key, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : null;

    private static PayloadSchemaType TypeOf(FieldType type) => type == FieldType.Datetime ? PayloadSchemaType.Datetime : PayloadSchemaType.Keyword;
}
