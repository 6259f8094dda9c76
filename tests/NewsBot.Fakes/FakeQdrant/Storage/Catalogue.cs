using Grpc.Core;
using NewsBot.Fakes.QdrantWire;

namespace NewsBot.Fakes;

/// <summary>The collections and the aliases that point to them.</summary>
internal sealed class Catalogue
{
    public SortedDictionary<string, StoredCollection> Collections { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>The collection of a name or an alias.</summary>
    public StoredCollection Require(string name)
    {
        NameRules.Check(name);
        return Find(name) ?? throw Missing(name);
    }

    public StoredCollection? Find(string name) =>
        Collections.GetValueOrDefault(Aliases.GetValueOrDefault(name, name));

    public static RpcException Missing(string name) => Refusal.NotFound($"Collection `{name}` doesn't exist!");

    public bool Delete(string name)
    {
        if (!Collections.Remove(name))
        {
            return false;
        }

        foreach (var alias in Aliases.Where(pair => pair.Value == name).Select(pair => pair.Key).ToList())
        {
            Aliases.Remove(alias);
        }

        return true;
    }

    /// <summary>One step of a change of aliases; the steps before a failing one stay done.</summary>
    public void Apply(AliasOperations operation)
    {
        switch (operation.ActionCase)
        {
            case AliasOperations.ActionOneofCase.CreateAlias:
                Create(operation.CreateAlias.AliasName, operation.CreateAlias.CollectionName);
                break;
            case AliasOperations.ActionOneofCase.DeleteAlias:
                Aliases.Remove(operation.DeleteAlias.AliasName);
                break;
            case AliasOperations.ActionOneofCase.RenameAlias:
                Rename(operation.RenameAlias.OldAliasName, operation.RenameAlias.NewAliasName);
                break;
            default:
                throw Refusal.InvalidArgument("Malformed AliasOperation type");
        }
    }

    private void Create(string alias, string collection)
    {
        if (!Collections.ContainsKey(collection))
        {
            throw Missing(collection);
        }

        if (Collections.ContainsKey(alias))
        {
            throw Refusal.Of(StatusCode.AlreadyExists, $"Wrong input: Collection `{alias}` already exists!");
        }

        Aliases[alias] = collection;
    }

    private void Rename(string from, string to)
    {
        if (!Aliases.Remove(from, out var collection))
        {
            throw Refusal.NotFound($"Alias {from} does not exists!");
        }

        Aliases[to] = collection;
    }
}

/// <summary>What a collection may be called.</summary>
internal static class NameRules
{
    private const string Forbidden = "<>:\"/\\|?*\0\u001F";

    public static void Check(string name, string path = "collection_name")
    {
        if (name.Length is 0 or > 255)
        {
            throw Refusal.Validation(path, $"value \"{name}\" invalid, must be from 1 to 255 characters");
        }
    }

    public static void CheckNew(string name)
    {
        Check(name);
        foreach (var c in name.Where(c => Forbidden.Contains(c, StringComparison.Ordinal)))
        {
            throw Refusal.Validation("collection_name", $"collection name cannot contain \"{c}\" char");
        }
    }
}
