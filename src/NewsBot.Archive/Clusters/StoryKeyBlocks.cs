namespace NewsBot.Archive;

/// <summary>
/// Keeps the keys of each article, those of articles that follow each other in one row: blocks of about a page, none of which reaches into another. What a transaction
/// adds is written when it is first needed, or by <see cref="Write"/> at its end.
/// </summary>
internal sealed class StoryKeyBlocks(SqliteSession session)
{
    /// <summary>So many fill a page of 4 KB.</summary>
    private const int EntriesPerBlock = 28;

    private const string BlockSql = "SELECT entries FROM story_key_blocks WHERE first <= $article ORDER BY first DESC LIMIT 1";

    private readonly List<KeptKeys> added = [];
    private readonly byte[] lastRead = new byte[EntriesPerBlock * KeptKeys.MostBytes];
    private long firstAdded = long.MaxValue;

    /// <summary>Adds the keys of an article that has none.</summary>
    public void Add(KeptKeys keys)
    {
        added.Add(keys);
        firstAdded = Math.Min(firstAdded, keys.Article);
    }

    /// <summary>The keys of an article, or null where it has none.</summary>
    public KeptKeys? Find(long article) => BlockOf(article)?.Find(entry => entry.Article == article);

    /// <summary>The sketch of an article until the next one is asked for; empty where it has no keys.</summary>
    public ReadOnlySpan<byte> SketchOf(long article)
    {
        WriteFor(article);
        var bytes = session.CopyBytes(lastRead, BlockSql, ("$article", article));
        return KeptKeys.SketchIn(lastRead.AsSpan(0, bytes), article);
    }

    /// <summary>Removes the keys of an article and gives them back; null where it had none.</summary>
    public KeptKeys? Remove(long article)
    {
        if (BlockOf(article) is not { } block || block.Find(entry => entry.Article == article) is not { } found)
        {
            return null;
        }

        Replace(block, [.. block.Where(entry => entry != found)]);
        return found;
    }

    /// <summary>The keys of articles above one, in their order: those of some, or none at the end.</summary>
    public List<KeptKeys> After(long article)
    {
        Write();
        if (Read(article)?.FindAll(entry => entry.Article > article) is { Count: > 0 } rest)
        {
            return rest;
        }

        var next = session.Scalar("SELECT entries FROM story_key_blocks WHERE first > $article ORDER BY first LIMIT 1", ("$article", article)) as byte[];
        return KeptKeys.Decode(next);
    }

    /// <summary>Writes what was added.</summary>
    public void Write()
    {
        if (added.Count == 0)
        {
            return;
        }

        var last = session.Scalar("SELECT max(first) FROM story_key_blocks") is long first ? Read(first)![^1].Article : 0;
        var entries = added.OrderBy(entry => entry.Article).ToList();
        added.Clear();
        firstAdded = long.MaxValue;
        foreach (var entry in entries.Where(entry => entry.Article < last))
        {
            Insert(entry);
        }

        Append(entries.Where(entry => entry.Article > last));
    }

    /// <summary>Puts an entry into the block that reaches over its article, or into one of its own between two others.</summary>
    private void Insert(KeptKeys entry)
    {
        if (Read(entry.Article) is { } block && block[^1].Article > entry.Article)
        {
            Replace(block, [.. block.Append(entry).OrderBy(other => other.Article)]);
        }
        else
        {
            Append([entry]);
        }
    }

    private void Replace(List<KeptKeys> block, List<KeptKeys> by)
    {
        session.Execute("DELETE FROM story_key_blocks WHERE first = $first", ("$first", block[0].Article));
        Append(by);
    }

    private void Append(IEnumerable<KeptKeys> entries)
    {
        foreach (var block in entries.Chunk(EntriesPerBlock))
        {
            session.Execute("INSERT INTO story_key_blocks (first, entries) VALUES ($first, $entries)", ("$first", block[0].Article), ("$entries", KeptKeys.Encode(block)));
        }
    }

    private List<KeptKeys>? BlockOf(long article)
    {
        WriteFor(article);
        return Read(article);
    }

    /// <summary>Nearly always an article is asked for that was there before the transaction.</summary>
    private void WriteFor(long article)
    {
        if (article >= firstAdded)
        {
            Write();
        }
    }

    private List<KeptKeys>? Read(long article) =>
        session.Scalar(BlockSql, ("$article", article)) is byte[] bytes ? KeptKeys.Decode(bytes) : null;
}
