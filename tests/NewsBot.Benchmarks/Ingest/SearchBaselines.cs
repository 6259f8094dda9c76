using System.Text.Json;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Data.Sqlite;
using Document = Lucene.Net.Documents.Document;

namespace NewsBot.Benchmarks.Ingest;

/// <summary>What making the same articles searchable costs with nothing around it: no store, no versions, no clusters, one thread.</summary>
internal static class SearchBaselines
{
    /// <summary>SQLite FTS5 over title and text, kept in the table, one transaction.</summary>
    public static void Fts5(string articles, string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "fts5.db")};Pooling=false");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE a USING fts5(title, text, tokenize='porter unicode61 remove_diacritics 2')";
        create.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO a (title, text) VALUES ($title, $text)";
        var (title, text) = (insert.Parameters.AddWithValue("$title", ""), insert.Parameters.AddWithValue("$text", ""));
        foreach (var article in Read(articles))
        {
            (title.Value, text.Value) = article;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Lucene.Net over title and text with its English analyser.</summary>
    public static void Lucene(string articles, string folder)
    {
        using var directory = FSDirectory.Open(Path.Combine(folder, "lucene"));
        using var analyzer = new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer));
        foreach (var (title, text) in Read(articles))
        {
            writer.AddDocument(new Document { new TextField("title", title, Field.Store.NO), new TextField("text", text, Field.Store.NO) });
        }

        writer.Commit();
    }

    private static IEnumerable<(string Title, string Text)> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            yield return (json.RootElement.GetProperty("headline").GetString()!, json.RootElement.GetProperty("content").GetString()!);
        }
    }
}
