namespace NewsBot.Archive;

/// <summary>
/// Names that were seen. A job may have millions of items, and of a name only whether it was there is asked, so each is kept as 16 bytes of its hash; two names
/// with the same one are as good as impossible. Not safe for several threads while names are added.
/// </summary>
public sealed class NamesSeen
{
    private static readonly Guid Space = new("0d7a1f53-9a86-5f0c-8b7e-4f2c6d1e9b35");

    private readonly HashSet<Guid> keys = [];

    /// <summary>How many names were seen.</summary>
    public int Count => keys.Count;

    /// <summary>Takes a name in; false when it was there already.</summary>
    public bool Add(string name) => keys.Add(KeyOf(name));

    /// <summary>Whether a name was seen.</summary>
    public bool Contains(string name) => keys.Contains(KeyOf(name));

    private static Guid KeyOf(string name) => NameBasedGuid.Create(Space, name);
}
