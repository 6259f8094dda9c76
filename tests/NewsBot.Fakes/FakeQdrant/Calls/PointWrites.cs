using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>Changes the points of a collection. All points of one write are checked before the first is stored.</summary>
internal sealed class PointWrites(StoredCollection collection)
{
    private readonly FilterMatching filters = new(collection);

    public void Upsert(IReadOnlyList<PointStruct> given, Filter? updateFilter, UpdateMode mode, bool halfOnly = false)
    {
        RequireSome(given.Count);
        var points = given.Select((point, i) => Read(point, i)).ToList();
        foreach (var point in halfOnly ? points.Take(points.Count / 2) : points)
        {
            var present = collection.Points.GetValueOrDefault(point.Key);
            var isWanted = present is null
                ? mode != UpdateMode.UpdateOnly
                : mode != UpdateMode.InsertOnly && (updateFilter is null || filters.Matches(updateFilter, present));
            if (isWanted)
            {
                collection.Put(point);
            }
        }
    }

    public void Delete(PointsSelector? selector, string whenMissing = "PointSelector is missing")
    {
        foreach (var point in Select(selector, whenMissing, mustExist: false, mustName: true))
        {
            collection.Delete(point.Key);
        }
    }

    public void UpdateVectors(IReadOnlyList<PointVectors> given)
    {
        RequireSome(given.Count);
        var changes = given.Select((point, i) => VectorReading.Read(collection, PointKey.Of(point.Id), point.Vectors, i, namesVectorInErrors: false)).ToList();
        foreach (var change in changes)
        {
            collection.SetVectors(collection.Require(change.Key), change);
        }
    }

    public void DeleteVectors(PointsSelector? selector, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => !collection.DenseVectors.ContainsKey(name) && !collection.SparseVectors.ContainsKey(name)))
        {
            throw Refusal.WrongInput($"Not existing vector name error: {name}");
        }

        foreach (var point in Select(selector, "PointSelector is missing"))
        {
            foreach (var name in names)
            {
                collection.DropVector(point, name);
            }
        }
    }

    public void SetPayload(IReadOnlyDictionary<string, Value> payload, PointsSelector? selector, string key)
    {
        var fields = Objects.Stored(payload);
        foreach (var point in Select(selector, "points_selector is expected", mustExist: true))
        {
            var root = Objects.Of(point.Payload).Clone();
            if (key.Length > 0)
            {
                PayloadPath.Parse(key).MergeInto(root, fields);
            }
            else
            {
                Merge(root.StructValue, fields);
            }

            point.Payload = new Dictionary<string, Value>(root.StructValue.Fields);
        }
    }

    /// <summary>A field that is set to null at the top goes away, as a real server does it.</summary>
    private static void Merge(Struct root, Dictionary<string, Value> fields)
    {
        foreach (var (name, value) in fields)
        {
            if (value.KindCase == Value.KindOneofCase.NullValue)
            {
                root.Fields.Remove(name);
            }
            else
            {
                root.Fields[name] = value;
            }
        }
    }

    public void OverwritePayload(IReadOnlyDictionary<string, Value> payload, PointsSelector? selector)
    {
        foreach (var point in Select(selector, "points_selector is expected", mustExist: true))
        {
            point.Payload = Objects.Stored(payload);
        }
    }

    public void DeletePayload(IEnumerable<string> keys, PointsSelector? selector)
    {
        var paths = keys.Select(PayloadPath.Parse).ToList();
        foreach (var point in Select(selector, "points_selector is expected"))
        {
            var root = Objects.Of(point.Payload).Clone();
            paths.ForEach(path => path.RemoveFrom(root));
            point.Payload = new Dictionary<string, Value>(root.StructValue.Fields);
        }
    }

    public void ClearPayload(PointsSelector? selector)
    {
        foreach (var point in Select(selector, "PointSelector is missing"))
        {
            point.Payload = [];
        }
    }

    /// <summary>One operation of a batch; those before a failing one stay done.</summary>
    public void Apply(PointsUpdateOperation operation)
    {
        switch (operation.OperationCase)
        {
            case PointsUpdateOperation.OperationOneofCase.Upsert:
                Upsert(operation.Upsert.Points, operation.Upsert.UpdateFilter, operation.Upsert.UpdateMode);
                break;
            case PointsUpdateOperation.OperationOneofCase.SetPayload:
                SetPayload(operation.SetPayload.Payload, operation.SetPayload.PointsSelector, operation.SetPayload.Key);
                break;
            case PointsUpdateOperation.OperationOneofCase.OverwritePayload:
                OverwritePayload(operation.OverwritePayload.Payload, operation.OverwritePayload.PointsSelector);
                break;
            case PointsUpdateOperation.OperationOneofCase.DeletePayload:
                DeletePayload(operation.DeletePayload.Keys, operation.DeletePayload.PointsSelector);
                break;
            case PointsUpdateOperation.OperationOneofCase.UpdateVectors:
                UpdateVectors(operation.UpdateVectors.Points);
                break;
            case PointsUpdateOperation.OperationOneofCase.DeleteVectors:
                DeleteVectors(operation.DeleteVectors.PointsSelector, operation.DeleteVectors.Vectors?.Names.AsEnumerable() ?? []);
                break;
            case PointsUpdateOperation.OperationOneofCase.DeletePoints:
                Delete(operation.DeletePoints.Points);
                break;
            case PointsUpdateOperation.OperationOneofCase.ClearPayload:
                ClearPayload(operation.ClearPayload.Points);
                break;
            default:
                throw Refusal.InvalidArgument("Operation is missing");
        }
    }

    private StoredPoint Read(PointStruct given, int position)
    {
        var key = PointKey.Of(given.Id, "Empty ID is not allowed");
        var point = VectorReading.Read(collection, key, given.Vectors, position, namesVectorInErrors: true);
        point.Payload = Objects.Stored(given.Payload);
        return point;
    }

    private List<StoredPoint> Select(PointsSelector? selector, string whenMissing, bool mustExist = false, bool mustName = false)
    {
        switch ((selector ?? throw Refusal.InvalidArgument(whenMissing)).PointsSelectorOneOfCase)
        {
            case PointsSelector.PointsSelectorOneOfOneofCase.Points:
                var keys = selector.Points.Ids.Select(id => PointKey.Of(id)).ToList();
                if (mustName)
                {
                    RequireSome(keys.Count);
                }

                return [.. keys.Select(key => mustExist ? collection.Require(key) : collection.Points.GetValueOrDefault(key)).OfType<StoredPoint>()];
            case PointsSelector.PointsSelectorOneOfOneofCase.Filter:
                return [.. collection.Points.Values.Where(point => filters.Matches(selector.Filter, point))];
            default:
                throw Refusal.InvalidArgument("Malformed PointsSelector type");
        }
    }

    private static void RequireSome(int count)
    {
        if (count == 0)
        {
            throw Refusal.BadRequest("Empty update request");
        }
    }
}
