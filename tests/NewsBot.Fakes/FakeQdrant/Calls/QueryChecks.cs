using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>What a query must be before a collection is looked at.</summary>
internal static class QueryChecks
{
    public static void Check(QueryPoints request)
    {
        NameRules.Check(request.CollectionName);
        RequirePositive(!request.HasLimit || request.Limit > 0, "limit");
        RequirePositive(!request.HasTimeout || request.Timeout > 0, "timeout");
        CheckFilter(request.Filter, "filter");
        Check(request.Query);
        foreach (var prefetch in request.Prefetch)
        {
            Check(prefetch);
        }
    }

    public static void Check(QueryPointGroups request)
    {
        NameRules.Check(request.CollectionName);
        RequirePositive(!request.HasLimit || request.Limit > 0, "limit");
        RequirePositive(!request.HasGroupSize || request.GroupSize > 0, "group_size");
        RequireText(request.GroupBy, "group_by");
        CheckFilter(request.Filter, "filter");
        Check(request.Query);
    }

    public static void RequirePositive(bool holds, string field)
    {
        if (!holds)
        {
            throw Refusal.Validation(field, "value 0 invalid, must be 1 or larger");
        }
    }

    public static void RequireText(string text, string field)
    {
        if (text.Length == 0)
        {
            throw Refusal.Validation(field, "value \"\" invalid, must be at least 1 characters");
        }
    }

    private static void Check(PrefetchQuery prefetch)
    {
        Check(prefetch.Query);
        foreach (var inner in prefetch.Prefetch)
        {
            Check(inner);
        }
    }

    private static void Check(Query? query)
    {
        switch (query?.VariantCase)
        {
            case null:
                return;
            case Query.VariantOneofCase.None:
                throw Refusal.InvalidArgument("Query variant is missing");
            case Query.VariantOneofCase.Nearest:
                Check(query.Nearest);
                return;
            case Query.VariantOneofCase.Fusion when !Enum.IsDefined(query.Fusion):
                throw Refusal.InvalidArgument($"invalid fusion type value {(int)query.Fusion}");
            case Query.VariantOneofCase.Rrf when query.Rrf is { HasK: true, K: 0 }:
                throw Refusal.Validation("query.variant.k", "value 0 invalid, must be 1 or larger");
            case Query.VariantOneofCase.Formula:
                FormulaChecks.Check(query.Formula.Expression);
                return;
            case Query.VariantOneofCase.NearestWithMmr when query.NearestWithMmr.Mmr is { HasDiversity: true, Diversity: < 0 or > 1 } mmr:
                throw Refusal.Validation("query.variant.mmr.diversity", FormattableString.Invariant($"value {mmr.Diversity} invalid, must be from 0.0 to 1.0"));
        }
    }

    private static void Check(VectorInput input)
    {
        if (input.VariantCase == VectorInput.VariantOneofCase.None)
        {
            throw Refusal.InvalidArgument("VectorInput variant is missing");
        }

        if (input.Sparse is { } sparse)
        {
            VectorReading.CheckSparse(sparse, "query.variant.variant");
        }
    }

    private static void CheckFilter(Filter? filter, string path)
    {
        for (var i = 0; i < (filter?.Must.Count ?? 0); i++)
        {
            if (filter!.Must[i].Field is { } field)
            {
                CheckField(field, $"{path}.must[{i}]");
            }
        }
    }

    private static void CheckField(FieldCondition field, string path)
    {
        var isEmpty = field is { Match: null, Range: null, GeoBoundingBox: null, GeoRadius: null, ValuesCount: null, GeoPolygon: null, DatetimeRange: null, HasIsEmpty: false, HasIsNull: false };
        if (isEmpty)
        {
            throw Refusal.Validation(path + ".condition_one_of.match", "Validation error: At least one field condition must be specified [{}]");
        }

        if (field.Match is { MatchValueCase: Match.MatchValueOneofCase.None })
        {
            throw Refusal.InvalidArgument("Malformed Match condition");
        }

        PayloadPath.Parse(field.Key);
    }
}
