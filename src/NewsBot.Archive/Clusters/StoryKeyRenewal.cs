namespace NewsBot.Archive;

/// <summary>Makes the keys anew that an older program made in another way, from the texts of their articles.</summary>
internal static class StoryKeyRenewal
{
    /// <summary>So many texts are in memory at once.</summary>
    private const int ArticlesAtOnce = 500;

    /// <summary>Makes all keys that are due.</summary>
    public static void Run(SqliteSession session, StoryKeyBlocks blocks)
    {
        for (var after = 0L; DueAfter(session, after) is { Count: > 0 } due; after = due[^1].Article)
        {
            foreach (var (article, day, archive, text) in due)
            {
                var print = StoryPrint.Of(text, archive);
                blocks.Add(new KeptKeys(article, day, print.Bands, print.Sketch));
            }

            blocks.Write();
            session.Execute("DELETE FROM story_keys_due WHERE article <= $last", ("$last", due[^1].Article));
        }
    }

    private static List<DueArticle> DueAfter(SqliteSession session, long after) => session.Query(
        """
        SELECT a.key, a.published_at, r.name, v.text FROM story_keys_due d JOIN articles a ON a.key = d.article
        JOIN archives r ON r.key = a.archive JOIN versions v ON v.article = a.key AND v.version = a.current_version
        WHERE d.article > $after ORDER BY d.article LIMIT $limit
        """,
        static row => new DueArticle(row.GetInt64(0), StoryKey.DayOf(row.IsDBNull(1) ? null : row.GetInt64(1)), row.GetString(2), row.GetString(3)),
        ("$after", after),
        ("$limit", ArticlesAtOnce));

    private readonly record struct DueArticle(long Article, int Day, string Archive, string Text);
}
