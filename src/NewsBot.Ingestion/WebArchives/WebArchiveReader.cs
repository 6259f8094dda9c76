using System.Globalization;
using System.Runtime.CompilerServices;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.WebArchives;

/// <summary>
/// Reads WARC 0.9 to 1.1 and ARC files record by record. Where a record is broken it is reported and the reading goes on at the next line
/// that begins one.
/// </summary>
internal sealed class WebArchiveReader(IngestionOptions options)
{
    /// <summary>What reading gave: a record, or where and why there is none.</summary>
    public abstract record Step
    {
        private Step()
        {
        }

        /// <summary>A whole record.</summary>
        public sealed record Read(int Number, WebArchiveRecord Record) : Step;

        /// <summary>A record that could not be read.</summary>
        public sealed record Broken(int Number, string Reason) : Step;
    }

    /// <summary>The records, in order. Numbers count them from 1.</summary>
    public async IAsyncEnumerable<Step> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = new RecordStream(stream, options.MaximumDocumentBytes);
        var number = 0;
        var isLost = false;
        var lookedThrough = 0L;
        while (await bytes.LineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var head = IsWarc(line) ? await WarcHeadAsync(bytes, cancellationToken) : ArcHead(line);
            if (head is null)
            {
                // One report for a stretch of lines that belong to nothing.
                if (!isLost)
                {
                    isLost = true;
                    yield return new Step.Broken(++number, "bytes that begin no record; the record before it states a wrong length, or the file is damaged here");
                }

                continue;
            }

            isLost = false;
            number++;
            if (head.Length is not { } length)
            {
                yield return new Step.Broken(number, "a record without a readable length; the file is damaged here");
                continue;
            }

            var begin = bytes.Position;
            var block = await bytes.BlockAsync(length, cancellationToken);
            var next = begin >= lookedThrough && block.Bytes is { } swallowed && IsWarc(line) && !(block.IsWhole && await bytes.IsBetweenRecordsAsync(cancellationToken))
                ? WarcRecords.NextIn(swallowed)
                : -1;
            if (next < 0)
            {
                yield return StepOf(number, head, length, block);
                continue;
            }

            // Bytes are given back once at most, so that a file of wrong lengths still takes linear time.
            lookedThrough = begin + block.Bytes!.Length;
            bytes.Unread(block.Bytes.AsSpan(next));
            yield return new Step.Broken(number, "the record states a wrong length, so it was read up to where the next one begins; compare it with the original if it matters");
            yield return new Step.Read(number, head.RecordOf(WarcRecords.WithoutGap(block.Bytes.AsSpan(0, next))));
        }
    }

    private static bool IsWarc(string line) => line.StartsWith("WARC/", StringComparison.Ordinal);

    private static Step StepOf(int number, Head head, long length, RecordBlock block) => block switch
    {
        { IsWhole: false } => new Step.Broken(number, "the file ends inside this record; fetch it again"),
        { Bytes: { } bytes } => new Step.Read(number, head.RecordOf(bytes)),
        _ => new Step.Broken(number, $"a record of {ByteSize.Text(length)}, larger than a document may be; raise Ingestion:MaximumDocumentBytes if it is an article"),
    };

    private static async ValueTask<Head> WarcHeadAsync(RecordStream bytes, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await bytes.LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        var isLength = long.TryParse(fields.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        var isDate = DateTimeOffset.TryParse(fields.GetValueOrDefault("WARC-Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date);
        return new Head(
            fields.GetValueOrDefault("WARC-Type", "").ToLowerInvariant(),
            Address(fields.GetValueOrDefault("WARC-Target-URI")),
            isDate ? date : null,
            fields.GetValueOrDefault("Content-Type"),
            isLength ? length : null);
    }

    /// <summary>ARC's head is one line: address, IP, date, type, length. Addresses may hold spaces, so it is read from its end.</summary>
    private static Head? ArcHead(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length < 5 || !line.Contains("://", StringComparison.Ordinal) || !long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return null;
        }

        var isDate = DateTimeOffset.TryParseExact(parts[^3], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date);
        var url = string.Join(' ', parts[..^4]);
        var isAbout = url.StartsWith("filedesc:", StringComparison.Ordinal);
        return new Head(isAbout ? "warcinfo" : "response", Address(url), isDate ? date : null, "application/http; msgtype=response", length);
    }

    /// <summary>Old writers put the address between angle brackets or left spaces in it.</summary>
    private static string? Address(string? text) => text?.Trim().TrimStart('<').TrimEnd('>').Replace(" ", "%20", StringComparison.Ordinal);

    private sealed record Head(string Type, string? Url, DateTimeOffset? Date, string? ContentType, long? Length)
    {
        public WebArchiveRecord RecordOf(byte[] block) => new(Type, Url, Date, ContentType, block);
    }
}
