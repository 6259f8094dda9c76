using System.Buffers;
using System.IO.Compression;
using System.Text.Json;

namespace NewsBot.Archive;

/// <summary>
/// Writes an archive as one portable file: JSONL packed with gzip, one version of an article a line, oldest first, in the form that ingest reads, and a line
/// for what is left of each removed article. Ingesting the file gives the same versions, stored at the same times; clusters and corrections follow from them.
/// </summary>
public static class ArchiveExport
{
    private const int VersionsPerRead = 200;
    private const long CharactersPerRead = 2_000_000;

    private static ReadOnlySpan<byte> LineEnd => "\n"u8;

    /// <summary>Writes all versions of an archive's articles to a file, which appears under its name only when it is whole; the number written.</summary>
    /// <exception cref="ArchiveUnavailableException">The file cannot be written.</exception>
    public static async Task<long> WriteAsync(ArchiveStore store, ArchiveName archive, string file, bool withDocuments, CancellationToken cancellationToken)
    {
        var unfinished = file + ".unfinished";
        try
        {
            long written;
            await using (var destination = File.Create(unfinished))
            {
                written = await WriteAsync(store, archive, destination, withDocuments, cancellationToken);
            }

            File.Move(unfinished, file, overwrite: true);
            return written;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not ArchiveUnavailableException))
        {
            throw new ArchiveUnavailableException($"The export {file} cannot be written ({exception.Message.TrimEnd('.')}). Choose another place, or free space there.", exception);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    /// <summary>Writes all versions of an archive's articles; the number written.</summary>
    /// <param name="store">The store.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="destination">Where the file goes.</param>
    /// <param name="withDocuments">Whether the bytes that versions were read from go along, where they were kept; the file is then several times larger.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task<long> WriteAsync(ArchiveStore store, ArchiveName archive, Stream destination, bool withDocuments, CancellationToken cancellationToken)
    {
        await using var packed = new GZipStream(destination, CompressionLevel.Optimal, leaveOpen: true);
        var line = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var (written, after) = (0L, 0L);
        while (store.VersionsAfter(archive, after, VersionsPerRead, CharactersPerRead) is { Count: > 0 } versions)
        {
            foreach (var (key, version) in versions)
            {
                Write(writer, version, withDocuments ? store.DocumentOfVersion(key) : null);
                await EndLineAsync(writer, line, packed, cancellationToken);
                after = key;
                written++;
            }
        }

        foreach (var tombstone in store.Tombstones(archive))
        {
            Write(writer, tombstone);
            await EndLineAsync(writer, line, packed, cancellationToken);
        }

        return written;
    }

    /// <summary>A writer on the packed stream itself would have each line packed for itself, which makes the file a fifth larger.</summary>
    private static async Task EndLineAsync(Utf8JsonWriter writer, ArrayBufferWriter<byte> line, Stream packed, CancellationToken cancellationToken)
    {
        writer.Flush();
        line.Write(LineEnd);
        await packed.WriteAsync(line.WrittenMemory, cancellationToken);
        line.ResetWrittenCount();
        writer.Reset();
    }

    private static void Write(Utf8JsonWriter writer, Tombstone tombstone)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("removed");
        writer.WriteString("article", tombstone.Id);
        writer.WriteString("id", tombstone.ExternalId);
        writer.WriteString("at", ArticleRows.Write(tombstone.RemovedAt));
        writer.WriteString("reason", tombstone.Reason);
        writer.WriteNumber("version", tombstone.LastVersion);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Document document)
    {
        writer.WriteStartObject("document");
        writer.WriteString("url", document.Url);
        writer.WriteString("content_type", document.ContentType);
        writer.WriteString("fetched_at", ArticleRows.Write(document.FetchedAt));
        writer.WriteBase64String("bytes", document.Bytes);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Article version, Document? document)
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
        writer.WriteString("section", content.Section);
        writer.WriteStartArray("tags");
        foreach (var tag in content.Tags)
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
        writer.WriteString("author_note", content.AuthorNote);
        writer.WriteBoolean("truncated", content.IsTruncated);
        writer.WriteString("extractor", content.Extractor);
        writer.WriteString("stored_at", ArticleRows.Write(version.StoredAt));
        writer.WriteNumber("version", version.Version);
        if (document is not null)
        {
            Write(writer, document);
        }

        writer.WriteEndObject();
    }
}
