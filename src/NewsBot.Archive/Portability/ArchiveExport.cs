using System.IO.Compression;
using System.Text.Json;

namespace NewsBot.Archive;

/// <summary>
/// Writes an archive as one portable file: JSONL packed with gzip, one version of an article a line, oldest first, in the form that ingest reads.
/// Ingesting the file gives the same versions, stored at the same times; clusters and corrections follow from them.
/// </summary>
public static class ArchiveExport
{
    private const int VersionsPerRead = 200;

    private static readonly byte[] LineEnd = [(byte)'\n'];

    /// <summary>Writes all versions of an archive's articles; the number written.</summary>
    public static async Task<long> WriteAsync(ArchiveStore store, ArchiveName archive, Stream destination, CancellationToken cancellationToken)
    {
        await using var packed = new GZipStream(destination, CompressionLevel.Optimal, leaveOpen: true);
        await using var writer = new Utf8JsonWriter(packed, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var (written, after) = (0L, 0L);
        while (store.VersionsAfter(archive, after, VersionsPerRead) is { Count: > 0 } versions)
        {
            foreach (var (key, version) in versions)
            {
                Write(writer, version);
                await writer.FlushAsync(cancellationToken);
                await packed.WriteAsync(LineEnd, cancellationToken);
                writer.Reset();
                after = key;
                written++;
            }
        }

        return written;
    }

    private static void Write(Utf8JsonWriter writer, Article version)
    {
        var content = version.Content;
        writer.WriteStartObject();
        writer.WriteString("id", content.ExternalId);
        writer.WriteString("title", content.Title);
        writer.WriteString("text", content.Text);
        writer.WriteString("url", content.Url);
        writer.WriteStartArray("authors");
        foreach (var author in content.Authors)
        {
            writer.WriteStringValue(author);
        }

        writer.WriteEndArray();
        writer.WriteString("published", content.Published?.ToString());
        writer.WriteString("modified", content.Modified?.ToString());
        writer.WriteString("source", content.Source);
        writer.WriteString("language", content.Language);
        writer.WriteString("syndicated_from", content.SyndicatedFrom);
        writer.WriteBoolean("truncated", content.IsTruncated);
        writer.WriteString("extractor", content.Extractor);
        writer.WriteString("stored_at", ArticleRows.Write(version.StoredAt));
        writer.WriteNumber("version", version.Version);
        writer.WriteEndObject();
    }
}
