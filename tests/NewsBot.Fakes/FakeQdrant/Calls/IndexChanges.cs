using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Indexes on payload fields: a second one on a field replaces the first.</summary>
internal static class IndexChanges
{
    private const string PlayedLanguage = "english";

    public static void Check(CreateFieldIndexCollection request)
    {
        QueryChecks.RequireText(request.FieldName, "field_name");
        var parameters = request.FieldIndexParams;
        if (parameters?.IntegerIndexParams is { Lookup: false, Range: false, HasLookup: true, HasRange: true })
        {
            throw Refusal.Validation("field_index_params.index_params.lookup", "Validation error: the 'lookup' and 'range' capabilities can't be both disabled [{}]");
        }
    }

    public static void Create(CreateFieldIndexCollection request, StoredCollection collection)
    {
        if (!request.HasFieldType)
        {
            throw Refusal.InvalidArgument("cannot convert field_type");
        }

        if (!Enum.IsDefined(request.FieldType))
        {
            throw Refusal.BadRequest("Can't auto-detect field type, please specify `field_schema` in the request");
        }

        CheckParameters(request);
        PayloadPath.Parse(request.FieldName);
        collection.Indexes[request.FieldName] = new PayloadSchemaInfo { DataType = TypeOf(request.FieldType), Params = request.FieldIndexParams };
        collection.LastOperation++;
    }

    private static void CheckParameters(CreateFieldIndexCollection request)
    {
        if (request.FieldIndexParams is not { } parameters)
        {
            return;
        }

        var fits = (request.FieldType, parameters.IndexParamsCase) switch
        {
            (FieldType.Keyword, PayloadIndexParams.IndexParamsOneofCase.KeywordIndexParams) => true,
            (FieldType.Integer, PayloadIndexParams.IndexParamsOneofCase.IntegerIndexParams) => true,
            (FieldType.Float, PayloadIndexParams.IndexParamsOneofCase.FloatIndexParams) => true,
            (FieldType.Geo, PayloadIndexParams.IndexParamsOneofCase.GeoIndexParams) => true,
            (FieldType.Text, PayloadIndexParams.IndexParamsOneofCase.TextIndexParams) => true,
            (FieldType.Bool, PayloadIndexParams.IndexParamsOneofCase.BoolIndexParams) => true,
            (FieldType.Datetime, PayloadIndexParams.IndexParamsOneofCase.DatetimeIndexParams) => true,
            (FieldType.Uuid, PayloadIndexParams.IndexParamsOneofCase.UuidIndexParams) => true,
            _ => false,
        };
        if (!fits)
        {
            throw Refusal.InvalidArgument($"field_type ({request.FieldType}) and field_index_params do not match");
        }

        if (parameters.TextIndexParams is { Tokenizer: TokenizerType.Unknown })
        {
            throw Refusal.InvalidArgument("unknown tokenizer type");
        }

        var languages = parameters.TextIndexParams is { } text ? (text.Stopwords?.Languages.AsEnumerable() ?? []).Append(text.Stemmer?.Snowball?.Language ?? PlayedLanguage) : [];
        if (languages.Any(language => language != PlayedLanguage))
        {
            throw Refusal.NotPlayed("text indexes in other languages");
        }
    }

    private static PayloadSchemaType TypeOf(FieldType type) => type switch
    {
        FieldType.Keyword => PayloadSchemaType.Keyword,
        FieldType.Integer => PayloadSchemaType.Integer,
        FieldType.Float => PayloadSchemaType.Float,
        FieldType.Geo => PayloadSchemaType.Geo,
        FieldType.Text => PayloadSchemaType.Text,
        FieldType.Bool => PayloadSchemaType.Bool,
        FieldType.Datetime => PayloadSchemaType.Datetime,
        _ => PayloadSchemaType.Uuid,
    };
}

/// <summary>Vector names that come and go after a collection was made.</summary>
internal static class VectorNames
{
    public static void Create(CreateVectorNameRequest request, StoredCollection collection)
    {
        switch (request.VectorConfigCase)
        {
            case CreateVectorNameRequest.VectorConfigOneofCase.DenseConfig:
                var parameters = new VectorParams { Size = request.DenseConfig.Size, Distance = request.DenseConfig.Distance };
                if (collection.DenseVectors.TryGetValue(request.VectorName, out var present))
                {
                    RequireSame(present.Size == parameters.Size && present.Distance == parameters.Distance, request.VectorName);
                    return;
                }

                collection.NameVectors().Map[request.VectorName] = parameters;
                break;
            case CreateVectorNameRequest.VectorConfigOneofCase.SparseConfig:
                if (!collection.SparseVectors.ContainsKey(request.VectorName))
                {
                    var sparse = new SparseVectorParams();
                    if (request.SparseConfig.HasModifier)
                    {
                        sparse.Modifier = request.SparseConfig.Modifier;
                    }

                    collection.AddSparseName(request.VectorName, sparse);
                }

                break;
        }
    }

    private static void RequireSame(bool isSame, string name)
    {
        if (!isSame)
        {
            throw Refusal.WrongInput($"Vector `{name}` already exists with a different configuration");
        }
    }
}
